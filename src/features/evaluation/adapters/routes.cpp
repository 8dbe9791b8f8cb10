#include "features/evaluation/adapters/routes.h"

#include <algorithm>

#include "features/evaluation/adapters/evaluation_page.h"
#include "features/evaluation/adapters/with_work.h"

namespace pamong::evaluation {
namespace {

using evidence::EvidenceOf;
using http::Request;

constexpr http::Rules managing(std::string_view summary) {
    return {.permission = access::manage_evaluations.code, .summary = summary};
}
constexpr http::Rules reading(std::string_view summary) {
    return {.permission = access::read_evaluations.code, .summary = summary};
}

EvaluationLine line_of(const Evaluation& evaluation) {
    const auto open = std::ranges::count_if(evaluation.recommendations, [](const Recommendation& one) {
        return one.status == FollowUpStatus::open || one.status == FollowUpStatus::in_progress;
    });
    return {evaluation.id,
            evaluation.plan.title,
            evaluation.plan.programme_name,
            evaluation.state,
            evaluation.plan.period_from,
            evaluation.plan.period_to,
            evaluation.decision,
            open};
}

Result<EvaluationPage> page_after(Result<Evaluation> evaluation, Work& work) {
    if (!evaluation) return refused(evaluation.error());
    return evaluation_page(*evaluation, work);
}

Plan plan_of(const EvaluationBody& body) {
    return {body.title,      body.programme_name, body.purpose,   body.use,         body.users,     body.description,
            body.method,     body.limits,         body.place,     body.period_from, body.period_to, body.scale_rule,
            body.informants, body.programme_id,   body.school_id, body.region_ids};
}

}  // namespace

void add_evaluation_routes(http::Router& router, const EvidenceOf& evidence_of) {
    router.get<EvaluationList>("/api/v1/evaluations", reading("Evaluations, newest first"),
                               [evidence_of](Request& request) -> Result<EvaluationList> {
                                   return with_work(request, evidence_of, [](Work& work) -> Result<EvaluationList> {
                                       const auto all = evaluations(work);
                                       if (!all) return refused(all.error());
                                       EvaluationList list{{}, work.actor.may(access::manage_evaluations)};
                                       for (const Evaluation& one : *all) list.items.push_back(line_of(one));
                                       return list;
                                   });
                               });
    router.put<EvaluationBody, EvaluationPage>(
        "/api/v1/evaluations/{id}", managing("Start an evaluation with the checklist, or change its draft plan"),
        [evidence_of](Request& request, const EvaluationBody& body) -> Result<EvaluationPage> {
            const auto id = request.path_id<EvaluationId>("id");
            if (!id) return refused(id.error());
            return with_work(request, evidence_of, [&](Work& work) {
                return page_after(plan_evaluation(*id, plan_of(body), body.base_revision, checklist(), work), work);
            });
        });
    router.get<EvaluationPage>("/api/v1/evaluations/{id}", reading("One evaluation with aspects and recommendations"),
                               [evidence_of](Request& request) -> Result<EvaluationPage> {
                                   const auto id = request.path_id<EvaluationId>("id");
                                   if (!id) return refused(id.error());
                                   return with_work(request, evidence_of, [&](Work& work) {
                                       return page_after(open_evaluation(*id, work), work);
                                   });
                               });
    router.put<AspectBody, EvaluationPage>(
        "/api/v1/evaluations/{id}/aspects/{aspect_id}", managing("Question, criterion and standard, before the lock"),
        [evidence_of](Request& request, const AspectBody& body) -> Result<EvaluationPage> {
            const auto id = request.path_id<EvaluationId>("id");
            const auto aspect = request.path_id<AspectId>("aspect_id");
            if (!id || !aspect) return refused("http.not_found");
            return with_work(request, evidence_of, [&](Work& work) -> Result<EvaluationPage> {
                const auto defined = define_aspect({*id, *aspect, body.question, body.criterion, body.standard,
                                                    body.standard_value, body.sources, body.used, body.base_revision},
                                                   work);
                if (!defined) return refused(defined.error());
                return page_after(open_evaluation(*id, work), work);
            });
        });
    router.post<http::Nothing, EvaluationPage>(
        "/api/v1/evaluations/{id}/lock", managing("Fix criteria and standards before data"),
        [evidence_of](Request& request, const http::Nothing&) -> Result<EvaluationPage> {
            const auto id = request.path_id<EvaluationId>("id");
            if (!id) return refused(id.error());
            return with_work(request, evidence_of,
                             [&](Work& work) { return page_after(lock_evaluation(*id, work), work); });
        });
    add_judging_routes(router, evidence_of);
    add_report_routes(router, evidence_of);
}

}  // namespace pamong::evaluation
