#include "features/plans/domain/plan.h"

#include <algorithm>

namespace pamong::plans {

Done check_plan(const Plan& plan) {
    constexpr int longest_days = 366;
    if (plan.title.empty()) return refused("plans.title_missing", {}, "title");
    if (plan.ends_on < plan.starts_on) return refused("plans.ends_before_start", {}, "ends_on");
    if (plan.ends_on.number - plan.starts_on.number > longest_days)
        return refused("plans.longer_than_a_year", {}, "ends_on");
    for (std::size_t i = 0; i < plan.items.size(); ++i) {
        const PlanItem& item = plan.items[i];
        const std::string at = "items[" + std::to_string(i) + "]";
        if (item.activity.empty())
            return refused("plans.item_without_activity", {{"number", std::to_string(i + 1)}}, at + ".activity");
        if (item.due < plan.starts_on || item.due > plan.ends_on)
            return refused("plans.due_outside", {{"number", std::to_string(i + 1)}, {"due", to_string(item.due)}},
                           at + ".due");
    }
    return {};
}

Done may_move(PlanState from, PlanState to) {
    using enum PlanState;
    const bool possible = (to == proposed && (from == draft || from == returned)) ||
                          ((to == approved || to == returned) && from == proposed) || (to == done && from == approved);
    if (possible) return {};
    return refused("plans.step_not_possible", {{"from", boost::describe::enum_to_string(from, "")},
                                               {"to", boost::describe::enum_to_string(to, "")}});
}

std::optional<int> progress_percent(const Plan& plan) {
    if (plan.items.empty()) return std::nullopt;
    const auto done = std::ranges::count(plan.items, ItemState::done, &PlanItem::state);
    return static_cast<int>(100 * done / static_cast<std::ptrdiff_t>(plan.items.size()));
}

}  // namespace pamong::plans
