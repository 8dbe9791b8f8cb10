#pragma once

#include <bit>
#include <cstdint>

#include "base/result.h"

namespace pamong::scheduling {

/// A school week: day 0 is Monday, period 0 the first lesson of the day. Made by make_week(), so it fits one word.
struct Week {
    int days = 6;
    int periods = 10;
    [[nodiscard]] int cells() const { return days * periods; }
    [[nodiscard]] int cell(int day, int period) const { return day * periods + period; }
    [[nodiscard]] int day_of(int cell) const { return cell / periods; }
    [[nodiscard]] int period_of(int cell) const { return cell % periods; }
    friend bool operator==(const Week&, const Week&) = default;
};

/// problem  scheduling.bad_week: not 1-7 days, no period, or more than 64 cells.
Result<Week> make_week(int days, int periods);

/// A set of cells (day, period) of one week, one bit a cell.
struct WeekBits {
    std::uint64_t word = 0;
    [[nodiscard]] bool has(int cell) const { return (word >> static_cast<unsigned>(cell) & 1U) != 0; }
    void add(int cell) { word |= std::uint64_t{1} << static_cast<unsigned>(cell); }
    void remove(int cell) { word &= ~(std::uint64_t{1} << static_cast<unsigned>(cell)); }
    [[nodiscard]] int count() const { return std::popcount(word); }
    [[nodiscard]] bool empty() const { return word == 0; }
    friend WeekBits operator&(WeekBits a, WeekBits b) { return {a.word & b.word}; }
    friend WeekBits operator|(WeekBits a, WeekBits b) { return {a.word | b.word}; }
    friend bool operator==(const WeekBits&, const WeekBits&) = default;
};

/// Every cell of the week.
WeekBits whole_week(const Week& week);
/// The cells of `week` that are not in `busy`.
WeekBits free_cells(const Week& week, WeekBits busy);
/// The cells of a session of `length` periods that begins at `start`.
WeekBits session_cells(int start, int length);
/// Cells where `length` free periods in a row begin within one day; empty when `length` is not 1 to week.periods.
WeekBits possible_starts(const Week& week, WeekBits free, int length);
/// The same for two people who both have to be free.
inline WeekBits common_starts(const Week& week, WeekBits first, WeekBits second, int length) {
    return possible_starts(week, first & second, length);
}

}  // namespace pamong::scheduling
