#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <pango/pangocairo.h>

#include "platform/print/document.h"

namespace pamong {

struct ObjectFreed {
    void operator()(void* object) const { g_object_unref(object); }
};
using PangoContextPointer = std::unique_ptr<PangoContext, ObjectFreed>;
using PangoLayoutPointer = std::unique_ptr<PangoLayout, ObjectFreed>;

struct TypeStyle {
    double size = 10;
    bool bold = false;
    std::uint32_t rgb = 0x1F2933;
    doc::Align align = doc::Align::start;
};

/// Text broken into lines of a width, ready to be drawn line by line (so that it can be split between pages).
class SetText {
  public:
    struct Line {
        double top;
        double height;
        double baseline;
        double left;
    };
    SetText(PangoContext* context, const doc::Text& text, const TypeStyle& style, double width);

    [[nodiscard]] std::size_t lines() const { return lines_.size(); }
    [[nodiscard]] double height() const { return lines_.empty() ? 0 : lines_.back().top + lines_.back().height; }
    /// Height of the lines [first, last).
    [[nodiscard]] double height(std::size_t first, std::size_t last) const;
    /// How many lines from `first` on fit into `height`.
    [[nodiscard]] std::size_t fitting(std::size_t first, double height) const;
    /// Draws the lines [first, last) with their links; the first line's top is at (x, y).
    void draw(cairo_t* cairo, double x, double y, std::size_t first, std::size_t last) const;

  private:
    struct LinkRange {
        int begin;
        int end;
        std::string attributes;  ///< of cairo's link tag
    };
    PangoLayoutPointer layout_;
    std::vector<Line> lines_;
    std::vector<LinkRange> links_;
    std::uint32_t rgb_;
};

/// Units are points; the same lines on every machine with the same fonts (no hinting, no rounding).
PangoContextPointer print_context(std::string_view language);

/// Bytes that are no UTF-8 become U+FFFD: Pango and Cairo refuse them.
std::string valid_text(std::string_view text);

void set_rgb(cairo_t* cairo, std::uint32_t rgb);

}  // namespace pamong
