#include "features/plans/adapters/home_cards.h"

#include <algorithm>

#include "features/plans/adapters/sql_plan_store.h"

namespace pamong::plans {
namespace {

constexpr int item_notice_days = 14;

access::HomeCard plan_card(std::string id, access::Tone tone, std::string title_key,
                           std::map<std::string, std::string> values, std::string href) {
    return {.id = std::move(id),
            .kind = "plan",
            .tone = tone,
            .title_key = std::move(title_key),
            .values = std::move(values),
            .text_key = {},
            .href = std::move(href),
            .count = {},
            .due = {},
            .actions = {}};
}

std::string page_of(const Plan& plan) { return "/plans/" + to_string(plan.id); }

void add_own_cards(std::vector<access::HomeCard>& cards, const std::vector<Plan>& plans, Day today) {
    for (const Plan& plan : plans) {
        if (plan.state == PlanState::returned)
            cards.push_back(plan_card("plan-returned-" + to_string(plan.id), access::Tone::due, "plans.home_returned",
                                      {{"title", plan.title}}, page_of(plan)));
        if (plan.state == PlanState::draft && today <= plan.ends_on)
            cards.push_back(plan_card("plan-draft-" + to_string(plan.id), access::Tone::info, "plans.home_draft",
                                      {{"title", plan.title}}, page_of(plan)));
        if (plan.state != PlanState::approved) continue;
        std::int64_t due = 0;
        std::optional<Day> first;
        for (const PlanItem& item : plan.items) {
            if (item.state == ItemState::done || today.plus(item_notice_days) < item.due) continue;
            ++due;
            if (!first || item.due < *first) first = item.due;
        }
        if (due == 0) continue;
        cards.push_back(plan_card("plan-items-" + to_string(plan.id),
                                  *first < today ? access::Tone::warn : access::Tone::due, "plans.home_items",
                                  {{"title", plan.title}, {"count", std::to_string(due)}}, page_of(plan)));
        cards.back().count = due;
        cards.back().due = first;
    }
}

}  // namespace

std::vector<access::HomeCard> plans_home_cards(store::Tx& tx, const access::Actor& actor, Day today) {
    SqlPlanStore store(tx);
    std::vector<access::HomeCard> cards;
    if (actor.person() && actor.may(access::own_plan)) add_own_cards(cards, store.of_person(*actor.person()), today);
    if (!actor.may(access::approve_plans)) return cards;
    std::vector<Plan> waiting = store.within(actor.reach(access::approve_plans));
    std::erase_if(waiting,
                  [&](const Plan& plan) { return plan.state != PlanState::proposed || actor.is(plan.person_id); });
    if (waiting.empty()) return cards;
    cards.push_back(plan_card("plans-to-approve", access::Tone::due, "plans.home_to_approve",
                              {{"count", std::to_string(waiting.size())}},
                              waiting.size() == 1 ? page_of(waiting.front()) : "/plans"));
    cards.back().count = static_cast<std::int64_t>(waiting.size());
    return cards;
}

}  // namespace pamong::plans
