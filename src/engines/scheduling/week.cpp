#include "engines/scheduling/week.h"

#include <string>

namespace pamong::scheduling {

Result<Week> make_week(int days, int periods) {
    if (days < 1 || days > 7 || periods < 1 || periods > 64 || days * periods > 64)
        return refused("scheduling.bad_week", {{"days", std::to_string(days)}, {"periods", std::to_string(periods)}});
    return Week{days, periods};
}

WeekBits whole_week(const Week& week) {
    return {week.cells() == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << static_cast<unsigned>(week.cells())) - 1};
}

WeekBits free_cells(const Week& week, WeekBits busy) { return {whole_week(week).word & ~busy.word}; }

WeekBits session_cells(int start, int length) {
    if (start < 0 || start > 63) return {};
    const std::uint64_t ones =
        length >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << static_cast<unsigned>(length)) - 1;
    return {ones << static_cast<unsigned>(start)};
}

WeekBits possible_starts(const Week& week, WeekBits free, int length) {
    if (length < 1 || length > week.periods) return {};
    WeekBits starts = free & whole_week(week);
    for (int later = 1; later < length; ++later) starts.word &= free.word >> static_cast<unsigned>(later);
    // A session may not run from one day into the next.
    WeekBits fits;
    for (int day = 0; day < week.days; ++day) fits = fits | session_cells(week.cell(day, 0), week.periods - length + 1);
    return starts & fits;
}

}  // namespace pamong::scheduling
