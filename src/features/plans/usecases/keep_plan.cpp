#include "features/plans/usecases/keep_plan.h"

#include <algorithm>

namespace pamong::plans {
namespace {

bool is_owner(const Plan& plan, const access::Actor& actor) {
    return actor.is(plan.person_id) && actor.may(access::own_plan);
}

}  // namespace

Result<Plan> save_plan(Plan plan, const access::Actor& actor, Timestamp now, PlanStore& store) {
    if (!is_owner(plan, actor)) return access::not_permitted(access::own_plan);
    if (auto fine = check_plan(plan); !fine) return refused(fine.error());
    const auto known = store.newest(plan.id);
    if (known && known->person_id != plan.person_id) return access::not_permitted(access::own_plan);
    if (known && known->items == plan.items && known->title == plan.title && known->revision == plan.revision + 1)
        return *known;  // sent twice
    if (known && known->revision != plan.revision)
        return refused("plans.conflict",
                       {{"yours", std::to_string(plan.revision)}, {"newest", std::to_string(known->revision)}});
    if (known && known->state == PlanState::proposed) return refused("plans.not_editable");
    plan.revision = known ? known->revision + 1 : 1;
    plan.state = known ? known->state : PlanState::draft;
    store.add(plan, now);
    return plan;
}

Result<Plan> move_plan(const PlanId& id, PlanState to, const std::string& reason, const access::Actor& actor,
                       Timestamp now, PlanStore& store, evidence::EvidenceStore& evidence) {
    auto plan = store.newest(id);
    if (!plan) return refused("plans.not_found");
    const bool decides = to == PlanState::approved || to == PlanState::returned;
    const bool allowed =
        decides ? actor.may(access::approve_plans, {.school = plan->school_id, .person = plan->person_id}) &&
                      !actor.is(plan->person_id)
                : is_owner(*plan, actor);
    if (!allowed) return access::not_permitted(decides ? access::approve_plans : access::own_plan);
    if (plan->state == to) return std::move(*plan);
    if (auto fine = may_move(plan->state, to); !fine) return refused(fine.error());
    if (to == PlanState::returned && reason.empty()) return refused("plans.reason_missing", {}, "reason");
    plan->state = to;
    plan->reason = to == PlanState::returned ? reason : "";
    ++plan->revision;
    store.add(*plan, now);
    if (to == PlanState::approved)
        evidence::offer(
            {evidence::Kind::source, id.value,
             plan->kind == PlanKind::self_development ? "Rencana pengembangan diri" : "Rencana program sekolah",
             store.content_of(*plan)},
            now, evidence);
    return std::move(*plan);
}

std::vector<Plan> visible_plans(const access::Actor& actor, PlanStore& store) {
    std::vector<Plan> plans;
    if (actor.person() && actor.may(access::own_plan)) plans = store.of_person(*actor.person());
    if (!actor.may(access::read_plans)) return plans;
    for (Plan& plan : store.within(actor.reach(access::read_plans)))
        if (std::ranges::find(plans, plan.id, &Plan::id) == plans.end() && plan.state != PlanState::draft)
            plans.push_back(std::move(plan));
    return plans;
}

}  // namespace pamong::plans
