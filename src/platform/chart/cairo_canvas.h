#pragma once

#include <cairo.h>

#include "platform/chart/canvas.h"

struct _PangoLayout;

namespace pamong {

/// Draws on a page at the current origin and scale; `layout` sets text, its font is changed.
class CairoCanvas final : public Canvas {
  public:
    CairoCanvas(cairo_t* cairo, _PangoLayout* layout) : cairo_(cairo), layout_(layout) {}
    void line(CanvasPoint from, CanvasPoint to, const Stroke& stroke) override;
    void polyline(std::span<const CanvasPoint> points, const Stroke& stroke) override;
    void rectangle(const CanvasBox& box, const Paint& paint) override;
    void polygon(std::span<const CanvasPoint> points, const Paint& paint) override;
    void circle(CanvasPoint centre, double radius, const Paint& paint) override;
    void text(CanvasPoint at, std::string_view utf8, const Lettering& lettering) override;

  private:
    void stroke_path(const Stroke& stroke);
    void fill_path(const Paint& paint);
    cairo_t* cairo_;
    _PangoLayout* layout_;
};

}  // namespace pamong
