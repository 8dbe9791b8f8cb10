#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pamong {

enum class ChartKind : std::uint8_t {
    bar,           ///< one series over categories, lying bars: long Indonesian labels stay readable
    grouped_bar,   ///< several series over categories, standing bars
    line,          ///< several series over ordered categories
    dot_interval,  ///< a dot with its interval per category: estimates
    slope,         ///< two series (before, after), one line per category
    scatter,       ///< points
    histogram,     ///< counts between edges
    tile_map       ///< one tile per province; categories are home-ministry codes ("72")
};

/// One value per category; nothing where there is none. `low` and `high` are empty or as long as `values`.
struct ChartSeries {
    std::string name{};
    std::vector<std::optional<double>> values{};
    std::vector<std::optional<double>> low{};
    std::vector<std::optional<double>> high{};
    /// Number of observations behind each value, printed beside it ("n = 12"); empty or as long as `values`.
    std::vector<std::optional<std::size_t>> n{};
};

struct ChartPoint {
    double x = 0;
    double y = 0;
    std::string label{};
};

/// One picture of numbers. chart/svg.h draws it for the web, print/pdf.h into a page; both look the same.
struct Chart {
    ChartKind kind = ChartKind::bar;
    std::string title{};
    /// What there is to see, for people who do not see it; empty makes one from the numbers.
    std::string description{};
    /// Small line below: where the numbers come from, what an interval means.
    std::string note{};
    std::string x_title{};
    std::string y_title{};
    std::vector<std::string> categories{};
    std::vector<ChartSeries> series{};
    std::vector<ChartPoint> points{};  ///< scatter
    std::vector<double> edges{};       ///< histogram: one more than values in series[0]
    std::optional<double> minimum{};   ///< of the value axis; bars always include 0
    std::optional<double> maximum{};
    /// A dashed line across the value axis, with its name: a target, a threshold.
    std::optional<double> reference{};
    std::string reference_name{};
    int decimals = 0;             ///< of printed values
    std::string unit{};           ///< printed after values: "%"
    std::string language = "id";  ///< of the few words of our own, and of the numbers
    double width = 640;
    double height = 0;  ///< 0: what the content needs
};

}  // namespace pamong
