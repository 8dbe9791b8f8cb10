#include "platform/chart/frame.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "platform/chart/number.h"
#include "platform/chart/text_metrics.h"
#include "platform/embedded.h"
#include "platform/sheets/columns.h"
#include "platform/sheets/read.h"
#include "platform/words.h"

namespace pamong {
namespace {

constexpr double title_size = 14;
constexpr double title_line = 19;
constexpr double note_size = 10;
constexpr double note_line = 14;
constexpr double tile_gap = 3;
constexpr double apart = 13;  // between the base lines of two labels

double plot_height(const Chart& chart, double width) {
    const auto rows = static_cast<double>(chart.categories.size());
    switch (chart.kind) {
        case ChartKind::bar:
            return rows * 27 + 30;
        case ChartKind::dot_interval:
            return rows * (18 + 10 * static_cast<double>(chart.series.size())) + 30;
        case ChartKind::slope:
            return std::max(220.0, rows * 19 + 40);
        case ChartKind::scatter:
            return 320;
        case ChartKind::tile_map: {
            int bottom = 0;
            int right = 0;
            for (const ProvinceTile& tile : province_tiles())
                bottom = std::max(bottom, tile.row + 1), right = std::max(right, tile.column + 1);
            return (width - 16 + tile_gap) / right * bottom + 44;
        }
        default:
            return 270;
    }
}

bool has_legend(const Chart& chart) {
    return chart.series.size() > 1 && (chart.kind == ChartKind::grouped_bar || chart.kind == ChartKind::line ||
                                       chart.kind == ChartKind::dot_interval);
}

double legend_entry_width(const ChartSeries& series) { return 30 + text_width(series.name, 11) + 18; }

int legend_rows(const Chart& chart, double width) {
    int rows = 1;
    double x = 8;
    for (const ChartSeries& series : chart.series) {
        const double wide = legend_entry_width(series);
        if (x > 8 && x + wide > width) ++rows, x = 8;
        x += wide;
    }
    return rows;
}

void draw_legend(const Chart& chart, const Frame& frame, double top, Canvas& canvas) {
    double x = 8;
    double y = top;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const double wide = legend_entry_width(chart.series[i]);
        if (x > 8 && x + wide > frame.width) x = 8, y += 18;
        if (chart.kind == ChartKind::grouped_bar) {
            canvas.rectangle({x, y - 9, 22, 11}, {series_colour(i), series_pattern(i)});
        } else {
            if (chart.kind == ChartKind::line)
                canvas.line({x, y - 4}, {x + 24, y - 4}, {series_colour(i), 2, series_dash(i)});
            draw_marker(canvas, {x + 12, y - 4}, i, 4.5);
        }
        canvas.text({x + 30, y}, chart.series[i].name, {11, ChartColours::ink});
        x += wide;
    }
}

}  // namespace

Pattern series_pattern(std::size_t series) {
    constexpr std::array order{Pattern::solid, Pattern::diagonal, Pattern::dots,
                               Pattern::level, Pattern::steep,    Pattern::solid};
    return order[series % order.size()];
}
Dash series_dash(std::size_t series) {
    constexpr std::array order{Dash::whole, Dash::dashed, Dash::dotted};
    return order[series % order.size()];
}
std::uint32_t series_colour(std::size_t series) { return ChartColours::series[series % ChartColours::series.size()]; }

std::vector<double> ValueAxis::ticks() const {
    std::vector<double> all;
    const double first = std::ceil(low / step - 1e-9);
    for (double index = first; index * step <= high + step * 1e-9 && all.size() < 50; ++index)
        all.push_back(index * step);
    return all;
}

ValueAxis value_axis(const Chart& chart, double low, double high, int wanted) {
    if (chart.minimum) low = *chart.minimum;
    if (chart.maximum) high = *chart.maximum;
    if (!(high > low)) {
        const double around = std::max(1.0, std::abs(low) * 0.1);
        if (chart.minimum) high = low + around;
        else if (chart.maximum) low = high - around;
        else low -= around, high += around;
    }
    ValueAxis axis;
    const double rough = (high - low) / wanted;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    const double lead = rough / power;
    axis.step = power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    axis.low = chart.minimum ? low : std::floor(low / axis.step + 1e-9) * axis.step;
    axis.high = chart.maximum ? high : std::ceil(high / axis.step - 1e-9) * axis.step;
    axis.decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(axis.step) - 1e-9)), 0, 9);
    return axis;
}

std::pair<double, double> value_range(const Chart& chart, bool with_zero) {
    std::optional<std::pair<double, double>> range;
    const auto take = [&](const std::optional<double>& value) {
        if (!value) return;
        if (!range) range = {*value, *value};
        range->first = std::min(range->first, *value);
        range->second = std::max(range->second, *value);
    };
    for (const ChartSeries& series : chart.series) {
        for (const auto* values : {&series.values, &series.low, &series.high})
            for (const auto& value : *values) take(value);
    }
    take(chart.reference);
    if (with_zero) take(0.0);
    return range.value_or(std::pair{0.0, 1.0});
}

std::string chart_word(const Chart& chart, std::string_view key, std::map<std::string, std::string> values) {
    return Words::all().text(chart.language == "en" ? Language::en : Language::id, key, values);
}

std::string value_label(const Chart& chart, double value) {
    return local_number(value, chart.decimals, chart.language) + chart.unit;
}

std::string value_label(const Chart& chart, const ChartSeries& series, std::size_t category) {
    if (!series.values[category]) return chart_word(chart, "chart.no_value");
    std::string label = value_label(chart, *series.values[category]);
    if (!series.n.empty() && series.n[category])
        label += " (n = " + local_number(static_cast<double>(*series.n[category]), 0, chart.language) + ")";
    return label;
}

void label_on_white(Canvas& canvas, CanvasPoint at, std::string_view text, const Lettering& lettering) {
    const double wide = text_width(text, lettering.size, lettering.bold);
    const double left = lettering.anchor == Anchor::start ? at.x
                        : lettering.anchor == Anchor::end ? at.x - wide
                                                          : at.x - wide / 2;
    canvas.rectangle({left - 1.5, at.y - lettering.size * 0.85, wide + 3, lettering.size * 1.08},
                     {0xFFFFFF, Pattern::solid, 0.92});
    canvas.text(at, text, lettering);
}

std::vector<double> placed_labels(const std::vector<std::optional<double>>& wanted, double top, double bottom) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (wanted[i]) order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return *wanted[i]; });
    std::vector<double> places(wanted.size());
    double least = top;
    for (const std::size_t i : order) {
        places[i] = std::max(*wanted[i], least);
        least = places[i] + apart;
    }
    double most = bottom;
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
        places[*it] = std::min(places[*it], most);
        most = places[*it] - apart;
    }
    return places;
}

void draw_marker(Canvas& canvas, CanvasPoint at, std::size_t series, double size) {
    const Paint paint{series_colour(series)};
    const double s = size;
    switch (series % 4) {
        case 0:
            canvas.circle(at, s, paint);
            break;
        case 1:
            canvas.rectangle({at.x - s * 0.9, at.y - s * 0.9, s * 1.8, s * 1.8}, paint);
            break;
        case 2: {
            const std::array points{CanvasPoint{at.x, at.y - s * 1.2}, CanvasPoint{at.x + s * 1.15, at.y + s},
                                    CanvasPoint{at.x - s * 1.15, at.y + s}};
            canvas.polygon(points, paint);
            break;
        }
        default: {
            const std::array points{CanvasPoint{at.x, at.y - s * 1.3}, CanvasPoint{at.x + s * 1.3, at.y},
                                    CanvasPoint{at.x, at.y + s * 1.3}, CanvasPoint{at.x - s * 1.3, at.y}};
            canvas.polygon(points, paint);
        }
    }
}

Frame frame_of(const Chart& chart) {
    Frame frame;
    frame.width = chart.kind == ChartKind::tile_map ? std::max(chart.width, 720.0) : chart.width;
    frame.title = wrapped(chart.title, frame.width - 16, title_size, 3, true);
    frame.note = wrapped(chart.note, frame.width - 16, note_size, 4);
    frame.legend = has_legend(chart);
    frame.header = 8 + static_cast<double>(frame.title.size()) * title_line +
                   (frame.legend ? 18.0 * legend_rows(chart, frame.width) + 4 : 0) + 6;
    frame.footer = (chart.x_title.empty() ? 0 : 18) + static_cast<double>(frame.note.size()) * note_line +
                   (frame.note.empty() ? 6 : 12);
    frame.plot_height =
        chart.height > 0 ? std::max(80.0, chart.height - frame.header - frame.footer) : plot_height(chart, frame.width);
    return frame;
}

void draw_frame(const Chart& chart, const Frame& frame, Canvas& canvas) {
    double y = 8;
    for (const std::string& line : frame.title)
        canvas.text({8, y + 13}, line, {title_size, ChartColours::ink, Anchor::start, true}), y += title_line;
    if (frame.legend) draw_legend(chart, frame, y + 14, canvas);

    y = frame.header + frame.plot_height;
    if (!chart.x_title.empty()) {
        canvas.text({frame.width / 2, y + 12}, chart.x_title, {11, ChartColours::quiet, Anchor::middle});
        y += 18;
    }
    y += 4;
    for (const std::string& line : frame.note)
        canvas.text({8, y + 10}, line, {note_size, ChartColours::quiet}), y += note_line;
}

const std::vector<ProvinceTile>& province_tiles() {
    static const std::vector<ProvinceTile> tiles = [] {
        const auto file = embedded("regulations/province_tiles.csv");
        expects(file.has_value(), "regulations/province_tiles.csv is part of the program");
        const auto book = read_csv(*file);
        expects(book.has_value(), "province_tiles.csv is a table");
        const Sheet& sheet = book->sheets.front();
        const std::vector<WantedColumn> wanted{{"code", {}}, {"short", {}}, {"column", {}}, {"row", {}}};
        const auto match = match_columns(sheet, wanted);
        expects(match.complete(), "province_tiles.csv has its columns");
        std::vector<ProvinceTile> all;
        for (std::size_t row = match.heading_row + 1; row < sheet.rows.size(); ++row) {
            const auto number = [&](std::string_view key) {
                const auto text = match.text(sheet, row, key);
                int value = -1;
                std::from_chars(text.data(), text.data() + text.size(), value);
                expects(value >= 0 && value < 40, "a place on the tile grid");
                return value;
            };
            all.push_back({std::string(match.text(sheet, row, "code")), std::string(match.text(sheet, row, "short")),
                           number("column"), number("row")});
        }
        return all;
    }();
    return tiles;
}

}  // namespace pamong
