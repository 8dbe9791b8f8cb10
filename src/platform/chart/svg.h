#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/chart/chart.h"

namespace pamong {

/// A self-contained SVG without scripts: role=img, <title> and <desc>. `id` makes the ids inside unique on a page.
///
/// Problems: chart.no_data, chart.lengths_differ, chart.not_finite, chart.too_many, chart.unknown_province.
Result<std::string> chart_svg(const Chart& chart, std::string_view id = "chart");

}  // namespace pamong
