// Shares nothing with the solver but the instance and the answer, so that a mistake there cannot hide here.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "engines/matching/assignment.h"

namespace pamong::matching {
namespace {

__extension__ using WideSum = __int128;

std::unexpected<Problem> not_proved(std::string_view what) {
    return refused("matching.bound_not_proved", {{"what", std::string(what)}});
}

/// What one left pays at best under the given prices, and what its pair costs.
struct Row {
    std::optional<WideSum> least;
    std::optional<std::int64_t> own_cost;
};

WideSum price_of_change(const Instance& instance, std::size_t left, std::int32_t right) {
    if (!instance.earlier || instance.earlier->right_of[left] == unplaced) return 0;
    return instance.earlier->right_of[left] == right ? 0 : instance.earlier->price;
}

}  // namespace

Done verify_bound(const Instance& instance, const Assignment& assignment) {
    const auto lefts = static_cast<std::size_t>(instance.lefts);
    const std::size_t rights = instance.capacities.size();
    if (assignment.right_of.size() != lefts || assignment.prices.size() != rights) return not_proved("lengths");
    if (std::any_of(assignment.prices.begin(), assignment.prices.end(), [](auto price) { return price < 0; }))
        return not_proved("negative price");
    if (!instance.outside_costs.empty() && assignment.outside_price != 0) return not_proved("outside price");

    std::map<std::int32_t, std::int32_t> locked;
    for (const PairOf& pair : instance.locked) {
        locked[pair.left] = pair.right;
        if (assignment.right_of[static_cast<std::size_t>(pair.left)] != pair.right) return not_proved("lock");
    }
    const std::set<PairOf> forbidden(instance.forbidden.begin(), instance.forbidden.end());

    std::vector<Row> rows(lefts);
    for (std::size_t number = 0; number < instance.arcs.size(); ++number) {
        const Arc& arc = instance.arcs[number];
        const auto left = static_cast<std::size_t>(arc.left);
        const Rules broken = instance.broken_rules.empty() ? 0 : instance.broken_rules[number];
        if ((broken & ~assignment.settings.dropped_rules) != 0 || forbidden.contains({arc.left, arc.right})) continue;
        if (const auto lock = locked.find(arc.left); lock != locked.end() && lock->second != arc.right) continue;
        if (instance.capacities[static_cast<std::size_t>(arc.right)] == 0) continue;  // can be in no answer
        const WideSum pays = WideSum{arc.cost} + price_of_change(instance, left, arc.right) +
                             assignment.prices[static_cast<std::size_t>(arc.right)];
        rows[left].least = std::min(rows[left].least.value_or(pays), pays);
        if (assignment.right_of[left] == arc.right) rows[left].own_cost = arc.cost;
    }

    WideSum bound = 0;
    WideSum total = 0;
    WideSum moved_cost = 0;
    std::int32_t without = 0;
    std::vector<std::int64_t> held(rights, 0);
    for (std::size_t left = 0; left < lefts; ++left) {
        const std::int32_t right = assignment.right_of[left];
        const WideSum outside =
            instance.outside_costs.empty() ? assignment.outside_price : instance.outside_costs[left];
        if (!locked.contains(static_cast<std::int32_t>(left))) {
            const WideSum leaves = outside + price_of_change(instance, left, unplaced);
            rows[left].least = std::min(rows[left].least.value_or(leaves), leaves);
        }
        bound += *rows[left].least;
        moved_cost += price_of_change(instance, left, right);
        if (right == unplaced) {
            ++without;
            if (!instance.outside_costs.empty()) total += outside;
        } else {
            if (!rows[left].own_cost) return not_proved("pair that is not allowed");
            total += *rows[left].own_cost;
            ++held[static_cast<std::size_t>(right)];
        }
    }
    for (std::size_t right = 0; right < rights; ++right) {
        if (held[right] > instance.capacities[right]) return not_proved("capacity");
        bound -= WideSum{instance.capacities[right]} * assignment.prices[right];
    }
    bound -= WideSum{assignment.outside_price} * without;
    if (total != assignment.total_cost || moved_cost != assignment.moved_cost) return not_proved("total cost");
    if (without != assignment.unmatched || assignment.placed + without != instance.lefts) return not_proved("counts");
    if (bound != assignment.lower_bound) return not_proved("lower bound");
    if (total + moved_cost - bound != assignment.gap || assignment.gap < 0) return not_proved("gap");
    return {};
}

}  // namespace pamong::matching
