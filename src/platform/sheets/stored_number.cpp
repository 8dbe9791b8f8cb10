#include "platform/sheets/stored_number.h"

#include <algorithm>
#include <charconv>

namespace pamong {
namespace {

constexpr std::size_t float_digits = 15;  // what Excel and LibreOffice keep of a typed number

/// Rounds a string of digits to 15, half up; returns true when a carry made it one digit longer (then 100...).
bool round_digits(std::string& digits) {
    if (digits.size() <= float_digits) return false;
    const bool up = digits[float_digits] >= '5';
    digits.resize(float_digits);
    if (!up) return false;
    for (std::size_t at = digits.size(); at-- > 0;) {
        if (digits[at] != '9') {
            ++digits[at];
            return false;
        }
        digits[at] = '0';
    }
    digits.insert(digits.begin(), '1');
    return true;
}

}  // namespace

std::optional<StoredNumber> stored_number(std::string_view text) {
    std::string sign;
    std::string_view rest = text;
    if (rest.starts_with('-')) sign = "-";
    if (rest.starts_with('-') || rest.starts_with('+')) rest.remove_prefix(1);

    std::string digits;
    int point = 0;  // digits before the decimal point
    bool dot = false;
    std::size_t at = 0;
    for (; at < rest.size(); ++at) {
        const char c = rest[at];
        if (c >= '0' && c <= '9') {
            digits += c;
            if (!dot) ++point;
        } else if (c == '.' && !dot) {
            dot = true;
        } else {
            break;
        }
        if (digits.size() > 400) return std::nullopt;
    }
    if (digits.empty()) return std::nullopt;
    int exponent = 0;
    const bool has_exponent = at < rest.size();
    if (has_exponent) {
        if (rest[at] != 'E' && rest[at] != 'e') return std::nullopt;
        std::string_view power = rest.substr(at + 1);
        if (power.starts_with('+')) power.remove_prefix(1);
        const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
        if (error != std::errc{} || end != power.data() + power.size() || power.empty()) return std::nullopt;
        if (exponent > 400 || exponent < -400) return std::nullopt;
    }
    const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
    if (zeros == digits.size()) return StoredNumber{"0", false};
    digits.erase(0, zeros);
    point += exponent - static_cast<int>(zeros);

    StoredNumber number;
    const bool whole_as_written = !dot && !has_exponent;
    if (whole_as_written) {
        const auto last = digits.find_last_not_of('0') + 1;
        // More than 15 digits of which only zeros follow the fifteenth: somebody wrote a float without exponent.
        number.digits_lost = digits.size() > float_digits && last <= float_digits;
    } else {
        if (round_digits(digits)) ++point;
        digits.erase(digits.find_last_not_of('0') + 1);
        number.digits_lost = point > static_cast<int>(float_digits);
    }
    const auto length = static_cast<int>(digits.size());
    if (point >= length) number.text = sign + digits + std::string(static_cast<std::size_t>(point - length), '0');
    else if (point > 0)
        number.text = sign + digits.substr(0, static_cast<std::size_t>(point)) + "." +
                      digits.substr(static_cast<std::size_t>(point));
    else number.text = sign + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    return number;
}

}  // namespace pamong
