#include "features/plans/adapters/sql_plan_store.h"

#include "features/plans/adapters/wire.h"

namespace pamong::plans {
namespace {

struct PlanRow {
    OrgId org_id;
    PlanId id;
    std::int64_t revision = 1;
    PlanKind kind = PlanKind::self_development;
    Uuid person_id;
    Uuid school_id;
    std::string title;
    Day starts_on;
    Day ends_on;
    PlanState state = PlanState::draft;
    std::string reason;
    JsonText items;
    AccountId account_id;
    Timestamp saved_at;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (),
                      (org_id, id, revision, kind, person_id, school_id, title, starts_on, ends_on, state, reason,
                       items, account_id, saved_at))

Plan plan_from(PlanRow&& row) {
    auto items = from_json<std::vector<PlanItem>>(row.items.text);
    expects(items.has_value(), "the items of a stored plan are readable");
    return {row.id,        row.revision, row.kind,  row.person_id,         row.school_id,    std::move(row.title),
            row.starts_on, row.ends_on,  row.state, std::move(row.reason), std::move(*items)};
}

constexpr std::string_view select_newest_plan = R"sql(
    select org_id, id, revision, kind, person_id, school_id, title, starts_on, ends_on, state, reason, items, account_id, saved_at
    from plans_plan_now
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_plans_of_person = R"sql(
    select org_id, id, revision, kind, person_id, school_id, title, starts_on, ends_on, state, reason, items, account_id, saved_at
    from plans_plan_now
    where org_id = $1
      and person_id = $2
    order by starts_on desc, id
)sql";
constexpr std::string_view select_plans_within = R"sql(
    select org_id, id, revision, kind, person_id, school_id, title, starts_on, ends_on, state, reason, items, account_id, saved_at
    from plans_plan_now
    where org_id = $1
      and ($2 or school_id in {ids $3} or person_id in {ids $4})
    order by starts_on desc, id
    limit 500
)sql";

}  // namespace

std::optional<Plan> SqlPlanStore::newest(const PlanId& id) {
    auto row = tx_.one<PlanRow>(select_newest_plan, tx_.owner(), id);
    if (!row) return std::nullopt;
    return plan_from(std::move(*row));
}

std::vector<Plan> SqlPlanStore::of_person(const Uuid& person) {
    std::vector<Plan> plans;
    tx_.each<PlanRow>(
        select_plans_of_person, [&](PlanRow&& row) { plans.push_back(plan_from(std::move(row))); }, tx_.owner(),
        person);
    return plans;
}

std::vector<Plan> SqlPlanStore::within(const access::Reach& reach) {
    std::vector<Plan> plans;
    tx_.each<PlanRow>(
        select_plans_within, [&](PlanRow&& row) { plans.push_back(plan_from(std::move(row))); }, tx_.owner(),
        reach.everything, to_json(reach.schools), to_json(reach.persons));
    return plans;
}

void SqlPlanStore::journal(std::string_view action, const Uuid& subject) { tx_.journal(action, "plan", subject); }

void SqlPlanStore::add(const Plan& plan, Timestamp now) {
    tx_.insert("plans_plan", PlanRow{tx_.owner(),
                                     plan.id,
                                     plan.revision,
                                     plan.kind,
                                     plan.person_id,
                                     plan.school_id,
                                     plan.title,
                                     plan.starts_on,
                                     plan.ends_on,
                                     plan.state,
                                     plan.reason,
                                     {to_json(plan.items)},
                                     tx_.account(),
                                     now});
    tx_.journal("plan.saved", "plan", plan.id.value);
}

std::string SqlPlanStore::content_of(const Plan& plan) {
    return "{\"items\":" + to_json(static_cast<std::int64_t>(plan.items.size())) +
           ",\"revision\":" + to_json(plan.revision) + "}";
}

}  // namespace pamong::plans
