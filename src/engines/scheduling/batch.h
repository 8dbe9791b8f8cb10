#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engines/scheduling/week.h"

namespace pamong::scheduling {

/// Two people by their place in Batch::free.
struct PairToMeet {
    std::int32_t mentor;
    std::int32_t mentee;
};

/// What "earliest" adds up: the period within the day (a first lesson on Friday beats a third on Monday; days break
/// ties), or the cell within the week.
enum class Earliest { period_of_day, cell_of_week };

/// One session for each of these pairs in one week.
struct Batch {
    Week week;
    int session_periods = 1;
    std::vector<WeekBits> free{};  ///< per person
    std::vector<PairToMeet> pairs{};
    std::optional<int> most_per_mentor_day{};
    std::optional<int> most_per_mentor_week{};
    Earliest earliest = Earliest::period_of_day;
};

constexpr int not_held = -1;

struct Schedule {
    std::vector<int> start_of;  ///< per pair: the cell where its session begins, or `not_held`
    int scheduled = 0;
    int pairs_without_slot = 0;        ///< the two are never free together
    std::int64_t candidate_slots = 0;  ///< possible starts over all pairs
    std::int64_t sum_start = 0;        ///< of periods (from 0) or cells, as `earliest` says
    int bound_scheduled = 0;           ///< proven: no schedule holds more
    bool optimal = false;              ///< proven: none holds more, nor as many with a smaller sum
    int components = 0;                ///< groups of pairs without a common person
};

constexpr std::string_view batch_method = "scheduling.components_exact/1";

/// Most sessions held, then earliest. Nobody is in two sessions at a time; the caps count for mentors only.
///
/// Pairs without a common person do not touch each other, so each such group is solved on its own:
///  - one mentor, each mentee once: exact. One period a session: minimum cost flow; longer: a table over the subsets of
///    the mentees, up to 10 of them.
///  - else a search with bounds, exact unless it reaches its limit of steps; then the mentors' own best counts
///    (as if mentees had no other session) bound it, `optimal` is false and bound_scheduled says how far off it may be.
/// problem  scheduling.nobody, scheduling.bad_session_length, scheduling.bad_cap, scheduling.unknown_person,
///          scheduling.same_person, scheduling.duplicate_pair.
Result<Schedule> schedule_batch(const Batch& batch);

/// Checks that everyone is free, nobody is in two places, caps and counts hold.
/// problem  scheduling.bad_schedule with `what`.
Done check_schedule(const Batch& batch, const Schedule& schedule);

/// A new time for one session, by itself or together with one other that gives way.
struct Move {
    int start = 0;
    std::optional<std::int32_t> other_pair{};
    int other_start = not_held;
};
/// Ways to hold pair number `pair` at another time than now, those that leave the others alone first, each kind
/// earliest first; at most `most`. Also for a pair that has no session yet.
std::vector<Move> suggest_moves(const Batch& batch, const Schedule& schedule, std::int32_t pair, std::size_t most = 3);

}  // namespace pamong::scheduling
