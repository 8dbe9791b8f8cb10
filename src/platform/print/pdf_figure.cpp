// Charts, pictures and QR codes on pages.
#include <algorithm>
#include <cstring>
#include <memory>

#include "platform/chart/cairo_canvas.h"
#include "platform/chart/draw.h"
#include "platform/print/pdf_blocks.h"
#include "platform/print/picture.h"
#include "platform/print/qr.h"

namespace pamong {
namespace {

struct SurfaceFreed {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

cairo_status_t read_png(void* closure, unsigned char* data, unsigned int length) {
    auto& rest = *static_cast<std::string_view*>(closure);
    if (rest.size() < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, rest.data(), length);
    rest.remove_prefix(length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Done BlockPrinter::draw_picture(const Chart& chart, double& height, Pages::Step& step) {
    if (auto done = check_chart(chart); !done) return done;
    const CanvasPoint size = chart_size(chart);
    const double scale = std::min({1.0, pages_.width() / size.x, (pages_.body() - 60) / size.y});
    height = size.y * scale;
    step = [chart, scale, context = context_,
            left = pages_.left() + (pages_.width() - size.x * scale) / 2](cairo_t* cairo) {
        cairo_translate(cairo, left, 0);
        cairo_scale(cairo, scale, scale);
        const PangoLayoutPointer layout(pango_layout_new(context));
        CairoCanvas canvas(cairo, layout.get());
        draw_chart(chart, canvas);
    };
    return {};
}

Done BlockPrinter::draw_picture(const doc::Picture& picture, double& height, Pages::Step& step) {
    const auto size = png_size(picture.png);
    if (!size) return refused("print.bad_picture");
    std::string_view rest = picture.png;
    std::unique_ptr<cairo_surface_t, SurfaceFreed> surface(cairo_image_surface_create_from_png_stream(read_png, &rest));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return refused("print.bad_picture");
    const double wide = size->first;
    const double high = size->second;
    const double scale =
        std::min({std::max(1.0, picture.width_points) / wide, pages_.width() / wide, (pages_.body() - 60) / high});
    height = high * scale;
    step = [surface = std::move(surface), scale,
            left = pages_.left() + (pages_.width() - wide * scale) / 2](cairo_t* cairo) {
        cairo_translate(cairo, left, 0);
        cairo_scale(cairo, scale, scale);
        cairo_set_source_surface(cairo, surface.get(), 0, 0);
        cairo_paint(cairo);
    };
    return {};
}

Done BlockPrinter::draw_picture(const doc::QrCode& code, double& height, Pages::Step& step) {
    auto modules = qr_modules(code.text);
    if (!modules) return refused(modules.error());
    height = std::clamp(code.side_points, 20.0, pages_.width());
    step = [modules = std::move(*modules), side = height, left = pages_.left()](cairo_t* cairo) {
        constexpr int quiet = 4;
        const double module = side / (modules.side + 2 * quiet);
        cairo_translate(cairo, left, 0);
        cairo_scale(cairo, module, module);
        for (int row = 0; row < modules.side; ++row)
            for (int column = 0; column < modules.side; ++column)
                if (modules.dark[static_cast<std::size_t>(row * modules.side + column)])
                    cairo_rectangle(cairo, column + quiet, row + quiet, 1.01, 1.01);  // no hair lines between modules
        set_rgb(cairo, 0);
        cairo_fill(cairo);
    };
    return {};
}

Done BlockPrinter::operator()(const doc::Figure& block) {
    double height = 0;
    Pages::Step step;
    if (auto done = std::visit([&](const auto& content) { return draw_picture(content, height, step); }, block.content);
        !done)
        return done;
    SetText caption = set(block.caption, {9, false, PrintColours::quiet}, pages_.width());
    const double caption_height = block.caption.empty() ? 0 : caption.height() + 3;
    pages_.space(8);
    pages_.need(height + caption_height);
    pages_.place(block.anchor);
    pages_.add([step = std::move(step), y = pages_.y()](cairo_t* cairo) mutable {
        tagged(cairo, "Figure", [&] {
            cairo_save(cairo);
            cairo_translate(cairo, 0, y);
            step(cairo);
            cairo_restore(cairo);
        });
    });
    pages_.advance(height);
    if (!block.caption.empty()) {
        pages_.advance(3);
        pages_.flow(std::move(caption), pages_.left(), "Caption");
    }
    pages_.advance(8);
    return {};
}

}  // namespace pamong
