#pragma once

#include <cstdint>
#include <vector>

#include "engines/scheduling/batch.h"

// Inside of batch.cpp: pairs that share people, directly or by others, and the ways to solve them.
namespace pamong::scheduling {

/// Pairs by number, and where each could begin.
struct Group {
    std::vector<std::int32_t> pairs;
    std::vector<WeekBits> starts;  ///< as `pairs`
};

struct GroupAnswer {
    std::vector<int> start_of;  ///< as Group::pairs
    int bound = 0;
    bool optimal = false;
};

/// What a start costs: first the stated sum, then (for period_of_day) the day.
std::int64_t cost_of_start(const Batch& batch, int start);

/// One mentor, every mentee once, one period a session: minimum cost flow pair -> cell -> day -> week.
GroupAnswer solve_single_periods(const Batch& batch, const Group& group);
/// One mentor, every mentee once, up to `largest_table` pairs.
constexpr std::size_t largest_table = 10;
GroupAnswer solve_by_table(const Batch& batch, const Group& group);
/// Anything; exact unless `steps` run out.
GroupAnswer solve_by_search(const Batch& batch, const Group& group, std::int64_t steps);
/// At most so many sessions can one mentor hold with these pairs, each mentee taken as free of other sessions.
int most_of_one_mentor(const Batch& batch, const Group& group);

}  // namespace pamong::scheduling
