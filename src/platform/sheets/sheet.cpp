#include "platform/sheets/sheet.h"

#include <algorithm>

namespace pamong {

const Cell& Sheet::at(std::size_t row, std::size_t column) const {
    static const Cell nothing;
    if (row >= rows.size() || column >= rows[row].size()) return nothing;
    return rows[row][column];
}

void spread_merged(Sheet& sheet) {
    std::size_t budget = SheetLimits{}.cells;  // a hostile file may merge a whole sheet, many times
    for (const CellRange& range : sheet.merged) {
        const Cell value = sheet.at(range.first_row, range.first_column);
        if (value.kind == CellKind::empty) continue;
        const std::size_t last_row = std::min(range.last_row, sheet.rows.size() - 1);
        const std::size_t touched = (last_row - range.first_row + 1) * (range.last_column + 1);
        if (touched > budget) continue;
        budget -= touched;
        for (std::size_t row = range.first_row; row <= last_row; ++row) {
            auto& cells = sheet.rows[row];
            if (cells.size() <= range.last_column) cells.resize(range.last_column + 1);
            std::fill(cells.begin() + static_cast<std::ptrdiff_t>(range.first_column),
                      cells.begin() + static_cast<std::ptrdiff_t>(range.last_column) + 1, value);
        }
    }
}

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

namespace {

std::string quoted_sheet_name(std::string_view name) {
    const bool plain = !name.empty() && std::ranges::all_of(name, [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '.' ||
               c >= 0x80;
    });
    if (plain) return std::string(name);
    std::string quoted = "'";
    for (const char c : name) {
        if (c == '\'') quoted += '\'';
        quoted += c;
    }
    return quoted + "'";
}

}  // namespace

std::string cell_reference(std::string_view sheet, std::size_t row, std::size_t column) {
    return quoted_sheet_name(sheet) + "!" + column_letters(column) + std::to_string(row + 1);
}

std::string row_reference(std::string_view sheet, std::size_t row) {
    return quoted_sheet_name(sheet) + "!" + std::to_string(row + 1);
}

}  // namespace pamong
