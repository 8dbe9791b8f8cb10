#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/chart/canvas.h"
#include "platform/chart/chart.h"

namespace pamong {

/// Colours with a contrast of at least 4.5 to white (WCAG 2.2, 1.4.3 and 1.4.11), different in lightness too.
struct ChartColours {
    static constexpr std::uint32_t ink = 0x1F2933;
    static constexpr std::uint32_t quiet = 0x55606B;
    static constexpr std::uint32_t grid = 0xDDE2E7;
    static constexpr std::uint32_t axis = 0x8A949E;
    static constexpr std::uint32_t nothing = 0xEEF1F4;
    static constexpr std::array<std::uint32_t, 6> series{0x1D5C8F, 0xB4500B, 0x1B7A5E, 0x7A3E9D, 0x4A5560, 0xA8265F};
};
Pattern series_pattern(std::size_t series);
Dash series_dash(std::size_t series);
std::uint32_t series_colour(std::size_t series);

/// The numbers of an axis: round steps of 1, 2 or 5.
struct ValueAxis {
    double low = 0;
    double high = 1;
    double step = 1;
    int decimals = 0;
    double from = 0;  ///< position of `low` on the canvas
    double to = 0;    ///< position of `high`
    [[nodiscard]] double at(double value) const { return from + (value - low) / (high - low) * (to - from); }
    [[nodiscard]] std::vector<double> ticks() const;
};
/// An axis over [low, high] with about `wanted` steps; limits the chart gives are kept.
ValueAxis value_axis(const Chart& chart, double low, double high, int wanted);

/// Lowest and highest of all values, intervals and the reference; (0, 1) when there are none.
std::pair<double, double> value_range(const Chart& chart, bool with_zero);

/// A word of words/chart.json in the chart's language.
std::string chart_word(const Chart& chart, std::string_view key, std::map<std::string, std::string> values = {});
/// "12,5%" and "12,5% (n = 8)".
std::string value_label(const Chart& chart, double value);
std::string value_label(const Chart& chart, const ChartSeries& series, std::size_t category);

/// A label that stays readable where a line crosses it.
void label_on_white(Canvas& canvas, CanvasPoint at, std::string_view text, const Lettering& lettering);
/// Moves the base lines of labels apart that would cover each other; the order stays.
std::vector<double> placed_labels(const std::vector<std::optional<double>>& wanted, double top, double bottom);

/// A line of markers that differ in shape: circle, square, triangle, diamond.
void draw_marker(Canvas& canvas, CanvasPoint at, std::size_t series, double size);

/// The parts of a chart's area: title and legend above, axis title and note below the plot.
struct Frame {
    std::vector<std::string> title{};
    std::vector<std::string> note{};
    bool legend = false;
    double header = 0;
    double plot_height = 0;
    double footer = 0;
    double width = 0;
    [[nodiscard]] double height() const { return header + plot_height + footer; }
};
Frame frame_of(const Chart& chart);
void draw_frame(const Chart& chart, const Frame& frame, Canvas& canvas);

/// Where tiles stand: by home-ministry code, from regulations/province_tiles.csv.
struct ProvinceTile {
    std::string code;
    std::string name;
    int column = 0;
    int row = 0;
};
const std::vector<ProvinceTile>& province_tiles();

// One function a kind; `plot` is the area between header and footer.
void draw_bars(const Chart& chart, const CanvasBox& plot, Canvas& canvas);
void draw_grouped_bars(const Chart& chart, const CanvasBox& plot, Canvas& canvas);
void draw_lines(const Chart& chart, const CanvasBox& plot, Canvas& canvas);
void draw_dots(const Chart& chart, const CanvasBox& plot, Canvas& canvas);
void draw_slopes(const Chart& chart, const CanvasBox& plot, Canvas& canvas);
void draw_scatter(const Chart& chart, const CanvasBox& plot, Canvas& canvas);
void draw_histogram(const Chart& chart, const CanvasBox& plot, Canvas& canvas);
void draw_tiles(const Chart& chart, const CanvasBox& plot, Canvas& canvas);

}  // namespace pamong
