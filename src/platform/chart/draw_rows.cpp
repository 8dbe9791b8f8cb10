// Charts with one row per category: lying bars and dots with intervals.
#include <algorithm>

#include "platform/chart/frame.h"
#include "platform/chart/number.h"
#include "platform/chart/text_metrics.h"

namespace pamong {
namespace {

constexpr double label_size = 11;

/// The names on the left, the axis below, and the area between them.
struct RowLayout {
    CanvasBox area;
    double row_height;
    ValueAxis axis;
    [[nodiscard]] double middle(std::size_t row) const {
        return area.y + (static_cast<double>(row) + 0.5) * row_height;
    }
};

RowLayout lay_rows(const Chart& chart, const CanvasBox& plot, bool with_zero, double right_margin, Canvas& canvas) {
    double names = 0;
    for (const std::string& name : chart.categories) names = std::max(names, text_width(name, label_size));
    names = std::min(names + 4, plot.width * 0.38);
    const double top = chart.reference && !chart.reference_name.empty() ? 16 : 2;
    RowLayout layout{
        {plot.x + names + 10, plot.y + top, plot.width - names - 10 - right_margin, plot.height - 28 - top}, 0, {}};
    layout.row_height = layout.area.height / static_cast<double>(chart.categories.size());
    const auto [low, high] = value_range(chart, with_zero);
    layout.axis = value_axis(chart, low, high, std::max(2, static_cast<int>(layout.area.width / 80)));
    layout.axis.from = layout.area.x;
    layout.axis.to = layout.area.right();

    for (const double tick : layout.axis.ticks()) {
        const double x = layout.axis.at(tick);
        canvas.line({x, layout.area.y}, {x, layout.area.bottom()}, {ChartColours::grid});
        canvas.text({x, layout.area.bottom() + 15},
                    local_number(tick, layout.axis.decimals, chart.language) + chart.unit,
                    {10, ChartColours::quiet, Anchor::middle});
    }
    for (std::size_t row = 0; row < chart.categories.size(); ++row) {
        const auto lines = wrapped(chart.categories[row], names, label_size, layout.row_height >= 26 ? 2 : 1);
        double y = layout.middle(row) + 4 - 6.5 * (static_cast<double>(lines.size()) - 1);
        for (const std::string& line : lines) {
            canvas.text({layout.area.x - 8, y}, line, {label_size, ChartColours::ink, Anchor::end});
            y += 13;
        }
    }
    return layout;
}

void draw_row_reference(const Chart& chart, const RowLayout& layout, Canvas& canvas) {
    if (!chart.reference) return;
    const double x = layout.axis.at(*chart.reference);
    canvas.line({x, layout.area.y - 2}, {x, layout.area.bottom()}, {ChartColours::ink, 1.2, Dash::dashed});
    if (chart.reference_name.empty()) return;
    const std::string label = chart.reference_name + " " + value_label(chart, *chart.reference);
    const bool near_right = x + text_width(label, 10) / 2 > layout.area.right();
    canvas.text({x, layout.area.y - 6}, label,
                {10, ChartColours::ink, near_right ? Anchor::end : Anchor::middle, false, true});
}

double widest_label(const Chart& chart) {
    double widest = 0;
    for (const ChartSeries& series : chart.series)
        for (std::size_t i = 0; i < series.values.size(); ++i)
            if (series.values[i]) widest = std::max(widest, text_width(value_label(chart, series, i), 10.5));
    return widest;
}

void draw_whisker(double from, double to, double y, const Stroke& stroke, Canvas& canvas) {
    canvas.line({from, y}, {to, y}, stroke);
    canvas.line({from, y - 4}, {from, y + 4}, stroke);
    canvas.line({to, y - 4}, {to, y + 4}, stroke);
}

}  // namespace

void draw_bars(const Chart& chart, const CanvasBox& plot, Canvas& canvas) {
    const RowLayout layout = lay_rows(chart, plot, true, widest_label(chart) + 8, canvas);
    const ChartSeries& series = chart.series.front();
    const double zero = std::clamp(layout.axis.at(0), layout.area.x, layout.area.right());
    draw_row_reference(chart, layout, canvas);
    const double thick = std::min(18.0, layout.row_height * 0.68);
    for (std::size_t row = 0; row < chart.categories.size(); ++row) {
        const double y = layout.middle(row);
        if (!series.values[row]) {
            canvas.text({zero + 5, y + 4}, value_label(chart, series, row),
                        {10.5, ChartColours::quiet, Anchor::start, false, true});
            continue;
        }
        const double x = std::clamp(layout.axis.at(*series.values[row]), layout.area.x, layout.area.right());
        canvas.rectangle({std::min(x, zero), y - thick / 2, std::abs(x - zero), thick}, {series_colour(0)});
        double label_at = x;
        if (!series.low.empty() && series.low[row] && series.high[row]) {
            draw_whisker(layout.axis.at(*series.low[row]), layout.axis.at(*series.high[row]), y,
                         {ChartColours::ink, 1.4}, canvas);
            label_at = *series.values[row] < 0 ? layout.axis.at(*series.low[row]) : layout.axis.at(*series.high[row]);
        }
        // A label of a negative bar stands on its right side of zero: on the left it would run into the names.
        label_on_white(canvas, {std::max(label_at, zero) + 5, y + 4}, value_label(chart, series, row),
                       {10.5, ChartColours::ink});
    }
    canvas.line({zero, layout.area.y}, {zero, layout.area.bottom()}, {ChartColours::axis, 1.2});
}

void draw_dots(const Chart& chart, const CanvasBox& plot, Canvas& canvas) {
    const double labels = widest_label(chart) + 14;
    const RowLayout layout = lay_rows(chart, plot, false, labels, canvas);
    const auto count = static_cast<double>(chart.series.size());
    for (std::size_t row = 0; row < chart.categories.size(); ++row) {
        if (row % 2 == 0)
            canvas.rectangle({layout.area.x, layout.middle(row) - layout.row_height / 2, layout.area.width + labels,
                              layout.row_height},
                             {0x7A8794, Pattern::solid, 0.07});
    }
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        const ChartSeries& series = chart.series[s];
        for (std::size_t row = 0; row < chart.categories.size(); ++row) {
            const double spread = std::min(13.0, layout.row_height / count);
            const double y = layout.middle(row) + (static_cast<double>(s) - (count - 1) / 2) * spread;
            if (!series.values[row]) {
                canvas.text({layout.area.x + 5, y + 4}, value_label(chart, series, row),
                            {10, ChartColours::quiet, Anchor::start, false, true});
                continue;
            }
            if (!series.low.empty() && series.low[row] && series.high[row])
                draw_whisker(layout.axis.at(*series.low[row]), layout.axis.at(*series.high[row]), y,
                             {series_colour(s), 1.8}, canvas);
            draw_marker(canvas, {layout.axis.at(*series.values[row]), y}, s, 4.5);
            canvas.text({layout.area.right() + 10, y + 4}, value_label(chart, series, row), {10.5, ChartColours::ink});
        }
    }
    if (layout.axis.low < 0 && layout.axis.high > 0)
        canvas.line({layout.axis.at(0), layout.area.y}, {layout.axis.at(0), layout.area.bottom()},
                    {ChartColours::axis, 1.2});
    draw_row_reference(chart, layout, canvas);
}

}  // namespace pamong
