#pragma once

#include "features/plans/domain/plan.h"
#include "platform/json/json.h"

namespace pamong::plans {

BOOST_DESCRIBE_STRUCT(PlanItem, (), (id, source, target, need, activity, measure, due, state, evidence))
BOOST_DESCRIBE_STRUCT(Plan, (),
                      (id, revision, kind, person_id, school_id, title, starts_on, ends_on, state, reason, items))

struct PlanList {
    std::vector<Plan> items;
};
BOOST_DESCRIBE_STRUCT(PlanList, (), (items))

/// `base_revision` is 0 for a new plan.
struct PlanDraft {
    std::int64_t base_revision = 0;
    PlanKind kind = PlanKind::self_development;
    Uuid school_id;
    std::string title;
    Day starts_on;
    Day ends_on;
    std::vector<PlanItem> items;
};
BOOST_DESCRIBE_STRUCT(PlanDraft, (), (base_revision, kind, school_id, title, starts_on, ends_on, items))

struct PlanMove {
    PlanState to = PlanState::proposed;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PlanMove, (), (to, reason))

}  // namespace pamong::plans
