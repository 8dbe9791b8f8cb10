#include "platform/print/pages.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "platform/print/anchors.h"

namespace pamong {

Pages::Pages(doc::Orientation orientation) : page_width_(595.28), page_height_(841.89) {
    if (orientation == doc::Orientation::landscape) std::swap(page_width_, page_height_);
    next_page();
}

void Pages::next_page() {
    pages_.emplace_back();
    y_ = top();
}

void Pages::space(double height) {
    if (!at_top()) y_ += height;
}

void Pages::need(double height) {
    if (height > room() && !at_top()) next_page();
}

void Pages::place(const std::string& anchor) {
    if (anchor.empty()) return;
    add([attributes = fmt::format("name='{}' x={:.2f} y={:.2f}", anchor_name(anchor), left(), std::max(0.0, y_ - 6))](
            cairo_t* cairo) {
        cairo_tag_begin(cairo, CAIRO_TAG_DEST, attributes.c_str());
        cairo_tag_end(cairo, CAIRO_TAG_DEST);
    });
}

void Pages::flow(SetText text, double x, const char* tag, std::function<void(double)> behind) {
    const auto shared = std::make_shared<const SetText>(std::move(text));  // pieces on several pages draw the same text
    std::size_t first = 0;
    while (first < shared->lines()) {
        const std::size_t rest = shared->lines() - first;
        std::size_t count = std::min(rest, shared->fitting(first, room()));
        if (count < rest) {
            if (rest - count == 1 && count > 2) --count;                // no single line on the next page
            if (count < std::min<std::size_t>(2, rest) && !at_top()) {  // and none at the foot of this one
                next_page();
                continue;
            }
            count = std::max<std::size_t>(1, count);
        }
        const double height = shared->height(first, first + count);
        if (behind) behind(height);
        add([shared, x, y = y_, first, last = first + count, tag](cairo_t* cairo) {
            tagged(cairo, tag, [&] { shared->draw(cairo, x, y, first, last); });
        });
        y_ += height;
        first += count;
        if (first < shared->lines()) next_page();
    }
}

}  // namespace pamong
