#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "platform/sheets/sheet.h"

namespace pamong {

struct CsvStyle {
    char separator = ',';
    /// Excel takes a CSV for UTF-8 only with a byte order mark.
    bool byte_order_mark = true;
    /// Puts an apostrophe before a text that a spreadsheet would run as a formula (= + - @ tab); read_csv takes it off
    /// again. Numbers and dates are left alone.
    bool guard_formulas = true;
};

/// One sheet as CSV with CRLF. A long digit string survives, but Excel opens it as a float: offer XLSX to people.
std::string write_csv(const Sheet& sheet, const CsvStyle& style = {});

struct XlsxStyle {
    /// Rows at the top that are headings: bold on a tint, frozen, with a filter on the last of them.
    std::size_t heading_rows = 1;
    std::string title{};
    std::string author{};
    /// When it was made: the same input gives the same bytes.
    Timestamp created{};
};

/// A workbook of these sheets. Text stays text ("0012", "=1+1", an 18-digit NIP); a number of more than 15 digits is
/// written as text, for a spreadsheet would cut it. Column widths follow the content. Sheet names are made valid.
///
/// Problems: sheets.too_large (more rows or columns than a sheet of Excel has), text_too_long, with the cell.
Result<std::string> write_xlsx(std::span<const Sheet> sheets, const XlsxStyle& style = {});

}  // namespace pamong
