#pragma once

#include <string>
#include <string_view>

namespace pamong {

/// 1234.5 with one place: "1.234,5" for "id", "1,234.5" otherwise; a real minus sign; rounded half-even from the binary
/// value.
std::string local_number(double value, int decimals, std::string_view language = "id");

}  // namespace pamong
