#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pamong {

/// A number of a spreadsheet file as a person would have typed it.
struct StoredNumber {
    std::string text{};        ///< "198503152010012000", "0.3", "-12.5"
    bool digits_lost = false;  ///< more than 15 digits were kept as a float
};

/// Reads the decimal text of a <v> element: "1.98503152010012E+17" -> 198503152010012000, digits lost;
/// "0.30000000000000004" -> 0.3 (spreadsheets show 15 digits and store the nearest float).
/// A plain whole number is kept as it stands, however long: some programs do write all digits.
/// Nothing when it is not a number.
std::optional<StoredNumber> stored_number(std::string_view text);

}  // namespace pamong
