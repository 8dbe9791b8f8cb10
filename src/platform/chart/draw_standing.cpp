// Charts whose values go upwards over categories or classes: grouped bars, lines, histogram.
#include <algorithm>
#include <cmath>

#include "platform/chart/number.h"
#include "platform/chart/standing.h"
#include "platform/chart/text_metrics.h"

namespace pamong {

void draw_grouped_bars(const Chart& chart, const CanvasBox& plot, Canvas& canvas) {
    const auto groups = static_cast<double>(chart.categories.size());
    const double guess = (plot.width - 50) / groups;
    const auto [low, high] = value_range(chart, true);
    const StandingPlot standing = draw_standing(chart, plot, low, high, category_height(chart, guess), canvas);
    const double step = standing.area.width / groups;
    const double bar = std::min(46.0, step * 0.8 / static_cast<double>(chart.series.size()));
    const double zero = standing.axis.at(std::clamp(0.0, standing.axis.low, standing.axis.high));
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        const double middle = standing.area.x + (static_cast<double>(c) + 0.5) * step;
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const auto& value = chart.series[s].values[c];
            const double x = middle + (static_cast<double>(s) - static_cast<double>(chart.series.size()) / 2) * bar;
            if (!value) {
                canvas.text({x + bar / 2, zero - 4}, "\u2013", {11, ChartColours::quiet, Anchor::middle});
                continue;
            }
            const double y = standing.axis.at(std::clamp(*value, standing.axis.low, standing.axis.high));
            canvas.rectangle({x + 1, std::min(y, zero), bar - 2, std::abs(zero - y)},
                             {series_colour(s), series_pattern(s)});
            const std::string label = local_number(*value, chart.decimals, chart.language);
            if (text_width(label, 9.5) <= bar + 4)
                canvas.text({x + bar / 2, *value < 0 ? y + 11 : y - 4}, label,
                            {9.5, ChartColours::ink, Anchor::middle});
        }
        draw_category(chart, c, middle, standing.area.bottom(), step, canvas);
    }
    canvas.line({standing.area.x, zero}, {standing.area.right(), zero}, {ChartColours::axis, 1.2});
    draw_standing_reference(chart, standing, canvas);
}

void draw_lines(const Chart& chart, const CanvasBox& plot, Canvas& canvas) {
    const auto count = static_cast<double>(chart.categories.size());
    const double guess = (plot.width - 50) / count;
    // Names that would not fit are drawn only for every second, third, ... category.
    double widest = 1;
    for (const std::string& name : chart.categories) widest = std::max(widest, text_width(name, 10.5) + 8);
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(std::min(widest, 70.0) / guess)));
    const double room = guess * static_cast<double>(every);
    const auto [low, high] = value_range(chart, false);
    // The last value of each line is printed at its right, unless every point of a single line has its own label.
    const bool all = chart.series.size() == 1 && guess >= 44;
    double ends = 0;
    for (const ChartSeries& series : chart.series)
        for (const auto& value : series.values)
            if (value && !all) ends = std::max(ends, text_width(value_label(chart, *value), 10) + 12);
    CanvasBox narrower = plot;
    narrower.width -= ends;
    const StandingPlot standing = draw_standing(chart, narrower, low, high, category_height(chart, room), canvas);
    draw_standing_reference(chart, standing, canvas);
    const double step = standing.area.width / count;
    std::vector<std::optional<double>> last_places(chart.series.size());
    const auto x_of = [&](std::size_t c) { return standing.area.x + (static_cast<double>(c) + 0.5) * step; };
    for (std::size_t c = 0; c < chart.categories.size(); c += every)
        draw_category(chart, c, x_of(c), standing.area.bottom(), step * static_cast<double>(every), canvas);
    canvas.line({standing.area.x, standing.area.bottom()}, {standing.area.right(), standing.area.bottom()},
                {ChartColours::axis, 1.2});
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        const ChartSeries& series = chart.series[s];
        std::vector<CanvasPoint> piece;
        const auto flush = [&] {
            if (piece.size() > 1) canvas.polyline(piece, {series_colour(s), 2, series_dash(s)});
            piece.clear();
        };
        for (std::size_t c = 0; c < series.values.size(); ++c) {
            if (!series.values[c]) {
                flush();  // a gap in the data is a gap in the line
                continue;
            }
            piece.push_back({x_of(c), standing.axis.at(*series.values[c])});
            if (!series.low.empty() && series.low[c] && series.high[c])
                canvas.line({x_of(c), standing.axis.at(*series.low[c])}, {x_of(c), standing.axis.at(*series.high[c])},
                            {series_colour(s), 1.4});
        }
        flush();
        for (std::size_t c = 0; c < series.values.size(); ++c) {
            if (!series.values[c]) continue;
            const double y = standing.axis.at(*series.values[c]);
            last_places[s] = y + 3.5;
            if (step >= 9) draw_marker(canvas, {x_of(c), y}, s, 3.8);
            if (all)
                label_on_white(canvas, {x_of(c), y - 9}, value_label(chart, *series.values[c]),
                               {10, ChartColours::ink, Anchor::middle});
        }
    }
    if (all) return;
    const auto places = placed_labels(last_places, standing.area.y, standing.area.bottom() + 4);
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        if (!last_places[s]) continue;
        const auto& values = chart.series[s].values;
        const auto last =
            std::find_if(values.rbegin(), values.rend(), [](const auto& value) { return value.has_value(); });
        canvas.text({standing.area.right() + 4, places[s]}, value_label(chart, **last),
                    {10, series_colour(s), Anchor::start, true});
    }
}

void draw_histogram(const Chart& chart, const CanvasBox& plot, Canvas& canvas) {
    Chart counts = chart;  // the reference and the unit belong to the axis below, not to the counts
    counts.reference.reset();
    counts.unit.clear();
    counts.minimum = 0;
    counts.maximum.reset();
    const auto [low, high] = value_range(counts, true);
    if (counts.y_title.empty()) counts.y_title = chart_word(chart, "chart.count");
    const StandingPlot standing = draw_standing(counts, plot, low, high, 22, canvas);
    const double first = chart.edges.front();
    const double last = chart.edges.back();
    const auto x_of = [&](double edge) {
        return standing.area.x + (edge - first) / (last - first) * standing.area.width;
    };

    const auto draw_reference = [&] {
        if (chart.reference && *chart.reference >= first && *chart.reference <= last) {
            const double x = x_of(*chart.reference);
            canvas.line({x, standing.area.y - 4}, {x, standing.area.bottom()}, {ChartColours::ink, 1.2, Dash::dashed});
            if (!chart.reference_name.empty())
                canvas.text({x + 4, standing.area.y + 4},
                            chart.reference_name + " " + value_label(chart, *chart.reference),
                            {10, ChartColours::ink, Anchor::start, false, true});
        }
    };
    double total = 0;
    for (std::size_t i = 0; i + 1 < chart.edges.size(); ++i) {
        const double value = chart.series[0].values[i].value_or(0);
        total += value;
        const double left = x_of(chart.edges[i]);
        const double wide = x_of(chart.edges[i + 1]) - left;
        const double y = standing.axis.at(value);
        canvas.rectangle({left + 0.75, y, wide - 1.5, standing.area.bottom() - y}, {series_colour(0)});
    }
    draw_reference();
    for (std::size_t i = 0; i + 1 < chart.edges.size(); ++i) {
        const double value = chart.series[0].values[i].value_or(0);
        const double left = x_of(chart.edges[i]);
        const double wide = x_of(chart.edges[i + 1]) - left;
        const std::string label = local_number(value, 0, chart.language);
        if (value > 0 && text_width(label, 10) < wide)
            label_on_white(canvas, {left + wide / 2, standing.axis.at(value) - 4}, label,
                           {10, ChartColours::ink, Anchor::middle});
    }
    canvas.line({standing.area.x, standing.area.bottom()}, {standing.area.right(), standing.area.bottom()},
                {ChartColours::axis, 1.2});
    double taken = -1e9;
    for (const double edge : chart.edges) {
        const std::string label = local_number(edge, chart.decimals, chart.language);
        const double half = text_width(label, 10) / 2;
        if (x_of(edge) - half < taken + 5) continue;
        canvas.text({x_of(edge), standing.area.bottom() + 15}, label, {10, ChartColours::quiet, Anchor::middle});
        taken = x_of(edge) + half;
    }
    canvas.text({standing.area.right(), plot.y + 10}, "n = " + local_number(total, 0, chart.language),
                {11, ChartColours::ink, Anchor::end, true});
}

}  // namespace pamong
