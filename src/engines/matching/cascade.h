#pragma once

#include <cstdint>
#include <vector>

#include "engines/matching/assignment.h"

namespace pamong::matching {

/// Three generations, each placed with the one before: 1 takes `ratio_12` of 2, 2 takes `ratio_23` of 3 (1 : 3 : 10).
/// People of a generation count from 0; `person_*` holds the caller's number of each, so that nobody stands twice.
struct Cascade {
    std::vector<std::int64_t> person_1{};
    std::vector<std::int64_t> person_2{};
    std::vector<std::int64_t> person_3{};
    std::int32_t ratio_12 = 3;
    std::int32_t ratio_23 = 10;
    std::vector<Arc> arcs_12{};  ///< left: a person of generation 2, right: of generation 1
    std::vector<Arc> arcs_23{};  ///< left: a person of generation 3, right: of generation 2
};

struct CascadeAnswer {
    Assignment second;  ///< generation 2 with generation 1; exact on its own
    Assignment third;   ///< generation 3 with the people of generation 2 who have a place; exact given `second`
    std::int64_t total_cost = 0;
    /// The third generation if everyone of the second could take people: the most that a joint plan could place.
    std::int32_t third_placed_at_most = 0;
    std::int64_t third_lower_bound = 0;  ///< least cost of that relaxed plan
    bool best_as_a_whole = false;        ///< proven: no joint plan places more of 2 or 3, or as many for less
};

/// Plans generation after generation; "most placed, then cheapest", the second generation before the third.
///
/// Someone of generation 2 without a place takes nobody: a chain has no missing link. Hence the third layer depends
/// on the second, and a joint optimum is not a flow; the relaxed plan bounds it. Where all of 2 are placed both agree.
/// problem  matching.two_generations: one person in two generations of a round (a cycle would need that);
///          matching.bad_ratio; else as assign(), `at` starting with "second." or "third.".
Result<CascadeAnswer> plan_cascade(const Cascade& cascade, std::uint64_t seed);

}  // namespace pamong::matching
