#pragma once

#include <string>

#include "base/result.h"
#include "platform/chart/canvas.h"
#include "platform/chart/chart.h"

namespace pamong {

/// Refuses what cannot be drawn honestly; both back-ends ask this first. Problems: see chart/svg.h.
Done check_chart(const Chart& chart);

/// What the chart needs; the same for both back-ends.
CanvasPoint chart_size(const Chart& chart);

/// Draws a chart that check_chart() accepts.
void draw_chart(const Chart& chart, Canvas& canvas);

/// The chart's own description, or one made from its numbers: names, values and what is missing.
std::string chart_description(const Chart& chart);

}  // namespace pamong
