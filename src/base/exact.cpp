#include "base/exact.h"

#include <limits>

#include "base/result.h"

namespace pamong {
namespace {

__extension__ using Wide = __int128;

Wide gcd(Wide a, Wide b) {
    if (a < 0) a = -a;
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

Exact reduced(Wide numerator, Wide denominator) {
    expects(denominator != 0, "division of an exact number by zero");
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Wide common = gcd(numerator, denominator);
    if (common > 1) {
        numerator /= common;
        denominator /= common;
    }
    constexpr Wide limit = std::numeric_limits<std::int64_t>::max();
    expects(numerator <= limit && numerator >= -limit && denominator <= limit, "exact number out of range");
    return {static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

/// numerator * 10^places / denominator, rounded half to even.
Wide scaled(const Exact& value, int places) {
    Wide numerator = value.numerator();
    for (int i = 0; i < places; ++i) numerator *= 10;
    const bool negative = numerator < 0;
    if (negative) numerator = -numerator;
    Wide whole = numerator / value.denominator();
    const Wide twice_rest = 2 * (numerator % value.denominator());
    if (twice_rest > value.denominator() || (twice_rest == value.denominator() && whole % 2 != 0)) ++whole;
    return negative ? -whole : whole;
}

std::string digits_of(Wide value) {
    if (value == 0) return "0";
    std::string text;
    for (; value > 0; value /= 10) text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
    return text;
}

}  // namespace

Exact::Exact(std::int64_t numerator, std::int64_t denominator) : numerator_(numerator), denominator_(denominator) {
    if (denominator_ == 1) return;
    const Wide common = gcd(numerator, denominator);
    if (common == 1 && denominator > 0) return;
    *this = reduced(numerator, denominator);
}

Exact operator+(const Exact& a, const Exact& b) {
    return reduced(static_cast<Wide>(a.numerator_) * b.denominator_ + static_cast<Wide>(b.numerator_) * a.denominator_,
                   static_cast<Wide>(a.denominator_) * b.denominator_);
}
Exact operator-(const Exact& a, const Exact& b) {
    return reduced(static_cast<Wide>(a.numerator_) * b.denominator_ - static_cast<Wide>(b.numerator_) * a.denominator_,
                   static_cast<Wide>(a.denominator_) * b.denominator_);
}
Exact operator*(const Exact& a, const Exact& b) {
    return reduced(static_cast<Wide>(a.numerator_) * b.numerator_, static_cast<Wide>(a.denominator_) * b.denominator_);
}
Exact operator/(const Exact& a, const Exact& b) {
    return reduced(static_cast<Wide>(a.numerator_) * b.denominator_, static_cast<Wide>(a.denominator_) * b.numerator_);
}
std::strong_ordering operator<=>(const Exact& a, const Exact& b) {
    const Wide left = static_cast<Wide>(a.numerator_) * b.denominator_;
    const Wide right = static_cast<Wide>(b.numerator_) * a.denominator_;
    return left < right ? std::strong_ordering::less
                        : (left > right ? std::strong_ordering::greater : std::strong_ordering::equal);
}

std::int64_t Exact::millionths() const { return static_cast<std::int64_t>(scaled(*this, 6)); }

std::string fixed(const Exact& value, int places, char point) {
    Wide number = scaled(value, places);
    const bool negative = number < 0;
    if (negative) number = -number;
    std::string text = digits_of(number);
    const auto after = static_cast<std::size_t>(places);
    if (after > 0) {
        if (text.size() <= after) text.insert(0, after + 1 - text.size(), '0');
        text.insert(text.size() - after, 1, point);
    }
    return negative ? "-" + text : text;
}

std::string to_string(const Exact& value, int places) {
    std::string text = fixed(value, places);
    if (text.find('.') != std::string::npos) {
        while (text.back() == '0') text.pop_back();
        if (text.back() == '.') text.pop_back();
    }
    return text;
}

std::optional<Exact> exact_from(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    int before = 0;
    int after = -1;
    for (const char c : text) {
        if (c == '.' && after < 0 && before > 0) {
            after = 0;
            continue;
        }
        if (c < '0' || c > '9' || before + (after > 0 ? after : 0) >= 18) return std::nullopt;
        numerator = numerator * 10 + (c - '0');
        if (after >= 0) {
            denominator *= 10;
            if (++after > 12) return std::nullopt;
        } else {
            ++before;
        }
    }
    if (before == 0 || after == 0) return std::nullopt;
    return Exact{negative ? -numerator : numerator, denominator};
}

}  // namespace pamong
