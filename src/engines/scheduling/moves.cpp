#include <algorithm>

#include "engines/scheduling/batch.h"
#include "engines/scheduling/group.h"

namespace pamong::scheduling {
namespace {

bool share_a_person(const PairToMeet& a, const PairToMeet& b) {
    return a.mentor == b.mentor || a.mentor == b.mentee || a.mentee == b.mentor || a.mentee == b.mentee;
}

/// Starts of one pair, earliest first.
std::vector<int> ordered_starts(const Batch& batch, std::int32_t pair) {
    const PairToMeet& two = batch.pairs[static_cast<std::size_t>(pair)];
    const WeekBits starts = common_starts(batch.week, batch.free[static_cast<std::size_t>(two.mentor)],
                                          batch.free[static_cast<std::size_t>(two.mentee)], batch.session_periods);
    std::vector<int> cells;
    for (int cell = 0; cell < batch.week.cells(); ++cell)
        if (starts.has(cell)) cells.push_back(cell);
    std::stable_sort(cells.begin(), cells.end(),
                     [&](int a, int b) { return cost_of_start(batch, a) < cost_of_start(batch, b); });
    return cells;
}

/// Whether `pair` could begin at `start` beside the sessions in `start_of` (its own left out).
bool fits(const Batch& batch, const std::vector<int>& start_of, std::int32_t pair, int start) {
    const PairToMeet& two = batch.pairs[static_cast<std::size_t>(pair)];
    const WeekBits cells = session_cells(start, batch.session_periods);
    int that_day = 0;
    int that_week = 0;
    for (std::size_t other = 0; other < start_of.size(); ++other) {
        if (start_of[other] == not_held || static_cast<std::int32_t>(other) == pair) continue;
        if (share_a_person(two, batch.pairs[other]) &&
            !(session_cells(start_of[other], batch.session_periods) & cells).empty())
            return false;
        if (batch.pairs[other].mentor != two.mentor) continue;
        ++that_week;
        that_day += batch.week.day_of(start_of[other]) == batch.week.day_of(start) ? 1 : 0;
    }
    return that_day < batch.most_per_mentor_day.value_or(64) && that_week < batch.most_per_mentor_week.value_or(64);
}

}  // namespace

std::vector<Move> suggest_moves(const Batch& batch, const Schedule& schedule, std::int32_t pair, std::size_t most) {
    expects(pair >= 0 && static_cast<std::size_t>(pair) < batch.pairs.size() &&
                schedule.start_of.size() == batch.pairs.size(),
            "suggest_moves: a pair of this batch and its schedule");
    std::vector<Move> alone;
    std::vector<Move> with_another;
    auto start_of = schedule.start_of;
    const int now = start_of[static_cast<std::size_t>(pair)];
    for (const int start : ordered_starts(batch, pair)) {
        if (start == now) continue;
        if (fits(batch, start_of, pair, start)) {
            alone.push_back({start});
            continue;
        }
        for (std::size_t other = 0; other < start_of.size(); ++other) {
            const int other_now = start_of[other];
            if (static_cast<std::int32_t>(other) == pair || other_now == not_held ||
                !share_a_person(batch.pairs[static_cast<std::size_t>(pair)], batch.pairs[other]))
                continue;
            start_of[other] = not_held;
            const bool gives_way = fits(batch, start_of, pair, start);
            start_of[static_cast<std::size_t>(pair)] = start;
            if (gives_way)
                for (const int other_start : ordered_starts(batch, static_cast<std::int32_t>(other)))
                    if (other_start != other_now &&
                        fits(batch, start_of, static_cast<std::int32_t>(other), other_start)) {
                        with_another.push_back({start, static_cast<std::int32_t>(other), other_start});
                        break;
                    }
            start_of[static_cast<std::size_t>(pair)] = now;
            start_of[other] = other_now;
        }
    }
    alone.insert(alone.end(), with_another.begin(), with_another.end());
    if (alone.size() > most) alone.resize(most);
    return alone;
}

}  // namespace pamong::scheduling
