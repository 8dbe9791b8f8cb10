#include "features/evaluation/adapters/evaluation_page.h"
#include "features/evaluation/adapters/routes.h"
#include "features/evaluation/adapters/with_work.h"
#include "features/evaluation/usecases/collect.h"
#include "features/evaluation/usecases/judge.h"

namespace pamong::evaluation {
namespace {

using evidence::EvidenceOf;
using http::Request;

struct AspectPlace {
    EvaluationId evaluation;
    AspectId aspect;
};
Result<AspectPlace> aspect_place(const Request& request) {
    const auto id = request.path_id<EvaluationId>("id");
    const auto aspect = request.path_id<AspectId>("aspect_id");
    if (!id || !aspect) return refused("http.not_found");
    return AspectPlace{*id, *aspect};
}

/// The aspect as it stands after a change.
Result<AspectPage> after(const Result<Aspect>& changed, const EvaluationId& id, Work& work) {
    if (!changed) return refused(changed.error());
    const auto evaluation = work.store.evaluation(id);
    return aspect_page(*evaluation->aspect(changed->id), *evaluation, work);
}

std::vector<NumberRef> numbers_of(const std::vector<NumberBody>& bodies) {
    std::vector<NumberRef> numbers;
    for (const NumberBody& body : bodies) numbers.push_back({body.name, {body.item_id, 1}, body.path, body.places});
    return numbers;
}

/// A route below one aspect whose reply is that aspect.
template <class Body, class F>
void aspect_route(http::Router& router, const EvidenceOf& evidence_of, const char* part, const char* summary,
                  F change) {
    router.put<Body, AspectPage>(std::string("/api/v1/evaluations/{id}/aspects/{aspect_id}/") + part,
                                 {.permission = access::manage_evaluations.code, .summary = summary},
                                 [evidence_of, change](Request& request, const Body& body) -> Result<AspectPage> {
                                     const auto place = aspect_place(request);
                                     if (!place) return refused(place.error());
                                     return with_work(request, evidence_of, [&](Work& work) {
                                         return after(change(*place, body, work), place->evaluation, work);
                                     });
                                 });
}

void add_link_routes(http::Router& router, const EvidenceOf& evidence_of) {
    router.put<LinkBody, AspectPage>(
        "/api/v1/evaluations/{id}/links/{link_id}",
        {.permission = access::manage_evaluations.code, .summary = "Tie a fact to an aspect as evidence"},
        [evidence_of](Request& request, const LinkBody& body) -> Result<AspectPage> {
            const auto id = request.path_id<EvaluationId>("id");
            const auto link_id = request.path_id<LinkId>("link_id");
            if (!id || !link_id) return refused("http.not_found");
            return with_work(request, evidence_of, [&](Work& work) -> Result<AspectPage> {
                const auto link =
                    link_evidence({*link_id, *id, body.aspect_id, body.item_id, body.role, body.why, body.note}, work);
                if (!link) return refused(link.error());
                const auto evaluation = work.store.evaluation(*id);
                return aspect_page(*evaluation->aspect(link->aspect_id), *evaluation, work);
            });
        });
    router.remove<http::Nothing>(
        "/api/v1/evaluations/{id}/links/{link_id}",
        {.permission = access::manage_evaluations.code, .summary = "Take a piece of evidence off an aspect"},
        [evidence_of](Request& request) -> Result<http::Nothing> {
            const auto id = request.path_id<EvaluationId>("id");
            const auto link_id = request.path_id<LinkId>("link_id");
            if (!id || !link_id) return refused("http.not_found");
            const auto done =
                with_work(request, evidence_of, [&](Work& work) { return remove_link(*id, *link_id, work); });
            if (!done) return refused(done.error());
            return http::Nothing{};
        });
}

void add_recommendation_routes(http::Router& router, const EvidenceOf& evidence_of) {
    router.put<DecisionBody, EvaluationPage>(
        "/api/v1/evaluations/{id}/decision",
        {.permission = access::manage_evaluations.code, .summary = "The decision, once every aspect is judged"},
        [evidence_of](Request& request, const DecisionBody& body) -> Result<EvaluationPage> {
            const auto id = request.path_id<EvaluationId>("id");
            if (!id) return refused(id.error());
            return with_work(request, evidence_of, [&](Work& work) -> Result<EvaluationPage> {
                const auto decided = decide({*id, body.decision, body.reason}, work);
                if (!decided) return refused(decided.error());
                return evaluation_page(*decided, work);
            });
        });
    router.put<RecommendationBody, RecommendationLine>(
        "/api/v1/evaluations/{id}/recommendations/{recommendation_id}",
        {.permission = access::manage_evaluations.code, .summary = "A recommendation with somebody responsible"},
        [evidence_of](Request& request, const RecommendationBody& body) -> Result<RecommendationLine> {
            const auto id = request.path_id<EvaluationId>("id");
            const auto own = request.path_id<RecommendationId>("recommendation_id");
            if (!id || !own) return refused("http.not_found");
            return with_work(request, evidence_of, [&](Work& work) -> Result<RecommendationLine> {
                const auto made = recommend(
                    {*own, *id, body.aspect_id, body.kind, body.text, body.responsible, body.due_on, body.priority},
                    work);
                if (!made) return refused(made.error());
                return recommendation_line(*made);
            });
        });
    router.put<FollowUpBody, RecommendationLine>(
        "/api/v1/evaluations/{id}/follow-ups/{follow_up_id}",
        {.permission = access::read_evaluations.code, .summary = "What became of a recommendation"},
        [evidence_of](Request& request, const FollowUpBody& body) -> Result<RecommendationLine> {
            const auto id = request.path_id<EvaluationId>("id");
            const auto step = request.path_id<Id<struct FollowUpTag>>("follow_up_id");
            if (!id || !step) return refused("http.not_found");
            return with_work(request, evidence_of, [&](Work& work) -> Result<RecommendationLine> {
                const auto noted =
                    note_follow_up({step->value, *id, body.recommendation_id, body.status, body.note}, work);
                if (!noted) return refused(noted.error());
                return recommendation_line(*noted);
            });
        });
}

}  // namespace

void add_judging_routes(http::Router& router, const EvidenceOf& evidence_of) {
    add_link_routes(router, evidence_of);
    aspect_route<MeasureBody>(router, evidence_of, "measure", "The numbers that the scale rule reads",
                              [](const AspectPlace& place, const MeasureBody& body, Work& work) {
                                  return measure_aspect({place.evaluation, place.aspect, numbers_of(body.inputs)},
                                                        work);
                              });
    aspect_route<FindingBody>(router, evidence_of, "finding", "What was found, with references for its numbers",
                              [](const AspectPlace& place, const FindingBody& body, Work& work) {
                                  std::vector<Sentence> sentences;
                                  for (const SentenceBody& sentence : body.sentences)
                                      sentences.push_back({sentence.text, numbers_of(sentence.numbers)});
                                  return write_finding(
                                      {place.evaluation, place.aspect, std::move(sentences), body.base_revision}, work);
                              });
    aspect_route<JudgementBody>(
        router, evidence_of, "judgement", "Judge one aspect against its criterion",
        [](const AspectPlace& place, const JudgementBody& body, Work& work) {
            return judge_aspect(
                {place.evaluation, place.aspect, body.judgement, body.reason, body.cause, body.base_revision}, work);
        });
    aspect_route<http::Nothing>(router, evidence_of, "renewal", "Take the newest revision of all evidence",
                                [](const AspectPlace& place, const http::Nothing&, Work& work) {
                                    return renew_aspect(place.evaluation, place.aspect, work);
                                });
    add_recommendation_routes(router, evidence_of);
}

}  // namespace pamong::evaluation
