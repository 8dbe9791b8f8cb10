#include "platform/print/set_text.h"

#include <cmath>

#include <fmt/format.h>

#include "platform/print/anchors.h"

namespace pamong {
namespace {

constexpr std::uint32_t link_colour = 0x1D5C8F;

double points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

/// Cairo's attribute text: single quotes and backslashes are escaped.
std::string link_attributes(std::string_view target) {
    if (target.starts_with('#')) return fmt::format("dest='{}'", anchor_name(target.substr(1)));
    std::string escaped;
    for (const char c : target) {
        if (c == '\'' || c == '\\') escaped += '\\';
        escaped += c;
    }
    return fmt::format("uri='{}'", escaped);
}

void add_attribute(PangoAttrList* list, PangoAttribute* attribute, std::size_t begin, std::size_t end) {
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list, attribute);
}

}  // namespace

std::string valid_text(std::string_view text) {
    gchar* valid = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
    std::string out(valid);
    g_free(valid);
    return out;
}

void set_rgb(cairo_t* cairo, std::uint32_t rgb) {
    cairo_set_source_rgb(cairo, static_cast<double>(rgb >> 16U & 0xFFU) / 255,
                         static_cast<double>(rgb >> 8U & 0xFFU) / 255, static_cast<double>(rgb & 0xFFU) / 255);
}

PangoContextPointer print_context(std::string_view language) {
    PangoContextPointer context(pango_font_map_create_context(pango_cairo_font_map_get_default()));
    pango_cairo_context_set_resolution(context.get(), 72);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context.get(), 0);
    pango_context_set_language(context.get(), pango_language_from_string(std::string(language).c_str()));
    pango_context_set_base_dir(context.get(), PANGO_DIRECTION_LTR);
    return context;
}

SetText::SetText(PangoContext* context, const doc::Text& text, const TypeStyle& style, double width)
    : layout_(pango_layout_new(context)), rgb_(style.rgb) {
    PangoFontDescription* font = pango_font_description_from_string("Noto Sans, DejaVu Sans");
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    if (style.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout_.get(), font);
    pango_font_description_free(font);

    std::string all;
    PangoAttrList* attributes = pango_attr_list_new();
    for (const doc::Span& span : text.spans) {
        const std::size_t begin = all.size();
        all += valid_text(span.text);
        const std::size_t end = all.size();
        if (begin == end) continue;
        if (span.bold) add_attribute(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), begin, end);
        if (span.italic) add_attribute(attributes, pango_attr_style_new(PANGO_STYLE_ITALIC), begin, end);
        if (span.raised) {
            add_attribute(attributes, pango_attr_size_new_absolute(static_cast<int>(style.size * 0.72 * PANGO_SCALE)),
                          begin, end);
            add_attribute(attributes, pango_attr_rise_new(static_cast<int>(style.size * 0.32 * PANGO_SCALE)), begin,
                          end);
        }
        if (!span.link.empty()) {
            const auto part = [](unsigned shift) {
                return static_cast<guint16>((link_colour >> shift & 0xFFU) * 257U);
            };
            add_attribute(attributes, pango_attr_foreground_new(part(16), part(8), part(0)), begin, end);
            links_.push_back({static_cast<int>(begin), static_cast<int>(end), link_attributes(span.link)});
        }
    }
    pango_layout_set_text(layout_.get(), all.data(), static_cast<int>(all.size()));
    pango_layout_set_attributes(layout_.get(), attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_width(layout_.get(), static_cast<int>(std::max(8.0, width) * PANGO_SCALE));
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout_.get(), style.align == doc::Align::start    ? PANGO_ALIGN_LEFT
                                              : style.align == doc::Align::centre ? PANGO_ALIGN_CENTER
                                                                                  : PANGO_ALIGN_RIGHT);
    PangoLayoutIter* iter = pango_layout_get_iter(layout_.get());
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(iter, nullptr, &logical);
        lines_.push_back({points(logical.y), points(logical.height), points(pango_layout_iter_get_baseline(iter)),
                          points(logical.x)});
    } while (pango_layout_iter_next_line(iter) != 0);
    pango_layout_iter_free(iter);
}

double SetText::height(std::size_t first, std::size_t last) const {
    if (first >= last) return 0;
    return lines_[last - 1].top + lines_[last - 1].height - lines_[first].top;
}

std::size_t SetText::fitting(std::size_t first, double height) const {
    std::size_t last = first;
    while (last < lines_.size() && this->height(first, last + 1) <= height) ++last;
    return last - first;
}

void SetText::draw(cairo_t* cairo, double x, double y, std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
        PangoLayoutLine* line = pango_layout_get_line_readonly(layout_.get(), static_cast<int>(i));
        const double top = y + lines_[i].top - lines_[first].top;
        set_rgb(cairo, rgb_);
        cairo_move_to(cairo, x + lines_[i].left, y + lines_[i].baseline - lines_[first].top);
        pango_cairo_show_layout_line(cairo, line);
        for (const LinkRange& link : links_) {
            const int begin = std::max(link.begin, line->start_index);
            const int end = std::min(link.end, line->start_index + line->length);
            if (begin >= end) continue;
            int* ranges = nullptr;
            int count = 0;
            pango_layout_line_get_x_ranges(line, begin, end, &ranges, &count);
            for (int range = 0; range < count; ++range) {
                // Ranges are measured from the left edge of the layout, the line's own indent included.
                const double left = x + points(ranges[2 * range]);
                const double wide = points(ranges[2 * range + 1] - ranges[2 * range]);
                const std::string attributes = fmt::format("rect=[{:.2f} {:.2f} {:.2f} {:.2f}] {}", left, top, wide,
                                                           lines_[i].height, link.attributes);
                cairo_tag_begin(cairo, CAIRO_TAG_LINK, attributes.c_str());
                cairo_tag_end(cairo, CAIRO_TAG_LINK);
            }
            g_free(ranges);
        }
    }
}

}  // namespace pamong
