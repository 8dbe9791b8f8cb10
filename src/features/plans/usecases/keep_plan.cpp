#include "features/plans/usecases/keep_plan.h"

#include <algorithm>
#include <set>

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

Result<evidence::ItemRef> count_plans(const CountPlans& command, const access::Actor& actor, Timestamp now,
                                      PlanStore& store, evidence::EvidenceStore& evidence) {
    if (!actor.may(access::read_plans)) return access::not_permitted(access::read_plans);
    if (command.people.empty()) return refused("plans.nobody");
    std::set<Uuid> counted;
    std::set<Uuid> with_plan;
    for (const Plan& plan : store.within(actor.reach(access::read_plans))) {
        const bool in_force = plan.state == PlanState::approved || plan.state == PlanState::done;
        if (!in_force || plan.kind != command.kind || plan.starts_on < command.from || command.until < plan.starts_on ||
            std::ranges::find(command.people, plan.person_id) == command.people.end())
            continue;
        counted.insert(plan.id.value);
        with_plan.insert(plan.person_id);
    }
    evidence::Offer offer{evidence::Kind::result, command.id, "Rencana yang disetujui dari yang diharapkan", ""};
    for (const auto& [plan, newest] : evidence.newest_of({counted.begin(), counted.end()}))
        offer.rests_on.emplace_back(evidence::ItemRef{plan, newest.first}, evidence::Why::derived_from);
    offer.content =
        "{\"part\":" + std::to_string(with_plan.size()) + ",\"whole\":" + std::to_string(command.people.size()) + "}";
    store.journal("plans.counted", command.id);
    return evidence::offer(offer, now, evidence);
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
