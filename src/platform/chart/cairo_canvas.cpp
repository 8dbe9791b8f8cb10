#include "platform/chart/cairo_canvas.h"

#include <pango/pangocairo.h>

#include <cmath>
#include <numbers>
#include <string>

namespace pamong {
namespace {

void set_colour(cairo_t* cairo, std::uint32_t rgb, double opacity) {
    const auto part = [&](unsigned shift) { return static_cast<double>(rgb >> shift & 0xFFU) / 255.0; };
    if (opacity < 1) cairo_set_source_rgba(cairo, part(16), part(8), part(0), opacity);
    else cairo_set_source_rgb(cairo, part(16), part(8), part(0));
}

/// White marks over the clipped area, on the same grid of 8 units as the patterns of the SVG.
void draw_pattern(cairo_t* cairo, Pattern pattern) {
    double x1 = 0;
    double y1 = 0;
    double x2 = 0;
    double y2 = 0;
    cairo_clip_extents(cairo, &x1, &y1, &x2, &y2);
    set_colour(cairo, 0xFFFFFF, 1);
    const double left = std::floor(x1 / 8) * 8;
    const double top = std::floor(y1 / 8) * 8;
    cairo_set_line_width(cairo, pattern == Pattern::level ? 1.4 : 2);
    if (pattern == Pattern::level) {
        for (double y = top + 2; y < y2; y += 4) cairo_move_to(cairo, x1, y), cairo_line_to(cairo, x2, y);
        cairo_stroke(cairo);
    } else if (pattern == Pattern::dots) {
        for (double y = top + 2; y < y2 + 2; y += 4)
            for (double x = left + (std::fmod(y - top, 8) < 4 ? 2 : 6); x < x2 + 2; x += 8) {
                cairo_new_sub_path(cairo);
                cairo_arc(cairo, x, y, 1.2, 0, 2 * std::numbers::pi);
            }
        cairo_fill(cairo);
    } else {
        const double high = y2 - top + 8;
        const double slope = pattern == Pattern::diagonal ? -1 : 1;
        const double first = slope < 0 ? left : left - std::ceil(high / 8) * 8;
        const double last = slope < 0 ? x2 + high : x2;
        for (double x = first; x < last; x += 8) {
            cairo_move_to(cairo, x, top);
            cairo_line_to(cairo, x + slope * high, top + high);
        }
        cairo_stroke(cairo);
    }
}

void trace(cairo_t* cairo, std::span<const CanvasPoint> points) {
    cairo_new_path(cairo);
    for (const CanvasPoint& point : points) cairo_line_to(cairo, point.x, point.y);
}

}  // namespace

void CairoCanvas::stroke_path(const Stroke& stroke) {
    set_colour(cairo_, stroke.rgb, 1);
    cairo_set_line_width(cairo_, stroke.width);
    const double dashed[] = {6, 4};
    const double dotted[] = {1.5, 4};
    cairo_set_line_cap(cairo_, stroke.dash == Dash::dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(cairo_, stroke.dash == Dash::dashed ? dashed : dotted, stroke.dash == Dash::whole ? 0 : 2, 0);
    cairo_stroke(cairo_);
    cairo_set_dash(cairo_, nullptr, 0, 0);
}

void CairoCanvas::fill_path(const Paint& paint) {
    set_colour(cairo_, paint.rgb, paint.opacity);
    if (paint.pattern == Pattern::solid) {
        cairo_fill(cairo_);
        return;
    }
    cairo_fill_preserve(cairo_);
    cairo_save(cairo_);
    cairo_clip(cairo_);
    draw_pattern(cairo_, paint.pattern);
    cairo_restore(cairo_);
}

void CairoCanvas::line(CanvasPoint from, CanvasPoint to, const Stroke& stroke) {
    const CanvasPoint points[] = {from, to};
    polyline(points, stroke);
}

void CairoCanvas::polyline(std::span<const CanvasPoint> points, const Stroke& stroke) {
    trace(cairo_, points);
    cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
    stroke_path(stroke);
}

void CairoCanvas::rectangle(const CanvasBox& box, const Paint& paint) {
    cairo_new_path(cairo_);
    cairo_rectangle(cairo_, box.x, box.y, box.width, box.height);
    fill_path(paint);
}

void CairoCanvas::polygon(std::span<const CanvasPoint> points, const Paint& paint) {
    trace(cairo_, points);
    cairo_close_path(cairo_);
    fill_path(paint);
}

void CairoCanvas::circle(CanvasPoint centre, double radius, const Paint& paint) {
    cairo_new_path(cairo_);
    cairo_arc(cairo_, centre.x, centre.y, radius, 0, 2 * std::numbers::pi);
    fill_path(paint);
}

void CairoCanvas::text(CanvasPoint at, std::string_view utf8, const Lettering& lettering) {
    if (utf8.empty()) return;
    PangoFontDescription* font = pango_font_description_from_string("Noto Sans, DejaVu Sans");
    pango_font_description_set_absolute_size(font, lettering.size * PANGO_SCALE);
    if (lettering.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    if (lettering.italic) pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
    pango_layout_set_font_description(layout_, font);
    pango_font_description_free(font);
    pango_layout_set_text(layout_, utf8.data(), static_cast<int>(utf8.size()));
    PangoRectangle extents;
    pango_layout_get_extents(layout_, nullptr, &extents);
    const double width = static_cast<double>(extents.width) / PANGO_SCALE;
    const double base = static_cast<double>(pango_layout_get_baseline(layout_)) / PANGO_SCALE;
    const double shift = lettering.anchor == Anchor::start ? 0 : lettering.anchor == Anchor::middle ? width / 2 : width;
    cairo_save(cairo_);
    cairo_translate(cairo_, at.x, at.y);
    if (lettering.upwards) cairo_rotate(cairo_, -std::numbers::pi / 2);
    cairo_move_to(cairo_, -shift, -base);
    set_colour(cairo_, lettering.rgb, 1);
    pango_cairo_show_layout(cairo_, layout_);
    cairo_restore(cairo_);
}

}  // namespace pamong
