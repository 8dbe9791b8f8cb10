#include "platform/chart/svg.h"

#include <map>
#include <utility>

#include <fmt/format.h>

#include "platform/chart/canvas.h"
#include "platform/chart/draw.h"
#include "platform/markup.h"

namespace pamong {
namespace {

/// At most two places, no zeros at the end: small files, the same on every machine.
std::string svg_length(double value) {
    std::string text = fmt::format("{:.2f}", value);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string svg_colour(std::uint32_t rgb) { return fmt::format("#{:06x}", rgb); }

class SvgCanvas final : public Canvas {
  public:
    explicit SvgCanvas(std::string id) : id_(std::move(id)) {}

    void line(CanvasPoint from, CanvasPoint to, const Stroke& stroke) override {
        body_ += fmt::format(R"(<line x1="{}" y1="{}" x2="{}" y2="{}"{}/>)", svg_length(from.x), svg_length(from.y),
                             svg_length(to.x), svg_length(to.y), stroke_of(stroke));
    }
    void polyline(std::span<const CanvasPoint> points, const Stroke& stroke) override {
        body_ += fmt::format(R"(<polyline points="{}" fill="none" stroke-linejoin="round"{}/>)", list(points),
                             stroke_of(stroke));
    }
    void rectangle(const CanvasBox& box, const Paint& paint) override {
        body_ += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}"{}/>)", svg_length(box.x), svg_length(box.y),
                             svg_length(box.width), svg_length(box.height), fill_of(paint));
    }
    void polygon(std::span<const CanvasPoint> points, const Paint& paint) override {
        body_ += fmt::format(R"(<polygon points="{}"{}/>)", list(points), fill_of(paint));
    }
    void circle(CanvasPoint centre, double radius, const Paint& paint) override {
        body_ += fmt::format(R"(<circle cx="{}" cy="{}" r="{}"{}/>)", svg_length(centre.x), svg_length(centre.y),
                             svg_length(radius), fill_of(paint));
    }
    void text(CanvasPoint at, std::string_view utf8, const Lettering& lettering) override {
        if (utf8.empty()) return;
        static constexpr std::string_view anchors[] = {"start", "middle", "end"};
        body_ += fmt::format(R"(<text x="{}" y="{}" font-size="{}" fill="{}")", svg_length(at.x), svg_length(at.y),
                             svg_length(lettering.size), svg_colour(lettering.rgb));
        if (lettering.anchor != Anchor::start)
            body_ += fmt::format(R"( text-anchor="{}")", anchors[std::to_underlying(lettering.anchor)]);
        if (lettering.bold) body_ += R"( font-weight="700")";
        if (lettering.italic) body_ += R"( font-style="italic")";
        if (lettering.upwards)
            body_ += fmt::format(R"~( transform="rotate(-90 {} {})")~", svg_length(at.x), svg_length(at.y));
        body_ += ">" + escaped_markup(utf8) + "</text>";
    }

    [[nodiscard]] const std::string& body() const { return body_; }
    [[nodiscard]] std::string definitions() const {
        std::string all;
        for (const auto& [key, name] : patterns_) {
            static constexpr std::string_view marks[] = {
                "", R"(<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="#fff" stroke-width="2"/>)",
                R"(<circle cx="2" cy="2" r="1.2" fill="#fff"/><circle cx="6" cy="6" r="1.2" fill="#fff"/>)",
                R"(<path d="M0 2H8M0 6H8" stroke="#fff" stroke-width="1.4"/>)",
                R"(<path d="M-2 6L2 10M0 0L8 8M6 -2L10 2" stroke="#fff" stroke-width="2"/>)"};
            all += fmt::format(
                R"(<pattern id="{}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="{}"/>{}</pattern>)",
                name, svg_colour(key.second), marks[std::to_underlying(key.first)]);
        }
        return all.empty() ? all : "<defs>" + all + "</defs>";
    }

  private:
    static std::string list(std::span<const CanvasPoint> points) {
        std::string all;
        for (const CanvasPoint& point : points) {
            if (!all.empty()) all += ' ';
            all += svg_length(point.x) + "," + svg_length(point.y);
        }
        return all;
    }
    static std::string stroke_of(const Stroke& stroke) {
        std::string text =
            fmt::format(R"( stroke="{}" stroke-width="{}")", svg_colour(stroke.rgb), svg_length(stroke.width));
        if (stroke.dash == Dash::dashed) text += R"( stroke-dasharray="6 4")";
        if (stroke.dash == Dash::dotted) text += R"( stroke-dasharray="1.5 4" stroke-linecap="round")";
        return text;
    }
    std::string fill_of(const Paint& paint) {
        std::string fill = svg_colour(paint.rgb);
        if (paint.pattern != Pattern::solid) {
            const auto key = std::pair{paint.pattern, paint.rgb};
            const auto [name, is_new] = patterns_.try_emplace(key, fmt::format("{}-p{}", id_, patterns_.size() + 1));
            fill = "url(#" + name->second + ")";
        }
        std::string text = fmt::format(R"( fill="{}")", fill);
        if (paint.opacity < 1) text += fmt::format(R"( fill-opacity="{}")", svg_length(paint.opacity));
        return text;
    }

    std::string id_;
    std::string body_;
    std::map<std::pair<Pattern, std::uint32_t>, std::string> patterns_;
};

}  // namespace

Result<std::string> chart_svg(const Chart& chart, std::string_view id) {
    if (auto done = check_chart(chart); !done) return refused(done.error());
    std::string safe_id;
    for (const char c : id)
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_')
            safe_id += c;
    if (safe_id.empty()) safe_id = "chart";
    SvgCanvas canvas(safe_id);
    draw_chart(chart, canvas);
    const CanvasPoint size = chart_size(chart);
    return fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="{5}" aria-labelledby="{0}-t {0}-d" viewBox="0 0 {1} {2}" )"
        R"(width="{1}" height="{2}" font-family="Noto Sans, DejaVu Sans, sans-serif"><title id="{0}-t">{3}</title>)"
        R"(<desc id="{0}-d">{4}</desc>{6}{7}</svg>)",
        safe_id, svg_length(size.x), svg_length(size.y), escaped_markup(chart.title),
        escaped_markup(chart_description(chart)), escaped_markup(chart.language), canvas.definitions(), canvas.body());
}

}  // namespace pamong
