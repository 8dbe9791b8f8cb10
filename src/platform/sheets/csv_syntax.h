#pragma once

#include <string_view>

namespace pamong {

/// Whether a spreadsheet would take this text for a formula, any apostrophes before it left aside.
/// Apostrophes count as part of the sign so that guarding and unguarding are exact opposites.
inline bool looks_like_formula(std::string_view text) {
    const auto sign = text.find_first_not_of('\'');
    return sign != std::string_view::npos && std::string_view("=+-@\t\r").contains(text[sign]);
}

}  // namespace pamong
