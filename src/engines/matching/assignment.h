#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"

namespace pamong::matching {

/// One possible pair. `left` is the one to be placed, `right` offers places; both count from 0.
struct Arc {
    std::int32_t left;
    std::int32_t right;
    std::int64_t cost;  ///< at least 0, in any unit that can be added
    friend bool operator==(const Arc&, const Arc&) = default;
};

/// A pair named by its two ends.
struct PairOf {
    std::int32_t left;
    std::int32_t right;
    friend auto operator<=>(const PairOf&, const PairOf&) = default;
};

/// A set of hard rules as bits; bit r stands for rule number r of the caller.
using Rules = std::uint32_t;

constexpr std::int32_t unplaced = -1;

/// An earlier result that people already know of: each pair that changes costs `price` more, so few others move.
struct Earlier {
    std::vector<std::int32_t> right_of;  ///< one per left; `unplaced` for those who had none
    std::int64_t price = 0;
};

/// Who can be placed where, and what it costs.
struct Instance {
    std::int32_t lefts = 0;
    std::vector<std::int32_t> capacities{};  ///< places of each right; 0 takes nobody this time
    std::vector<Arc> arcs{};                 ///< each pair at most once, in any order
    std::vector<Rules> broken_rules{};  ///< empty, or per arc the hard rules it breaks; usable once all are dropped
    std::vector<std::int64_t>
        outside_costs{};              ///< empty: most placed, then cheapest; else per left the cost of no place
    std::vector<PairOf> locked{};     ///< must stay together
    std::vector<PairOf> forbidden{};  ///< must not come together
    std::optional<Earlier> earlier{};
};

struct Settings {
    std::uint64_t seed = 0;   ///< the lottery among equally cheap answers; keep it with the result
    Rules dropped_rules = 0;  ///< rules that do not count in this run
    friend bool operator==(const Settings&, const Settings&) = default;
};

/// A cheapest placement, with the prices that prove it.
struct Assignment {
    std::vector<std::int32_t> right_of;  ///< per left, or `unplaced`
    std::int64_t total_cost = 0;         ///< of the pairs, plus outside costs of those unplaced where there are any
    std::int64_t moved_cost = 0;         ///< moved pairs times their price
    std::int32_t placed = 0;
    std::int32_t unmatched = 0;
    std::int32_t moved = 0;
    std::vector<std::int64_t> prices;  ///< dual price of one place at each right; 0 where places are left
    std::int64_t outside_price = 0;    ///< "most placed, then cheapest": what being unplaced was counted with; else 0
    std::int64_t lower_bound = 0;      ///< no placement of as many people is below it (total_cost + moved_cost)
    std::int64_t gap = 0;              ///< total_cost + moved_cost - lower_bound; 0 proves that this is a best one
    std::int32_t components = 0;       ///< independent parts with at least one usable pair
    Settings settings{};               ///< what it was made with
};

/// Version of the method, stored with every result.
constexpr std::string_view assignment_method = "matching.successive_shortest_paths/1";

/// Gives each left at most one right within the capacities, at the least total cost. Exact.
///
/// Without outside costs as many as possible are placed, and among those answers the cheapest is taken.
/// Same instance and seed, same answer, whatever the order of the arcs; people with the same arcs have the same
/// chance over seeds.
/// problem  what check_instance() finds; matching.no_possible_pair: no usable arc at all, with the rules that block.
/// source   successive shortest paths with potentials: Edmonds and Karp (1972), J. ACM 19(2), 248-264;
///          Tomizawa (1971), Networks 1(2), 173-194. Page docs/methods/matching.md.
Result<Assignment> assign(const Instance& instance, const Settings& settings = {});

/// Refuses what has no meaning, naming up to 20 rows in `parts`.
///
/// matching.nobody, matching.no_capacity, matching.negative_capacity, matching.unknown_left, matching.unknown_right,
/// matching.negative_cost, matching.duplicate_pair, matching.costs_too_large, matching.wrong_length,
/// matching.locked_twice, matching.locked_unknown, matching.locked_and_forbidden, matching.locked_breaks_rule,
/// matching.locked_over_capacity.
Done check_instance(const Instance& instance, const Settings& settings = {});

/// Checks an answer without trusting the solver: every pair is allowed, capacities and locks hold, the costs add up,
/// and the prices alone give the stated lower bound (weak duality, sum of min(outside, cost + price) - sum of capacity
/// * price). problem  matching.bound_not_proved with `what`.
Done verify_bound(const Instance& instance, const Assignment& assignment);

}  // namespace pamong::matching
