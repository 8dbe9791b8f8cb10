#include "features/plans/adapters/routes.h"

#include "features/plans/adapters/sql_plan_store.h"
#include "features/plans/adapters/wire.h"

namespace pamong::plans {

using http::Request;

void add_plans_routes(http::Router& router, const evidence::EvidenceOf& evidence_of) {
    router.get<PlanList>(
        "/api/v1/plans",
        {.permission = access::use_own_home.code, .summary = "Own plans, and those of the schools within reach"},
        [](Request& request) -> Result<PlanList> {
            SqlPlanStore store(request.transaction());
            return PlanList{visible_plans(request.actor<access::Actor>(), store)};
        });
    router.put<PlanDraft, Plan>(
        "/api/v1/plans/{id}", {.permission = access::own_plan.code, .summary = "Save an own plan"},
        [](Request& request, const PlanDraft& body) -> Result<Plan> {
            const auto id = request.path_id<PlanId>("id");
            if (!id) return refused(id.error());
            const auto& actor = request.actor<access::Actor>();
            if (!actor.person()) return access::not_permitted(access::own_plan);
            SqlPlanStore store(request.transaction());
            return save_plan({*id, body.base_revision, body.kind, *actor.person(), body.school_id, body.title,
                              body.starts_on, body.ends_on, PlanState::draft, "", body.items},
                             actor, request.now(), store);
        });
    router.post<PlanMove, Plan>(
        "/api/v1/plans/{id}/state",
        {.permission = access::use_own_home.code, .summary = "Propose, approve or return a plan"},
        [evidence_of](Request& request, const PlanMove& body) -> Result<Plan> {
            const auto id = request.path_id<PlanId>("id");
            if (!id) return refused(id.error());
            SqlPlanStore store(request.transaction());
            const auto evidence = evidence_of(request.transaction());
            return move_plan(*id, body.to, body.reason, request.actor<access::Actor>(), request.now(), store,
                             *evidence);
        });
}

}  // namespace pamong::plans
