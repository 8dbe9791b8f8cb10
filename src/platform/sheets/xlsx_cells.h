#pragma once

#include <string>
#include <vector>

#include "platform/sheets/notes.h"
#include "platform/sheets/number_format.h"
#include "platform/sheets/xml_part.h"

namespace pamong {

/// What all sheets of one workbook share, and how much of the limits is used up.
struct XlsxContext {
    std::vector<std::string> strings{};
    std::vector<NumberFormat> formats{};
    bool system_1904 = false;
    const SheetLimits& limits;
    SheetNotes& notes;
    std::size_t rows = 0;
    std::size_t cells = 0;
    std::size_t text_bytes = 0;
};

/// Text of a <si>, <is> or rich text: all <t> in order without phonetic guides, `_x000D_` escapes undone.
std::string xlsx_text(const pugi::xml_node& node);

/// Fills rows and merged ranges from a <worksheet>. Problems: sheets.too_large, bad_cell, with the cell.
Done read_worksheet(const pugi::xml_node& worksheet, Sheet& sheet, XlsxContext& context);

}  // namespace pamong
