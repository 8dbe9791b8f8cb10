#include "platform/chart/number.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace pamong {

std::string local_number(double value, int decimals, std::string_view language) {
    const bool indonesian = language != "en";
    std::string digits = fmt::format("{:.{}f}", std::abs(value), std::clamp(decimals, 0, 12));
    const auto point = std::min(digits.find('.'), digits.size());
    const bool zero = digits.find_first_not_of("0.") == std::string::npos;
    if (point < digits.size()) digits[point] = indonesian ? ',' : '.';
    for (auto at = point; at > 3; at -= 3) digits.insert(at - 3, 1, indonesian ? '.' : ',');
    return (value < 0 && !zero ? "\u2212" : "") + digits;
}

}  // namespace pamong
