#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "base/result.h"

namespace pamong {

/// What a cell style means for a number: a day, or zeros in front ("00000000" for a school number).
struct NumberFormat {
    bool date = false;
    std::size_t padded_to = 0;
};

/// Whether a format code shows a day or a time: d, m, y, h or s outside of quotes, brackets and escapes.
NumberFormat number_format(std::string_view code);

/// By style index (the `s` of a cell), from styles.xml.
std::vector<NumberFormat> read_number_formats(const pugi::xml_node& style_sheet);

/// "2026-11-20", "2026-11-20T07:45:00" or, below one day, "07:45:00". Empty when it is no day of a spreadsheet.
/// 1900 system with its 29 February 1900 that never was, or the 1904 system (ECMA-376 part 1, 18.17.4).
std::string date_text_of_serial(double serial, bool system_1904);

}  // namespace pamong
