// Tables whose headings repeat on every page.
#include <algorithm>
#include <memory>

#include "platform/chart/text_metrics.h"
#include "platform/print/pdf_blocks.h"

namespace pamong {
namespace {

constexpr double pad_x = 4.5;
constexpr double pad_y = 3;

struct TableColumnPlace {
    double x;
    double width;
    doc::Align align;
};

/// One row, set; it may be drawn in slices when it is higher than a page.
struct TableRow {
    std::vector<SetText> cells;
    double height = 0;
};
using SharedRow = std::shared_ptr<const TableRow>;

/// Shares of the page, but no column narrower than the longest word of its heading; the others give way.
std::vector<double> column_widths(const doc::Table& table, double whole, double size) {
    std::vector<double> least;
    std::vector<double> widths;
    double shares = 0;
    for (const doc::TableColumn& column : table.columns) {
        double longest = 0;
        std::string rest = column.heading.plain() + " ";
        for (auto blank = rest.find(' '); blank != std::string::npos; blank = rest.find(' ')) {
            longest = std::max(longest, text_width(rest.substr(0, blank), size, true));
            rest.erase(0, blank + 1);
        }
        least.push_back(std::min(longest + 2 * pad_x + 0.5, whole / static_cast<double>(table.columns.size())));
        widths.push_back(std::max(0.01, column.width));
        shares += widths.back();
    }
    double taken = 0;
    double spare = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        widths[i] = std::max(widths[i] * whole / shares, least[i]);
        taken += widths[i];
        spare += widths[i] - least[i];
    }
    // What the narrow ones took is given back by the others in proportion to what they have to spare.
    for (std::size_t i = 0; i < widths.size() && spare > 0; ++i)
        widths[i] -= (widths[i] - least[i]) / spare * (taken - whole);
    return widths;
}

void draw_row(cairo_t* cairo, const TableRow& row, const std::vector<TableColumnPlace>& columns,
              const std::vector<std::pair<std::size_t, std::size_t>>& slices, double y, const char* tag) {
    cairo_tag_begin(cairo, "TR", nullptr);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        tagged(cairo, tag,
               [&] { row.cells[i].draw(cairo, columns[i].x + pad_x, y + pad_y, slices[i].first, slices[i].second); });
    }
    cairo_tag_end(cairo, "TR");
}

std::vector<std::pair<std::size_t, std::size_t>> all_lines(const TableRow& row) {
    std::vector<std::pair<std::size_t, std::size_t>> slices;
    for (const SetText& cell : row.cells) slices.emplace_back(0, cell.lines());
    return slices;
}

}  // namespace

Done BlockPrinter::operator()(const doc::Table& block) {
    if (block.columns.empty()) return {};
    const double size = block.dense ? 7.5 : 9;
    auto columns = std::make_shared<std::vector<TableColumnPlace>>();
    double x = pages_.left();
    const std::vector<double> widths = column_widths(block, pages_.width(), size);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        columns->push_back({x, widths[i], block.columns[i].align});
        x += widths[i];
    }
    const auto set_row = [&](auto&& text_of, bool bold, std::uint32_t rgb) {
        auto row = std::make_shared<TableRow>();
        row->cells.reserve(columns->size());
        for (std::size_t i = 0; i < columns->size(); ++i) {
            const TableColumnPlace& place = (*columns)[i];
            row->cells.push_back(set(text_of(i), {size, bold, rgb, place.align}, place.width - 2 * pad_x));
            row->height = std::max(row->height, row->cells.back().height() + 2 * pad_y);
        }
        return row;
    };
    const bool headed =
        std::ranges::any_of(block.columns, [](const auto& column) { return !column.heading.spans.empty(); });
    const SharedRow heading = set_row([&](std::size_t i) { return block.columns[i].heading; }, true, PrintColours::ink);
    const auto draw_heading = [&] {
        if (!headed) return;
        rectangle(pages_.left(), pages_.y(), pages_.width(), heading->height, PrintColours::tint);
        pages_.add([heading, columns, y = pages_.y()](cairo_t* cairo) {
            draw_row(cairo, *heading, *columns, all_lines(*heading), y, "TH");
        });
        pages_.advance(heading->height);
        rectangle(pages_.left(), pages_.y(), pages_.width(), 0.8, PrintColours::accent);
    };

    pages_.space(8);
    SetText caption = set(block.caption, {9.5, true, PrintColours::ink}, pages_.width());
    const double heading_height = headed ? heading->height : 0;
    pages_.need((block.caption.empty() ? 0 : caption.height() + 3) + heading_height +
                std::min<double>(60, 20.0 * static_cast<double>(block.rows.size())));
    pages_.place(block.anchor);
    pages_.add([](cairo_t* cairo) { cairo_tag_begin(cairo, "Table", nullptr); });
    if (!block.caption.empty()) {
        pages_.flow(std::move(caption), pages_.left(), "Caption");
        pages_.advance(3);
    }
    draw_heading();

    for (std::size_t number = 0; number < block.rows.size(); ++number) {
        const auto& texts = block.rows[number];
        const bool total = number + block.total_rows >= block.rows.size();
        const SharedRow row =
            set_row([&](std::size_t i) { return i < texts.size() ? texts[i] : doc::Text{}; }, total, PrintColours::ink);
        const auto next = [&] {
            pages_.next_page();
            draw_heading();
        };
        const double most = pages_.body() - heading_height;
        if (row->height > pages_.room() && (row->height <= most || pages_.room() < most * 0.25)) next();
        if (total && number + block.total_rows == block.rows.size())
            rectangle(pages_.left(), pages_.y(), pages_.width(), 0.8, PrintColours::ink);
        std::vector<std::pair<std::size_t, std::size_t>> slices(row->cells.size(), {0, 0});
        while (true) {
            bool more = false;
            double height = 2 * pad_y;
            bool progress = false;
            for (std::size_t i = 0; i < row->cells.size(); ++i) {
                const SetText& cell = row->cells[i];
                const std::size_t first = slices[i].second;
                std::size_t count = cell.fitting(first, pages_.room() - 2 * pad_y + 0.01);
                slices[i] = {first, first + count};
                height = std::max(height, cell.height(first, first + count) + 2 * pad_y);
                progress = progress || count > 0;
                more = more || slices[i].second < cell.lines();
            }
            pages_.add([row, columns, slices, y = pages_.y()](cairo_t* cairo) {
                draw_row(cairo, *row, *columns, slices, y, "TD");
            });
            pages_.advance(height);
            rectangle(pages_.left(), pages_.y() - 0.4, pages_.width(), 0.4, PrintColours::rule);
            if (!more) break;
            next();
            expects(progress || pages_.room() > 30, "a table row gets on");
        }
    }
    pages_.add([](cairo_t* cairo) { cairo_tag_end(cairo, "Table"); });
    pages_.advance(9);
    return {};
}

}  // namespace pamong
