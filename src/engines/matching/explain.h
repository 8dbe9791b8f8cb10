#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engines/matching/assignment.h"

// Why an answer looks as it does, and what another one would cost. All functions want a sound instance and an answer
// of assign() for it.
namespace pamong::matching {

/// The second best place of one left under the final prices.
struct NextBest {
    std::int32_t right = unplaced;  ///< `unplaced`: there is no other, or going without is next
    std::int64_t at_least = 0;      ///< the total rises by at least this much (reduced cost); exact_price_of() is exact
    bool exists = false;
};

/// One per left: of all other usable rights (and outside, where it has a stated cost) the one with least reduced cost.
std::vector<NextBest> next_best(const Instance& instance, const Assignment& assignment);

/// What the whole costs more if `pair` has to be in it. Solves again with the pair locked, so it is exact.
/// problem  as assign(); matching.locked_unknown when the pair is no arc, matching.locked_breaks_rule when a rule is
/// against it.
struct ChangeOfAnswer {
    std::int64_t cost = 0;    ///< total and moved cost after minus before
    std::int32_t placed = 0;  ///< people placed after minus before
    std::int32_t moved = 0;   ///< others whose place differs from before
};
Result<ChangeOfAnswer> exact_price_of(const Instance& instance, const Assignment& assignment, PairOf pair);

enum class WhyUnmatched {
    no_candidate,        ///< no arc at all
    blocked,             ///< every arc breaks a rule or is forbidden
    all_full,            ///< every usable right is full with people who would cost more elsewhere
    outside_is_cheaper,  ///< a place is left, but it costs more than having none
};
struct Unmatched {
    std::int32_t left;
    WhyUnmatched why;
    std::vector<std::int32_t> full_rights;  ///< usable, but without a place left
    Rules blocking_rules = 0;               ///< rules that take away at least one arc of this left
};
std::vector<Unmatched> explain_unmatched(const Instance& instance, const Assignment& assignment);

/// The answer without one rule, against the answer with it.
struct PriceOfRule {
    int rule = 0;
    std::int64_t cost = 0;    ///< total and moved cost with the rule minus without it, when as many are placed
    std::int32_t placed = 0;  ///< people placed without the rule minus with it
    std::int64_t total_without = 0;
};
/// One for each rule that some arc breaks and that is not dropped already; each is a new exact solution.
Result<std::vector<PriceOfRule>> price_of_rules(const Instance& instance, const Assignment& assignment);

/// What it costs at once if two lefts change places by hand; negative never happens for an optimal answer.
/// problem  matching.swap_not_possible: one is unplaced or locked, or one of the new pairs is not usable.
Result<std::int64_t> swap_cost(const Instance& instance, const Assignment& assignment, std::int32_t left,
                               std::int32_t other);

/// What it costs at once if one left moves to a right that still has a place.
/// problem  matching.move_not_possible: no place there, locked, or not usable.
Result<std::int64_t> move_cost(const Instance& instance, const Assignment& assignment, PairOf pair);

/// How one group (region, sex, school type) fares.
struct GroupShare {
    std::int32_t group = 0;
    std::int32_t people = 0;
    std::int32_t with_choice = 0;  ///< at least one usable arc
    std::int32_t placed_before = 0;
    std::int32_t placed_after = 0;
    std::int64_t cost_before = 0;  ///< sum over those placed
    std::int64_t cost_after = 0;
};
/// Groups in rising order. `group_of` has one label per left. Pairs of `before` that are no arcs any more count with
/// cost 0. problem  matching.wrong_length.
Result<std::vector<GroupShare>> fairness(const Instance& instance, Rules dropped_rules,
                                         std::span<const std::int32_t> before, std::span<const std::int32_t> after,
                                         std::span<const std::int32_t> group_of);

}  // namespace pamong::matching
