#include "platform/chart/draw.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "platform/chart/frame.h"
#include "platform/chart/number.h"

namespace pamong {
namespace {

constexpr std::size_t most_marks = 5'000;  // more are no picture but a black area, and megabytes of SVG

bool all_finite(const std::vector<std::optional<double>>& values) {
    return std::ranges::all_of(values, [](const auto& value) { return !value || std::isfinite(*value); });
}
bool any_value(const Chart& chart) {
    return std::ranges::any_of(chart.series, [](const ChartSeries& series) {
        return std::ranges::any_of(series.values, [](const auto& value) { return value.has_value(); });
    });
}

/// No values, wrong lengths or infinite numbers of one series.
Done check_series(const Chart& chart, const ChartSeries& series, std::size_t expected) {
    const auto fits = [&](std::size_t size) { return size == 0 || size == expected; };
    if (series.values.size() != expected || !fits(series.low.size()) || !fits(series.high.size()) ||
        !fits(series.n.size()) || series.low.size() != series.high.size())
        return refused("chart.lengths_differ", {{"series", series.name}}, chart.title);
    if (!all_finite(series.values) || !all_finite(series.low) || !all_finite(series.high))
        return refused("chart.not_finite", {{"series", series.name}}, chart.title);
    return {};
}

bool is_finite(const std::optional<double>& value) { return !value || std::isfinite(*value); }

}  // namespace

Done check_chart(const Chart& chart) {
    if (!(chart.width >= 200 && chart.width <= 4'000) || !(chart.height >= 0 && chart.height <= 8'000) ||
        !is_finite(chart.minimum) || !is_finite(chart.maximum) || !is_finite(chart.reference))
        return refused("chart.not_finite", {{"series", ""}}, chart.title);
    if (chart.minimum && chart.maximum && !(*chart.minimum < *chart.maximum))
        return refused("chart.lengths_differ", {{"series", ""}}, chart.title);
    const std::size_t marks =
        chart.points.size() + chart.categories.size() * std::max<std::size_t>(1, chart.series.size());
    if (marks > most_marks) return refused("chart.too_many", {{"limit", std::to_string(most_marks)}}, chart.title);

    if (chart.kind == ChartKind::scatter) {
        if (chart.points.empty()) return refused("chart.no_data", {}, chart.title);
        for (const ChartPoint& point : chart.points)
            if (!std::isfinite(point.x) || !std::isfinite(point.y))
                return refused("chart.not_finite", {{"series", point.label}}, chart.title);
        return {};
    }
    const bool histogram = chart.kind == ChartKind::histogram;
    const bool one = histogram || chart.kind == ChartKind::bar || chart.kind == ChartKind::tile_map;
    const std::size_t expected = histogram ? std::max<std::size_t>(chart.edges.size(), 1) - 1 : chart.categories.size();
    if (expected == 0 || !any_value(chart)) return refused("chart.no_data", {}, chart.title);
    if ((one && chart.series.size() != 1) || (chart.kind == ChartKind::slope && chart.series.size() != 2))
        return refused("chart.lengths_differ", {{"series", ""}}, chart.title);
    for (const ChartSeries& series : chart.series)
        if (auto done = check_series(chart, series, expected); !done) return done;
    for (std::size_t i = 0; histogram && i < expected; ++i)
        if (!(std::isfinite(chart.edges[i]) && std::isfinite(chart.edges[i + 1]) &&
              chart.edges[i] < chart.edges[i + 1]))
            return refused("chart.not_finite", {{"series", ""}}, chart.title);
    if (chart.kind == ChartKind::tile_map)
        for (const std::string& code : chart.categories)
            if (std::ranges::find(province_tiles(), code, &ProvinceTile::code) == province_tiles().end())
                return refused("chart.unknown_province", {{"code", code}}, chart.title);
    return {};
}

CanvasPoint chart_size(const Chart& chart) {
    const Frame frame = frame_of(chart);
    return {frame.width, frame.height()};
}

void draw_chart(const Chart& chart, Canvas& canvas) {
    const Frame frame = frame_of(chart);
    canvas.rectangle({0, 0, frame.width, frame.height()}, {0xFFFFFF});
    draw_frame(chart, frame, canvas);
    const CanvasBox plot{8, frame.header, frame.width - 16, frame.plot_height};
    switch (chart.kind) {
        case ChartKind::bar:
            return draw_bars(chart, plot, canvas);
        case ChartKind::grouped_bar:
            return draw_grouped_bars(chart, plot, canvas);
        case ChartKind::line:
            return draw_lines(chart, plot, canvas);
        case ChartKind::dot_interval:
            return draw_dots(chart, plot, canvas);
        case ChartKind::slope:
            return draw_slopes(chart, plot, canvas);
        case ChartKind::scatter:
            return draw_scatter(chart, plot, canvas);
        case ChartKind::histogram:
            return draw_histogram(chart, plot, canvas);
        case ChartKind::tile_map:
            return draw_tiles(chart, plot, canvas);
    }
}

std::string chart_description(const Chart& chart) {
    if (!chart.description.empty()) return chart.description;
    constexpr std::size_t most_told = 60;
    if (chart.kind == ChartKind::scatter)
        return chart_word(chart, "chart.scatter_points",
                          {{"n", local_number(static_cast<double>(chart.points.size()), 0, chart.language)},
                           {"x", chart.x_title},
                           {"y", chart.y_title}});
    std::string told;
    std::size_t count = 0;
    for (const ChartSeries& series : chart.series) {
        if (!told.empty()) told += ". ";
        if (!series.name.empty()) told += series.name + ": ";
        for (std::size_t i = 0; i < series.values.size(); ++i) {
            if (++count > most_told) return told + " \u2026";
            if (i > 0) told += "; ";
            std::string name;
            if (chart.kind == ChartKind::histogram) {
                name = local_number(chart.edges[i], chart.decimals, chart.language) + "\u2013" +
                       local_number(chart.edges[i + 1], chart.decimals, chart.language);
            } else if (chart.kind == ChartKind::tile_map) {
                name = std::ranges::find(province_tiles(), chart.categories[i], &ProvinceTile::code)->name;
            } else {
                name = chart.categories[i];
            }
            told += name + " " + value_label(chart, series, i);
            if (!series.low.empty() && series.low[i] && series.high[i])
                told +=
                    fmt::format(" [{}; {}]", value_label(chart, *series.low[i]), value_label(chart, *series.high[i]));
        }
    }
    return told;
}

}  // namespace pamong
