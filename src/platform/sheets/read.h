#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "platform/sheets/sheet.h"

namespace pamong {

/// Reads a table file (CSV, TSV or XLSX), chosen by its content; the name only names the sheet of a CSV.
///
/// Problems: sheets.empty_file, too_large, old_excel (XLS or a workbook with a password), is_html, is_ods,
/// not_a_table, and those of read_csv and read_xlsx. A refused limit names the limit in its values.
Result<Workbook> read_table(std::string_view bytes, std::string_view file_name, const SheetLimits& limits = {});

/// RFC 4180 with what people really send: separator , ; or tab by majority outside of quotes (a first line `sep=;`
/// wins), UTF-8 with or without BOM, UTF-16 with BOM, and Windows-1252 when it is not valid UTF-8 (noted).
///
/// Notes: sheets.guessed_encoding, ragged_row (a row of another width than the first), digits_lost ("1,985E+17"),
/// quote_in_field. Problems: sheets.open_quote with the row where it began, too_large, bad_encoding.
Result<Workbook> read_csv(std::string_view bytes, std::string_view sheet_name = "CSV", const SheetLimits& limits = {},
                          std::optional<char> separator = {});

/// Reads values, not formulas: the last computed value is taken. Nothing is written to disk and no name within the
/// archive is ever used as a path; document types and external entities are refused; links are not followed.
///
/// Notes: sheets.digits_lost, hidden_sheet, formula_error. Problems: sheets.not_xlsx, bad_zip, zip_bomb, too_large,
/// encrypted, bad_xml, doctype, bad_cell.
Result<Workbook> read_xlsx(std::string_view bytes, const SheetLimits& limits = {});

}  // namespace pamong
