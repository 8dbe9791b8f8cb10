#pragma once

#include "features/access/domain/actor.h"
#include "features/evidence/usecases/evidence.h"
#include "features/plans/domain/plan.h"

namespace pamong::plans {

class PlanStore {
  public:
    virtual ~PlanStore() = default;
    virtual std::optional<Plan> newest(const PlanId& id) = 0;
    virtual std::vector<Plan> of_person(const Uuid& person) = 0;
    virtual std::vector<Plan> within(const access::Reach& reach) = 0;
    virtual void add(const Plan& plan, Timestamp now) = 0;
    virtual void journal(std::string_view action, const Uuid& subject) = 0;
    virtual std::string content_of(const Plan& plan) = 0;  ///< canonical JSON for the evidence graph
};

/// Saves a plan, a new one or the next version. `plan.revision` is the revision it was made from, 0 for a new plan; if
/// somebody saved meanwhile the answer is plans.conflict with both revisions, and nothing is lost.
/// Problems: access.not_permitted (only the owner writes), plans.conflict, plans.not_editable and those of
/// check_plan().
Result<Plan> save_plan(Plan plan, const access::Actor& actor, Timestamp now, PlanStore& store);

/// The owner proposes, whoever may approve at the school approves or returns with a reason.
/// Problems: plans.not_found, plans.step_not_possible, plans.reason_missing, access.not_permitted.
Result<Plan> move_plan(const PlanId& id, PlanState to, const std::string& reason, const access::Actor& actor,
                       Timestamp now, PlanStore& store, evidence::EvidenceStore& evidence);

/// How many of `people` have an approved plan of a kind that begins in this span, as a fact that reports cite; it rests
/// on the plans it counts. Problems: access.not_permitted, plans.nobody.
struct CountPlans {
    Uuid id;  ///< of the fact
    PlanKind kind = PlanKind::self_development;
    std::vector<Uuid> people;
    Day from;
    Day until;
};
Result<evidence::ItemRef> count_plans(const CountPlans& command, const access::Actor& actor, Timestamp now,
                                      PlanStore& store, evidence::EvidenceStore& evidence);

/// Own plans, and those of the schools within reach.
std::vector<Plan> visible_plans(const access::Actor& actor, PlanStore& store);

}  // namespace pamong::plans
