#include <algorithm>
#include <array>

#include "platform/chart/frame.h"
#include "platform/chart/text_metrics.h"

namespace pamong {
void draw_slopes(const Chart& chart, const CanvasBox& plot, Canvas& canvas) {
    double names = 0;
    for (std::size_t i = 0; i < chart.categories.size(); ++i)
        names = std::max(names, text_width(chart.categories[i] + "  " + value_label(chart, chart.series[0], i), 10.5));
    names = std::min(names + 12, plot.width * 0.42);
    double right = text_width(chart.series[1].name, 11, true) / 2;
    for (std::size_t i = 0; i < chart.categories.size(); ++i)
        right = std::max(right, text_width(value_label(chart, chart.series[1], i), 10.5) + 14);
    const double x1 = plot.x + names;
    const double x2 = std::min(plot.right() - right - 14, x1 + 340);
    const auto [low, high] = value_range(chart, false);
    ValueAxis axis = value_axis(chart, low, high, 5);
    axis.from = plot.bottom() - 14;
    axis.to = plot.y + 30;
    for (std::size_t side = 0; side < 2; ++side) {
        const double x = side == 0 ? x1 : x2;
        canvas.line({x, plot.y + 20}, {x, plot.bottom() - 6}, {ChartColours::axis, 1.2});
        canvas.text({x, plot.y + 12}, chart.series[side].name, {11, ChartColours::ink, Anchor::middle, true});
    }
    std::array<std::vector<std::optional<double>>, 2> wanted;
    for (std::size_t side = 0; side < 2; ++side)
        for (const auto& value : chart.series[side].values)
            wanted[side].push_back(value ? std::optional(axis.at(*value) + 4) : std::nullopt);
    // A category without its first value still has its name: at the height of its second value.
    std::vector<std::optional<double>> left = wanted[0];
    for (std::size_t i = 0; i < left.size(); ++i)
        if (!left[i]) left[i] = wanted[1][i];
    const auto left_places = placed_labels(left, plot.y + 30, plot.bottom() - 6);
    const auto right_places = placed_labels(wanted[1], plot.y + 30, plot.bottom() - 6);

    for (std::size_t i = 0; i < chart.categories.size(); ++i) {
        const auto& before = chart.series[0].values[i];
        const auto& after = chart.series[1].values[i];
        if (!before && !after) continue;
        const bool falls = before && after && *after < *before;
        const std::uint32_t colour = falls ? series_colour(1) : series_colour(0);
        if (before && after)
            canvas.line({x1, axis.at(*before)}, {x2, axis.at(*after)},
                        {colour, 1.8, falls ? Dash::dashed : Dash::whole});
        if (before) canvas.circle({x1, axis.at(*before)}, 3.4, {colour});
        if (after) canvas.circle({x2, axis.at(*after)}, 3.4, {colour});
        const std::string value = value_label(chart, chart.series[0], i);
        const auto name = wrapped(chart.categories[i], names - text_width("  " + value, 10.5) - 10, 10.5, 1);
        canvas.text({x1 - 9, left_places[i]}, (name.empty() ? "" : name[0] + "  ") + value,
                    {10.5, before ? ChartColours::ink : ChartColours::quiet, Anchor::end});
        if (after)
            canvas.text({x2 + 9, right_places[i]}, value_label(chart, chart.series[1], i), {10.5, ChartColours::ink});
        else
            canvas.text({x1 + 9, left_places[i]}, "\u2192 " + value_label(chart, chart.series[1], i),
                        {10, ChartColours::quiet, Anchor::start, false, true});
    }
}

}  // namespace pamong
