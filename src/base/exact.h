#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pamong {

/// An exact fraction: 41 of 68 stays 41/68. Scores, percents and credits are Exact; rounding is for print.
///
/// Always in lowest terms with a positive denominator. Arithmetic is done in 128 bits; a result that does not fit
/// 63 bits in lowest terms breaks expects(): the scores of this field have small denominators.
class Exact {
  public:
    constexpr Exact() = default;
    // A whole number is an exact number: implicit on purpose, so that rules read like the decree.
    constexpr Exact(std::int64_t whole) : numerator_(whole) {}  // NOLINT(google-explicit-constructor)
    Exact(std::int64_t numerator, std::int64_t denominator);

    [[nodiscard]] std::int64_t numerator() const { return numerator_; }
    [[nodiscard]] std::int64_t denominator() const { return denominator_; }
    [[nodiscard]] double to_double() const {
        return static_cast<double>(numerator_) / static_cast<double>(denominator_);
    }
    /// Millionths, half-even: what a {decimal} column holds.
    [[nodiscard]] std::int64_t millionths() const;
    static Exact from_millionths(std::int64_t millionths) { return {millionths, 1'000'000}; }

    friend Exact operator+(const Exact& a, const Exact& b);
    friend Exact operator-(const Exact& a, const Exact& b);
    friend Exact operator*(const Exact& a, const Exact& b);
    /// The caller checks for zero; dividing by it breaks expects().
    friend Exact operator/(const Exact& a, const Exact& b);
    friend bool operator==(const Exact&, const Exact&) = default;
    friend std::strong_ordering operator<=>(const Exact& a, const Exact& b);

  private:
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
};

/// Decimal text, half-even at `places`, without trailing zeros: 25/12 -> "2.0833333333", 21/2 -> "10.5".
std::string to_string(const Exact& value, int places = 10);
/// Exactly `places` digits after `point`: fixed(25/12, 2) -> "2.08"; Indonesian print uses ','.
std::string fixed(const Exact& value, int places, char point = '.');
/// Reads "612.4", "-3", "0.5"; at most 12 digits after the point, no exponent.
std::optional<Exact> exact_from(std::string_view text);

}  // namespace pamong
