#include "features/performance/adapters/routes.h"

#include "features/performance/adapters/form_pdf.h"
#include "features/performance/adapters/regulations.h"
#include "features/performance/adapters/sql_appraisal_store.h"
#include "platform/embedded.h"

namespace pamong::performance {
namespace {

using http::Request;

const PredicateMatrix& matrix() {
    static const PredicateMatrix read = [] {
        auto rules = read_performance_rules([](std::string_view path) { return embedded(path); });
        expects(rules.has_value(), "the rules of performance are readable");
        return rules->matrix;
    }();
    return read;
}

AppraisalView view_of(const Appraisal& one) {
    AppraisalView view{one.id,
                       one.revision,
                       one.person_id,
                       one.school_id,
                       one.year,
                       std::string(code_of(one.course.regime)),
                       one.indicator,
                       one.course.version,
                       one.course.state,
                       one.practice.next(),
                       lines_of(one.practice),
                       one.submission_id,
                       one.work_result,
                       one.behaviour,
                       {},
                       matrix().source.source,
                       one.course.objection,
                       one.course.objection_answer,
                       one.frozen_at,
                       one.content_hash};
    if (one.work_result && one.behaviour)
        view.predicate = matrix().predicate_of(*one.work_result, *one.behaviour).name_id;
    return view;
}

/// Everything a use case needs, for one request.
struct RequestDesk {
    RequestDesk(Request& request, const evidence::EvidenceOf& evidence_of)
        : store(request.transaction()),
          evidence(evidence_of(request.transaction())),
          desk{request.actor<access::Actor>(), request.now(), store, *evidence, matrix()} {}
    SqlAppraisalStore store;
    std::unique_ptr<evidence::EvidenceStore> evidence;
    AppraisalDesk desk;
};

template <class F>
Result<AppraisalView> on_appraisal(Request& request, const evidence::EvidenceOf& evidence_of, F act) {
    const auto id = request.path_id<AppraisalId>("id");
    if (!id) return refused(id.error());
    RequestDesk with(request, evidence_of);
    const auto appraisal = act(*id, with.desk);
    if (!appraisal) return refused(appraisal.error());
    return view_of(*appraisal);
}

}  // namespace

void add_performance_routes(http::Router& router, const evidence::EvidenceOf& evidence_of, const PeopleOf& people_of) {
    router.get<AppraisalList>(
        "/api/v1/performance/appraisals",
        {.permission = access::use_own_home.code, .summary = "Own appraisals once shared, and those within reach"},
        [evidence_of](Request& request) -> Result<AppraisalList> {
            RequestDesk with(request, evidence_of);
            AppraisalList list;
            for (const Appraisal& one : visible_appraisals(with.desk)) list.items.push_back(view_of(one));
            return list;
        });
    router.get<AppraisalView>(
        "/api/v1/performance/appraisals/{id}", {.permission = access::use_own_home.code, .summary = "One appraisal"},
        [evidence_of](Request& request) {
            return on_appraisal(request, evidence_of, [](const AppraisalId& id, const AppraisalDesk& desk) {
                return readable_appraisal(id, desk);
            });
        });
    router.put<OpenAppraisalBody, AppraisalView>(
        "/api/v1/performance/appraisals/{id}",
        {.permission = access::appraise.code, .summary = "Open the appraisal of a teacher for a year"},
        [evidence_of](Request& request, const OpenAppraisalBody& body) {
            return on_appraisal(request, evidence_of, [&](const AppraisalId& id, const AppraisalDesk& desk) {
                return open_appraisal({id, body.person_id, body.school_id, body.year, body.indicator}, desk);
            });
        });
    router.post<StepBody, AppraisalView>(
        "/api/v1/performance/appraisals/{id}/steps",
        {.permission = access::appraise.code, .summary = "Record the next step of the practice"},
        [evidence_of](Request& request, const StepBody& body) {
            return on_appraisal(request, evidence_of, [&](const AppraisalId& id, const AppraisalDesk& desk) {
                return record_step(
                    id, body.step.step,
                    {body.step.date, body.step.place, body.step.people, body.step.notes, body.step.agreed_action},
                    body.submission_id, desk);
            });
        });
    router.put<RatingsBody, AppraisalView>(
        "/api/v1/performance/appraisals/{id}/ratings",
        {.permission = access::appraise.code, .summary = "The two ratings of one teacher"},
        [evidence_of](Request& request, const RatingsBody& body) {
            return on_appraisal(request, evidence_of, [&](const AppraisalId& id, const AppraisalDesk& desk) {
                return rate(id, body.work_result, body.behaviour, desk);
            });
        });
    router.post<EventBody, AppraisalView>(
        "/api/v1/performance/appraisals/{id}/events",
        {.permission = access::use_own_home.code, .summary = "Share, agree, object, answer, freeze or correct"},
        [evidence_of](Request& request, const EventBody& body) {
            return on_appraisal(request, evidence_of, [&](const AppraisalId& id, const AppraisalDesk& desk) {
                return move_on(id, body.event, body.text, desk);
            });
        });
    router.raw("GET", "/api/v1/performance/forms.pdf",
               {.permission = access::use_own_home.code,
                .summary = "Printed forms of all appraisals within reach, or of one",
                .query = {"id: one appraisal only"}},
               [evidence_of, people_of](Request& request) -> Result<http::HttpResponse> {
                   RequestDesk with(request, evidence_of);
                   auto appraisals = visible_appraisals(with.desk);
                   if (const auto only = id_from<AppraisalId>(request.query("id")))
                       std::erase_if(appraisals, [&](const Appraisal& one) { return one.id != *only; });
                   const auto people = people_of(request.transaction());
                   auto pdf = appraisal_forms_pdf(appraisals, matrix(), *people, request.now());
                   if (!pdf) return refused(pdf.error());
                   http::HttpResponse response;
                   response.headers.emplace_back("Content-Type", "application/pdf");
                   response.body = std::move(*pdf);
                   return response;
               });
}

}  // namespace pamong::performance
