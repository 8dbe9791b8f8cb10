#include "engines/matching/usable_arcs.h"

#include <algorithm>
#include <numeric>

namespace pamong::matching {
namespace {

std::int64_t moving_price(const Instance& instance, std::int32_t left, std::int32_t right) {
    if (!instance.earlier) return 0;
    const std::int32_t before = instance.earlier->right_of[static_cast<std::size_t>(left)];
    return before == unplaced || before == right ? 0 : instance.earlier->price;
}

}  // namespace

std::optional<std::int64_t> price_of_being_unplaced(const Instance& instance) {
    std::int64_t dearest = 0;
    for (const Arc& arc : instance.arcs) dearest = std::max(dearest, arc.cost);
    if (instance.earlier && __builtin_add_overflow(dearest, instance.earlier->price, &dearest)) return std::nullopt;
    const std::int64_t places =
        std::accumulate(instance.capacities.begin(), instance.capacities.end(), std::int64_t{0});
    // More than all pairs together can cost: then even the dearest full answer beats any with one more unplaced.
    std::int64_t price = 0;
    if (__builtin_mul_overflow(std::min<std::int64_t>(instance.lefts, places), dearest, &price)) return std::nullopt;
    // Moving away from an earlier pair to no place also costs; keep that difference below one person, too.
    std::int64_t moves = 0;
    if (instance.earlier && __builtin_mul_overflow(instance.earlier->price, std::int64_t{instance.lefts}, &moves))
        return std::nullopt;
    if (__builtin_add_overflow(price, moves, &price) || __builtin_add_overflow(price, 1, &price)) return std::nullopt;
    if (price > (std::int64_t{1} << 61U)) return std::nullopt;
    return price;
}

UsableArcs::UsableArcs(const Instance& instance, Rules dropped_rules) {
    const auto lefts = static_cast<std::size_t>(instance.lefts);
    locked_to_.assign(lefts, unplaced);
    for (const PairOf& lock : instance.locked) locked_to_[static_cast<std::size_t>(lock.left)] = lock.right;
    auto forbidden = instance.forbidden;
    std::sort(forbidden.begin(), forbidden.end());

    const auto usable = [&](std::size_t number) {
        const Arc& arc = instance.arcs[number];
        const std::int32_t lock = locked_to(arc.left);
        return (lock == unplaced || lock == arc.right) && blocking_rules(instance, number, dropped_rules) == 0 &&
               (forbidden.empty() ||
                !std::binary_search(forbidden.begin(), forbidden.end(), PairOf{arc.left, arc.right}));
    };
    starts_.assign(lefts + 1, 0);
    std::vector<bool> keep(instance.arcs.size());
    for (std::size_t number = 0; number < instance.arcs.size(); ++number) {
        keep[number] = usable(number);
        if (keep[number]) ++starts_[static_cast<std::size_t>(instance.arcs[number].left) + 1];
    }
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    choices_.resize(starts_.back());
    auto next = starts_;
    for (std::size_t number = 0; number < instance.arcs.size(); ++number) {
        if (!keep[number]) continue;
        const Arc& arc = instance.arcs[number];
        choices_[next[static_cast<std::size_t>(arc.left)]++] = {arc.right, arc.cost,
                                                                arc.cost + moving_price(instance, arc.left, arc.right)};
    }
    for (std::size_t left = 0; left < lefts; ++left)
        std::sort(choices_.begin() + static_cast<std::ptrdiff_t>(starts_[left]),
                  choices_.begin() + static_cast<std::ptrdiff_t>(starts_[left + 1]),
                  [](const Choice& a, const Choice& b) { return a.right < b.right; });

    if (instance.outside_costs.empty()) outside_price_ = price_of_being_unplaced(instance).value_or(0);
    full_outside_.resize(lefts);
    for (std::size_t left = 0; left < lefts; ++left)
        full_outside_[left] = (instance.outside_costs.empty() ? outside_price_ : instance.outside_costs[left]) +
                              moving_price(instance, static_cast<std::int32_t>(left), unplaced);
}

const Choice* UsableArcs::find(std::int32_t left, std::int32_t right) const {
    const auto row = of(left);
    const auto place = std::lower_bound(
        row.begin(), row.end(), right, [](const Choice& choice, std::int32_t wanted) { return choice.right < wanted; });
    return place != row.end() && place->right == right ? &*place : nullptr;
}

}  // namespace pamong::matching
