#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/sheets/sheet.h"

namespace pamong {

/// A column that an import looks for: `key` is ours, `names` are the headings it goes by in people's files.
struct WantedColumn {
    std::string key;
    std::vector<std::string> names;
    bool required = true;
};

struct ColumnMatch {
    std::size_t heading_row = 0;
    std::map<std::string, std::size_t> column_of{};  ///< key -> column
    std::vector<std::string> missing{};              ///< keys of required columns that are not there
    std::vector<std::string> unknown{};              ///< headings nobody asked for, as written
    /// sheets.column_twice where two headings mean the same column; the first one counts.
    std::vector<Problem> notes{};

    [[nodiscard]] bool complete() const { return missing.empty(); }
    /// Text of that column in this row without blanks around it; empty when the column is not there.
    [[nodiscard]] std::string_view text(const Sheet& sheet, std::size_t row, std::string_view key) const;
    /// sheets.columns_missing with one part per column, or nothing.
    [[nodiscard]] std::optional<Problem> problem(const Sheet& sheet, std::span<const WantedColumn> wanted) const;
};

/// Letters and digits only, lower case: "Tanggal  Lahir (dd/mm)" -> "tanggallahirddmm".
std::string folded_heading(std::string_view heading);

/// Finds the heading row (of the first 30 rows the one that knows most wanted columns: exports of Dapodik begin with
/// title lines) and the columns, whatever their case, blanks and punctuation. An exact name wins over a later one.
ColumnMatch match_columns(const Sheet& sheet, std::span<const WantedColumn> wanted);

}  // namespace pamong
