#pragma once

#include "platform/chart/frame.h"

namespace pamong {

/// A plot whose values go upwards: the value axis on the left is drawn, the area beside it is what remains.
struct StandingPlot {
    CanvasBox area{};
    ValueAxis axis{};
};
/// `below` is what category names or numbers need under the area.
StandingPlot draw_standing(const Chart& chart, const CanvasBox& plot, double low, double high, double below,
                           Canvas& canvas);
void draw_standing_reference(const Chart& chart, const StandingPlot& standing, Canvas& canvas);

/// How much room names below the plot need, and the names themselves, wrapped to `step`.
double category_height(const Chart& chart, double step);
void draw_category(const Chart& chart, std::size_t category, double x, double top, double step, Canvas& canvas);

}  // namespace pamong
