#include "platform/sheets/csv_syntax.h"
#include "platform/sheets/write.h"

namespace pamong {

std::string write_csv(const Sheet& sheet, const CsvStyle& style) {
    std::string out = style.byte_order_mark ? "\xEF\xBB\xBF" : "";
    const std::string needs_quotes = std::string("\"\r\n") + style.separator;
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
            const Cell& cell = sheet.rows[row][column];
            if (column > 0) out += style.separator;
            const bool guard = style.guard_formulas && cell.kind == CellKind::text && looks_like_formula(cell.text);
            // A first cell that looks like `sep=` or a byte order mark would be taken for one.
            const bool quotes = cell.text.find_first_of(needs_quotes) != std::string::npos ||
                                (row == 0 && column == 0 &&
                                 (cell.text.starts_with("sep=") || cell.text.starts_with("SEP=") ||
                                  cell.text.starts_with("\xEF\xBB\xBF")));
            if (quotes) out += '"';
            if (guard) out += '\'';
            for (const char c : cell.text) {
                if (c == '"') out += '"';
                out += c;
            }
            if (quotes) out += '"';
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace pamong
