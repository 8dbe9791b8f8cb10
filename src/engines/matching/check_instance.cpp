#include <algorithm>
#include <limits>
#include <numeric>
#include <string>

#include "engines/matching/usable_arcs.h"

namespace pamong::matching {
namespace {

constexpr std::size_t most_rows_named = 20;

/// Collects wrong rows; the first one speaks for all, so a person can act on it at once.
class WrongRows {
  public:
    void add(std::string_view code, std::string_view list, std::size_t row, std::map<std::string, std::string> values) {
        values.emplace("row", std::to_string(row + 1));
        if (parts_.size() < most_rows_named)
            parts_.push_back(
                {std::string(code), std::string(list) + "[" + std::to_string(row) + "]", std::move(values), {}});
    }
    [[nodiscard]] Done done() const {
        if (parts_.empty()) return {};
        Problem problem = parts_.front();
        if (parts_.size() > 1) problem.parts = parts_;
        return refused(std::move(problem));
    }

  private:
    std::vector<Problem> parts_;
};

Done right_lengths(const Instance& instance) {
    const auto lefts = static_cast<std::size_t>(std::max(0, instance.lefts));
    if (!instance.broken_rules.empty() && instance.broken_rules.size() != instance.arcs.size())
        return refused("matching.wrong_length", {{"what", "broken_rules"}});
    if (!instance.outside_costs.empty() && instance.outside_costs.size() != lefts)
        return refused("matching.wrong_length", {{"what", "outside_costs"}});
    if (instance.earlier && instance.earlier->right_of.size() != lefts)
        return refused("matching.wrong_length", {{"what", "earlier"}});
    return {};
}

Done numbers_in_range(const Instance& instance) {
    WrongRows wrong;
    for (std::size_t row = 0; row < instance.capacities.size(); ++row)
        if (instance.capacities[row] < 0)
            wrong.add("matching.negative_capacity", "capacities", row,
                      {{"capacity", std::to_string(instance.capacities[row])}});
    const auto rights = static_cast<std::int64_t>(instance.capacities.size());
    const auto ends = [&](std::string_view list, std::size_t row, std::int32_t left, std::int32_t right) {
        if (left < 0 || left >= instance.lefts)
            wrong.add("matching.unknown_left", list, row, {{"left", std::to_string(left)}});
        else if (right < 0 || right >= rights)
            wrong.add("matching.unknown_right", list, row, {{"right", std::to_string(right)}});
    };
    for (std::size_t row = 0; row < instance.arcs.size(); ++row) {
        const Arc& arc = instance.arcs[row];
        ends("arcs", row, arc.left, arc.right);
        if (arc.cost < 0) wrong.add("matching.negative_cost", "arcs", row, {{"cost", std::to_string(arc.cost)}});
    }
    for (std::size_t row = 0; row < instance.outside_costs.size(); ++row)
        if (instance.outside_costs[row] < 0)
            wrong.add("matching.negative_cost", "outside_costs", row,
                      {{"cost", std::to_string(instance.outside_costs[row])}});
    for (std::size_t row = 0; row < instance.locked.size(); ++row)
        ends("locked", row, instance.locked[row].left, instance.locked[row].right);
    for (std::size_t row = 0; row < instance.forbidden.size(); ++row)
        ends("forbidden", row, instance.forbidden[row].left, instance.forbidden[row].right);
    if (instance.earlier) {
        if (instance.earlier->price < 0)
            wrong.add("matching.negative_cost", "earlier", 0, {{"cost", std::to_string(instance.earlier->price)}});
        for (std::size_t row = 0; row < instance.earlier->right_of.size(); ++row)
            if (const auto right = instance.earlier->right_of[row]; right < unplaced || right >= rights)
                wrong.add("matching.unknown_right", "earlier", row, {{"right", std::to_string(right)}});
    }
    return wrong.done();
}

Done no_duplicates(const Instance& instance) {
    std::vector<std::size_t> order(instance.arcs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto ends = [&](std::size_t row) { return PairOf{instance.arcs[row].left, instance.arcs[row].right}; };
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return std::pair(ends(a), a) < std::pair(ends(b), b); });
    WrongRows wrong;
    for (std::size_t place = 1; place < order.size(); ++place)
        if (ends(order[place]) == ends(order[place - 1]))
            wrong.add("matching.duplicate_pair", "arcs", order[place],
                      {{"first", std::to_string(order[place - 1] + 1)}});
    return wrong.done();
}

/// Path lengths are at most one outside cost, one arc and one price: far from 63 bits when their sum over people is.
Done costs_fit(const Instance& instance) {
    __extension__ using Wide = __int128;
    Wide dearest = 0;
    for (const Arc& arc : instance.arcs) dearest = std::max<Wide>(dearest, arc.cost);
    for (const std::int64_t cost : instance.outside_costs) dearest = std::max<Wide>(dearest, cost);
    if (instance.earlier) dearest += instance.earlier->price;
    if (instance.outside_costs.empty()) {
        const auto price = price_of_being_unplaced(instance);
        if (!price) return refused("matching.costs_too_large", {{"people", std::to_string(instance.lefts)}});
        dearest += *price;
    }
    const Wide places = std::accumulate(instance.capacities.begin(), instance.capacities.end(), Wide{0});
    // The bound subtracts capacity * price, and a price is at most the dearest way out.
    const Wide largest = dearest * (Wide{instance.lefts} + places + 4);
    if (dearest > (Wide{1} << 61U) || largest > (Wide{1} << 100U))
        return refused("matching.costs_too_large", {{"people", std::to_string(instance.lefts)}});
    if (dearest * (Wide{instance.lefts} + 4) > std::numeric_limits<std::int64_t>::max() / 4)
        return refused("matching.costs_too_large", {{"people", std::to_string(instance.lefts)}});
    return {};
}

Done locks_can_hold(const Instance& instance, const Settings& settings) {
    WrongRows wrong;
    // Looked up once for all locks, so that thousands of them cost one pass over the arcs.
    std::map<PairOf, std::optional<Rules>> known;
    for (const PairOf& pair : instance.locked) known.emplace(pair, std::nullopt);
    if (!known.empty())
        for (std::size_t row = 0; row < instance.arcs.size(); ++row)
            if (const auto found = known.find({instance.arcs[row].left, instance.arcs[row].right});
                found != known.end())
                found->second = blocking_rules(instance, row, settings.dropped_rules);
    std::vector<std::int32_t> held(instance.capacities.size(), 0);
    std::vector<bool> seen(static_cast<std::size_t>(instance.lefts), false);
    for (std::size_t row = 0; row < instance.locked.size(); ++row) {
        const PairOf& pair = instance.locked[row];
        const auto right = static_cast<std::size_t>(pair.right);
        const auto& blocked = known.at(pair);
        if (seen[static_cast<std::size_t>(pair.left)])
            wrong.add("matching.locked_twice", "locked", row, {{"left", std::to_string(pair.left)}});
        else if (!blocked) wrong.add("matching.locked_unknown", "locked", row, {});
        else if (*blocked != 0)
            wrong.add("matching.locked_breaks_rule", "locked", row, {{"rules", std::to_string(*blocked)}});
        else if (std::find(instance.forbidden.begin(), instance.forbidden.end(), pair) != instance.forbidden.end())
            wrong.add("matching.locked_and_forbidden", "locked", row, {});
        else if (++held[right] > instance.capacities[right])
            wrong.add("matching.locked_over_capacity", "locked", row, {{"right", std::to_string(pair.right)}});
        seen[static_cast<std::size_t>(pair.left)] = true;
    }
    return wrong.done();
}

}  // namespace

Done check_instance(const Instance& instance, const Settings& settings) {
    if (instance.lefts <= 0) return refused("matching.nobody");
    if (auto lengths = right_lengths(instance); !lengths) return lengths;
    if (auto numbers = numbers_in_range(instance); !numbers) return numbers;
    if (std::none_of(instance.capacities.begin(), instance.capacities.end(), [](auto places) { return places > 0; }))
        return refused("matching.no_capacity");
    if (auto single = no_duplicates(instance); !single) return single;
    if (auto fits = costs_fit(instance); !fits) return fits;
    return locks_can_hold(instance, settings);
}

}  // namespace pamong::matching
