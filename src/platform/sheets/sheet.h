#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace pamong {

/// What a cell was in the file it came from. CSV knows only text and empty.
enum class CellKind : std::uint8_t { empty, text, number, date, boolean };

/// One cell as text: numbers as decimal text without exponent ("198503152010012000"), dates as "2026-11-20",
/// moments as "2026-11-20T07:45:00", times of day as "07:45:00", truth as "true" or "false".
struct Cell {
    std::string text{};
    CellKind kind = CellKind::empty;
    /// The program that wrote the file kept this number as a float of 15 digits: the last digits are gone for good.
    bool digits_lost = false;

    friend bool operator==(const Cell&, const Cell&) = default;
};

inline Cell text_cell(std::string text) {
    const CellKind kind = text.empty() ? CellKind::empty : CellKind::text;
    return {std::move(text), kind, false};
}
/// `decimal` is decimal text with a point: "12.5".
inline Cell number_cell(std::string decimal) { return {std::move(decimal), CellKind::number, false}; }
/// `iso` is "2026-11-20" or "2026-11-20T07:45:00".
inline Cell date_cell(std::string iso) { return {std::move(iso), CellKind::date, false}; }

/// Rows and columns count from 0 here; they are printed from 1 and A.
struct CellRange {
    std::size_t first_row = 0;
    std::size_t first_column = 0;
    std::size_t last_row = 0;
    std::size_t last_column = 0;
    friend bool operator==(const CellRange&, const CellRange&) = default;
};

struct Sheet {
    std::string name{};
    /// Ragged: a row ends at its last cell that holds something.
    std::vector<std::vector<Cell>> rows{};
    bool hidden = false;
    /// The value of a merged range stands in its first cell; the others are empty (see spread_merged).
    std::vector<CellRange> merged{};

    /// The cell there, or an empty one beyond the end of its row or of the sheet.
    [[nodiscard]] const Cell& at(std::size_t row, std::size_t column) const;
};

struct Workbook {
    std::vector<Sheet> sheets{};
    /// What was read but deserves a look: ragged rows, lost digits, guessed encodings. Each has its place in `at`.
    /// At most 1,000; a last sheets.more_notes counts the others.
    std::vector<Problem> notes{};
};

/// Copies the value of every merged range into all its cells: for headings that span columns or groups of rows.
/// Ranges that would make more than a million cells in all are left as they are.
void spread_merged(Sheet& sheet);

/// 0 -> "A", 26 -> "AA".
std::string column_letters(std::size_t column);
/// "Guru!C14" for row 13, column 2; names with blanks are quoted as spreadsheets do: "'Data Guru'!C14".
std::string cell_reference(std::string_view sheet, std::size_t row, std::size_t column);
/// "Guru!14" for row 13.
std::string row_reference(std::string_view sheet, std::size_t row);

/// How much of a foreign file we are willing to hold. The defaults take a district's yearly workbook with ease.
struct SheetLimits {
    std::size_t file_bytes = 64U << 20U;
    std::size_t entries = 2'000;            ///< files within one XLSX archive
    std::size_t entry_bytes = 96U << 20U;   ///< one unpacked file of the archive
    std::size_t total_bytes = 192U << 20U;  ///< all unpacked files together
    std::size_t ratio = 200;                ///< unpacked to packed; looked at from 1 MiB on
    std::size_t sheets = 100;
    std::size_t rows = 1'048'576;  ///< of all sheets together; one sheet of Excel has so many
    std::size_t columns = 16'384;
    std::size_t cells = 1'000'000;         ///< of all sheets together, gaps within rows included
    std::size_t markup = 8'000'000;        ///< tags and attributes of one file of the archive: they are held in memory
    std::size_t text_bytes = 256U << 20U;  ///< of all cells together: shared strings may be referred to without end
    std::size_t cell_bytes = 4 * 32'767;   ///< Excel allows 32,767 characters
};

}  // namespace pamong
