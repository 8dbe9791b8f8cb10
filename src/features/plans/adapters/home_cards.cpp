#include "features/plans/adapters/home_cards.h"

#include <algorithm>

#include "features/plans/adapters/sql_plan_store.h"

namespace pamong::plans {
namespace {

access::HomeCard card(std::string id, access::Tone tone, std::string title_key,
                      std::map<std::string, std::string> values = {}) {
    return {.id = std::move(id),
            .kind = "plan",
            .tone = tone,
            .title_key = std::move(title_key),
            .values = std::move(values),
            .text_key = {},
            .href = "/plans",
            .count = {},
            .due = {},
            .actions = {}};
}

}  // namespace

std::vector<access::HomeCard> plans_home_cards(store::Tx& tx, const access::Actor& actor, Day today) {
    SqlPlanStore store(tx);
    const auto plans = visible_plans(actor, store);
    std::vector<access::HomeCard> cards;
    if (actor.may(access::approve_plans)) {
        const auto waiting = std::ranges::count_if(
            plans, [&](const Plan& plan) { return plan.state == PlanState::proposed && !actor.is(plan.person_id); });
        if (waiting > 0) {
            cards.push_back(
                card("plans-waiting", access::Tone::due, "plans.home_waiting", {{"count", std::to_string(waiting)}}));
            cards.back().count = waiting;
        }
    }
    if (!actor.may(access::own_plan) || !actor.person()) return cards;
    const auto own = std::ranges::find_if(
        plans, [&](const Plan& plan) { return actor.is(plan.person_id) && plan.ends_on >= today; });
    if (own == plans.end()) {
        cards.push_back(card("plan-begin", access::Tone::info, "plans.home_begin"));
        cards.back().text_key = "plans.home_begin_text";
        return cards;
    }
    if (own->state == PlanState::returned)
        cards.push_back(card("plan-returned", access::Tone::warn, "plans.home_returned", {{"reason", own->reason}}));
    for (const PlanItem& item : own->items)
        if (item.state != ItemState::done && item.due.number - today.number <= 14) {
            cards.push_back(card("plan-item-" + to_string(item.id),
                                 item.due < today ? access::Tone::warn : access::Tone::due, "plans.home_item",
                                 {{"activity", item.activity}}));
            cards.back().due = item.due;
        }
    return cards;
}

}  // namespace pamong::plans
