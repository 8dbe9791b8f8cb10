#include "platform/chart/standing.h"

#include <algorithm>

#include "platform/chart/number.h"
#include "platform/chart/text_metrics.h"

namespace pamong {

StandingPlot draw_standing(const Chart& chart, const CanvasBox& plot, double low, double high, double below,
                           Canvas& canvas) {
    StandingPlot standing;
    const double top = plot.y + (chart.y_title.empty() && chart.reference_name.empty() ? 12 : 26);
    const double bottom = plot.bottom() - below;
    standing.axis = value_axis(chart, low, high, std::max(2, static_cast<int>((bottom - top) / 45)));
    double widest = 0;
    for (const double tick : standing.axis.ticks())
        widest =
            std::max(widest, text_width(local_number(tick, standing.axis.decimals, chart.language) + chart.unit, 10));
    standing.area = {plot.x + widest + 8, top, plot.width - widest - 8, bottom - top};
    standing.axis.from = bottom;
    standing.axis.to = top;
    // The title of a standing axis lies above it: nobody turns the head to read it.
    if (!chart.y_title.empty()) canvas.text({plot.x, plot.y + 10}, chart.y_title, {11, ChartColours::quiet});
    for (const double tick : standing.axis.ticks()) {
        const double y = standing.axis.at(tick);
        canvas.line({standing.area.x, y}, {standing.area.right(), y}, {ChartColours::grid});
        canvas.text({standing.area.x - 6, y + 3.5},
                    local_number(tick, standing.axis.decimals, chart.language) + chart.unit,
                    {10, ChartColours::quiet, Anchor::end});
    }
    return standing;
}

void draw_standing_reference(const Chart& chart, const StandingPlot& standing, Canvas& canvas) {
    if (!chart.reference) return;
    const double y = standing.axis.at(*chart.reference);
    canvas.line({standing.area.x, y}, {standing.area.right(), y}, {ChartColours::ink, 1.2, Dash::dashed});
    if (chart.reference_name.empty()) return;
    // Its name stands above the plot, where no line of data can cross it; a scatter has its n in the corner.
    const std::string label = chart.reference_name + " " + value_label(chart, *chart.reference);
    const double right = standing.area.right() - (chart.kind == ChartKind::scatter ? 80 : 0);
    const double left = right - text_width(label, 10) - 30;
    canvas.line({left, standing.area.y - 13}, {left + 24, standing.area.y - 13},
                {ChartColours::ink, 1.2, Dash::dashed});
    canvas.text({left + 30, standing.area.y - 9.5}, label, {10, ChartColours::ink, Anchor::start, false, true});
}

double category_height(const Chart& chart, double step) {
    std::size_t lines = 1;
    for (const std::string& name : chart.categories) lines = std::max(lines, wrapped(name, step - 4, 10.5, 3).size());
    return 8 + 13 * static_cast<double>(lines);
}

void draw_category(const Chart& chart, std::size_t category, double x, double top, double step, Canvas& canvas) {
    double y = top + 14;
    for (const std::string& line : wrapped(chart.categories[category], step - 4, 10.5, 3)) {
        canvas.text({x, y}, line, {10.5, ChartColours::ink, Anchor::middle});
        y += 13;
    }
}

}  // namespace pamong
