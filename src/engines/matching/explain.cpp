#include "engines/matching/explain.h"

#include <algorithm>
#include <map>

#include "engines/matching/usable_arcs.h"

namespace pamong::matching {
namespace {

std::size_t slot_of(std::int32_t index) { return static_cast<std::size_t>(index); }

std::vector<std::int32_t> places_left(const Instance& instance, const Assignment& assignment) {
    auto left_over = instance.capacities;
    for (const std::int32_t right : assignment.right_of)
        if (right != unplaced) --left_over[slot_of(right)];
    return left_over;
}

bool is_person(const Instance& instance, std::int32_t left) { return left >= 0 && left < instance.lefts; }

}  // namespace

std::vector<NextBest> next_best(const Instance& instance, const Assignment& assignment) {
    const UsableArcs arcs(instance, assignment.settings.dropped_rules);
    std::vector<NextBest> all(slot_of(instance.lefts));
    for (std::int32_t left = 0; left < instance.lefts; ++left) {
        const std::int32_t own = assignment.right_of[slot_of(left)];
        const bool locked = arcs.locked_to(left) != unplaced;
        const auto pays_at = [&](const Choice& choice) {
            return choice.full_cost + assignment.prices[slot_of(choice.right)];
        };
        const std::int64_t pays = own == unplaced ? arcs.full_outside_cost(left) : pays_at(*arcs.find(left, own));
        NextBest& best = all[slot_of(left)];
        const auto offer = [&](std::int32_t right, std::int64_t cost) {
            if (!best.exists || cost < best.at_least) best = {right, cost, true};
        };
        for (const Choice& choice : arcs.of(left))
            if (choice.right != own && instance.capacities[slot_of(choice.right)] > 0)
                offer(choice.right, pays_at(choice) - pays);
        if (own != unplaced && !locked && !instance.outside_costs.empty())
            offer(unplaced, arcs.full_outside_cost(left) - pays);
    }
    return all;
}

Result<ChangeOfAnswer> exact_price_of(const Instance& instance, const Assignment& assignment, PairOf pair) {
    Instance forced = instance;
    if (std::find(forced.locked.begin(), forced.locked.end(), pair) == forced.locked.end())
        forced.locked.push_back(pair);
    const auto after = assign(forced, assignment.settings);
    if (!after) return refused(after.error());
    ChangeOfAnswer change;
    change.cost = after->total_cost + after->moved_cost - assignment.total_cost - assignment.moved_cost;
    change.placed = after->placed - assignment.placed;
    for (std::int32_t left = 0; left < instance.lefts; ++left)
        change.moved +=
            left != pair.left && after->right_of[slot_of(left)] != assignment.right_of[slot_of(left)] ? 1 : 0;
    return change;
}

std::vector<Unmatched> explain_unmatched(const Instance& instance, const Assignment& assignment) {
    const UsableArcs arcs(instance, assignment.settings.dropped_rules);
    const auto free = places_left(instance, assignment);
    std::vector<Rules> blocking(slot_of(instance.lefts), 0);
    std::vector<bool> has_arc(slot_of(instance.lefts), false);
    for (std::size_t arc = 0; arc < instance.arcs.size(); ++arc) {
        const auto left = slot_of(instance.arcs[arc].left);
        has_arc[left] = true;
        blocking[left] |= blocking_rules(instance, arc, assignment.settings.dropped_rules);
    }
    std::vector<Unmatched> all;
    for (std::int32_t left = 0; left < instance.lefts; ++left) {
        if (assignment.right_of[slot_of(left)] != unplaced) continue;
        Unmatched one{left, WhyUnmatched::all_full, {}, blocking[slot_of(left)]};
        for (const Choice& choice : arcs.of(left))
            if (free[slot_of(choice.right)] == 0) one.full_rights.push_back(choice.right);
        if (!has_arc[slot_of(left)]) one.why = WhyUnmatched::no_candidate;
        else if (arcs.of(left).empty()) one.why = WhyUnmatched::blocked;
        else if (one.full_rights.size() < arcs.of(left).size()) one.why = WhyUnmatched::outside_is_cheaper;
        all.push_back(std::move(one));
    }
    return all;
}

Result<std::vector<PriceOfRule>> price_of_rules(const Instance& instance, const Assignment& assignment) {
    Rules used = 0;
    for (std::size_t arc = 0; arc < instance.arcs.size(); ++arc)
        used |= blocking_rules(instance, arc, assignment.settings.dropped_rules);
    std::vector<PriceOfRule> all;
    for (int rule = 0; rule < 32; ++rule) {
        const Rules bit = Rules{1} << static_cast<unsigned>(rule);
        if ((used & bit) == 0) continue;
        Settings without = assignment.settings;
        without.dropped_rules |= bit;
        const auto answer = assign(instance, without);
        if (!answer) return refused(answer.error());
        all.push_back({rule, assignment.total_cost + assignment.moved_cost - answer->total_cost - answer->moved_cost,
                       answer->placed - assignment.placed, answer->total_cost});
    }
    return all;
}

Result<std::int64_t> swap_cost(const Instance& instance, const Assignment& assignment, std::int32_t left,
                               std::int32_t other) {
    const auto no = [] { return refused("matching.swap_not_possible"); };
    if (!is_person(instance, left) || !is_person(instance, other) || left == other) return no();
    const UsableArcs arcs(instance, assignment.settings.dropped_rules);
    const std::int32_t here = assignment.right_of[slot_of(left)];
    const std::int32_t there = assignment.right_of[slot_of(other)];
    if (here == unplaced || there == unplaced) return no();
    const Choice* to_there = arcs.find(left, there);
    const Choice* to_here = arcs.find(other, here);
    if (to_there == nullptr || to_here == nullptr) return no();
    return to_there->full_cost + to_here->full_cost - arcs.find(left, here)->full_cost -
           arcs.find(other, there)->full_cost;
}

Result<std::int64_t> move_cost(const Instance& instance, const Assignment& assignment, PairOf pair) {
    const auto no = [] { return refused("matching.move_not_possible"); };
    if (!is_person(instance, pair.left)) return no();
    const UsableArcs arcs(instance, assignment.settings.dropped_rules);
    const std::int32_t here = assignment.right_of[slot_of(pair.left)];
    const Choice* choice = arcs.find(pair.left, pair.right);
    if (choice == nullptr || here == pair.right || places_left(instance, assignment)[slot_of(pair.right)] == 0)
        return no();
    return choice->full_cost - (here == unplaced
                                    ? (instance.outside_costs.empty() ? 0 : arcs.full_outside_cost(pair.left))
                                    : arcs.find(pair.left, here)->full_cost);
}

Result<std::vector<GroupShare>> fairness(const Instance& instance, Rules dropped_rules,
                                         std::span<const std::int32_t> before, std::span<const std::int32_t> after,
                                         std::span<const std::int32_t> group_of) {
    const auto lefts = slot_of(instance.lefts);
    if (before.size() != lefts || after.size() != lefts || group_of.size() != lefts)
        return refused("matching.wrong_length", {{"what", "groups"}});
    const UsableArcs arcs(instance, dropped_rules);
    std::map<std::int32_t, GroupShare> groups;
    for (std::int32_t left = 0; left < instance.lefts; ++left) {
        GroupShare& group = groups[group_of[slot_of(left)]];
        group.group = group_of[slot_of(left)];
        ++group.people;
        group.with_choice += arcs.of(left).empty() ? 0 : 1;
        const auto count = [&](std::int32_t right, std::int32_t& placed, std::int64_t& cost) {
            if (right == unplaced) return;
            ++placed;
            if (const Choice* choice = arcs.find(left, right)) cost += choice->cost;
        };
        count(before[slot_of(left)], group.placed_before, group.cost_before);
        count(after[slot_of(left)], group.placed_after, group.cost_after);
    }
    std::vector<GroupShare> all;
    for (const auto& [label, group] : groups) all.push_back(group);
    return all;
}

}  // namespace pamong::matching
