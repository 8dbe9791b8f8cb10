#include <algorithm>
#include <array>
#include <map>

#include "platform/chart/frame.h"
#include "platform/chart/number.h"
#include "platform/chart/text_metrics.h"

namespace pamong {
namespace {

constexpr double gap = 3;
/// Light to dark; white text from the third on keeps a contrast of at least 4.5.
constexpr std::array<std::uint32_t, 5> shades{0xDCEAF5, 0xA9CCE6, 0x3D7FB3, 0x1D5C8F, 0x0C3557};
constexpr std::size_t first_dark = 2;

void draw_no_data(const CanvasBox& box, Canvas& canvas) { canvas.rectangle(box, {0xC4CCD4, Pattern::diagonal}); }

}  // namespace

void draw_tiles(const Chart& chart, const CanvasBox& plot, Canvas& canvas) {
    int columns = 1;
    int rows = 1;
    for (const ProvinceTile& tile : province_tiles())
        columns = std::max(columns, tile.column + 1), rows = std::max(rows, tile.row + 1);
    const double side = std::min((plot.width + gap) / columns, (plot.height - 44 + gap) / rows);
    const ChartSeries& series = chart.series.front();
    std::map<std::string, std::size_t> category;
    for (std::size_t i = 0; i < chart.categories.size(); ++i) category.emplace(chart.categories[i], i);

    const auto [low, high] = value_range(chart, false);
    const double from = chart.minimum.value_or(low);
    const double to = std::max(chart.maximum.value_or(high), from);
    const auto shade_of = [&](double value) {
        if (!(to > from)) return shades.size() / 2;
        const double share = (value - from) / (to - from) * static_cast<double>(shades.size());
        return static_cast<std::size_t>(std::clamp(share, 0.0, static_cast<double>(shades.size()) - 1));
    };
    for (const ProvinceTile& tile : province_tiles()) {
        const CanvasBox box{plot.x + tile.column * side, plot.y + tile.row * side, side - gap, side - gap};
        const auto found = category.find(tile.code);
        const bool known = found != category.end() && series.values[found->second].has_value();
        std::uint32_t ink = ChartColours::ink;
        if (known) {
            const std::size_t shade = shade_of(*series.values[found->second]);
            canvas.rectangle(box, {shades[shade]});
            if (shade >= first_dark) ink = 0xFFFFFF;
        } else {
            draw_no_data(box, canvas);
            canvas.rectangle({box.x + 1, box.y + box.height * 0.2, box.width - 2, box.height * 0.3},
                             {0xFFFFFF, Pattern::solid, 0.85});
        }
        const double middle = box.x + box.width / 2;
        const double full = side * 0.21;
        const double size = std::min(full, full * (box.width - 3) / std::max(1.0, text_width(tile.name, full)));
        canvas.text({middle, box.y + box.height * 0.42}, tile.name, {size, ink, Anchor::middle});
        if (known)
            canvas.text({middle, box.y + box.height * 0.78},
                        local_number(*series.values[found->second], chart.decimals, chart.language),
                        {side * 0.25, ink, Anchor::middle, true});
    }

    // The legend says the classes in numbers; classes are even parts of the range.
    double x = plot.x;
    const double y = plot.bottom() - 26;
    for (std::size_t i = 0; i < shades.size() && to > from; ++i) {
        const double part = (to - from) / static_cast<double>(shades.size());
        const std::string label = local_number(from + part * static_cast<double>(i), chart.decimals, chart.language) +
                                  "\u2013" + value_label(chart, from + part * static_cast<double>(i + 1));
        canvas.rectangle({x, y, 18, 14}, {shades[i]});
        canvas.text({x + 23, y + 11}, label, {10.5, ChartColours::ink});
        x += 112;
    }
    draw_no_data({x, y, 18, 14}, canvas);
    canvas.text({x + 23, y + 11}, chart_word(chart, "chart.no_value"), {10.5, ChartColours::ink});
}

}  // namespace pamong
