#include <algorithm>

#include "platform/chart/number.h"
#include "platform/chart/standing.h"
#include "platform/chart/text_metrics.h"

namespace pamong {

void draw_scatter(const Chart& chart, const CanvasBox& plot, Canvas& canvas) {
    const auto [left, right] = std::ranges::minmax(chart.points, {}, &ChartPoint::x);
    const auto [below, above] = std::ranges::minmax(chart.points, {}, &ChartPoint::y);
    const double low = chart.reference ? std::min(below.y, *chart.reference) : below.y;
    const double high = chart.reference ? std::max(above.y, *chart.reference) : above.y;
    const StandingPlot standing = draw_standing(chart, plot, low, high, 22, canvas);

    Chart across;  // the other axis: limits and unit of the chart belong to the values upwards
    ValueAxis axis = value_axis(across, left.x, right.x, std::max(2, static_cast<int>(standing.area.width / 80)));
    axis.from = standing.area.x + 6;
    axis.to = standing.area.right() - 6;
    for (const double tick : axis.ticks()) {
        const double x = axis.at(tick);
        canvas.line({x, standing.area.y}, {x, standing.area.bottom()}, {ChartColours::grid});
        canvas.text({x, standing.area.bottom() + 15}, local_number(tick, axis.decimals, chart.language),
                    {10, ChartColours::quiet, Anchor::middle});
    }
    canvas.line({standing.area.x, standing.area.bottom()}, {standing.area.right(), standing.area.bottom()},
                {ChartColours::axis, 1.2});
    draw_standing_reference(chart, standing, canvas);
    const bool many = chart.points.size() > 150;
    for (const ChartPoint& point : chart.points)
        canvas.circle({axis.at(point.x), standing.axis.at(point.y)}, many ? 2.4 : 4,
                      {series_colour(0), Pattern::solid, 0.6});
    if (chart.points.size() <= 30) {
        for (const ChartPoint& point : chart.points) {
            const double x = axis.at(point.x);
            const bool flip = x + 7 + text_width(point.label, 9.5) > standing.area.right();
            canvas.text({flip ? x - 7 : x + 7, standing.axis.at(point.y) - 4}, point.label,
                        {9.5, ChartColours::ink, flip ? Anchor::end : Anchor::start});
        }
    }
    canvas.text({standing.area.right(), plot.y + 10},
                "n = " + local_number(static_cast<double>(chart.points.size()), 0, chart.language),
                {11, ChartColours::ink, Anchor::end, true});
}

}  // namespace pamong
