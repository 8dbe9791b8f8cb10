#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "platform/print/set_text.h"

namespace pamong {

struct OutlineEntry {
    int level;
    std::string text;
    std::string anchor;
};

/// Pages being filled from top to bottom. Drawing is kept as steps and done at the end, when the number of pages is
/// known.
class Pages {
  public:
    using Step = std::move_only_function<void(cairo_t*)>;
    explicit Pages(doc::Orientation orientation);

    // A4 in points, 20 mm at the sides.
    [[nodiscard]] double page_width() const { return page_width_; }
    [[nodiscard]] double page_height() const { return page_height_; }
    [[nodiscard]] double left() const { return 56.7; }
    [[nodiscard]] double width() const { return page_width_ - 2 * left(); }
    [[nodiscard]] double top() const { return 62; }
    [[nodiscard]] double bottom() const { return page_height_ - 60; }
    [[nodiscard]] double body() const { return bottom() - top(); }
    [[nodiscard]] double room() const { return bottom() - y_; }
    [[nodiscard]] double y() const { return y_; }
    [[nodiscard]] bool at_top() const { return y_ <= top(); }

    void next_page();
    /// Space before what follows; none at the top of a page.
    void space(double height);
    /// A new page when less than `height` is left (and something stands on this one).
    void need(double height);
    void advance(double height) { y_ += height; }
    void add(Step step) { pages_.back().push_back(std::move(step)); }

    /// A place that links can reach, here.
    void place(const std::string& anchor);
    /// Lines of text from here on, over as many pages as needed; at least two lines stay together.
    /// `tag` is the structure tag of each piece, such as "P"; `behind` is called with the height of each piece before
    /// it.
    void flow(SetText text, double x, const char* tag, std::function<void(double height)> behind = {});

    void outline(int level, std::string text, std::string anchor) {
        outline_.push_back({level, std::move(text), std::move(anchor)});
    }
    [[nodiscard]] const std::vector<OutlineEntry>& outline() const { return outline_; }
    [[nodiscard]] std::vector<std::vector<Step>>& pages() { return pages_; }

  private:
    double page_width_;
    double page_height_;
    double y_ = 0;
    std::vector<std::vector<Step>> pages_;
    std::vector<OutlineEntry> outline_;
};

/// Draws between the beginning and the end of a structure tag.
template <class Draw>
void tagged(cairo_t* cairo, const char* tag, Draw&& draw) {
    cairo_tag_begin(cairo, tag, nullptr);
    draw();
    cairo_tag_end(cairo, tag);
}

}  // namespace pamong
