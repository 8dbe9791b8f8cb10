#include "features/performance/adapters/routes.h"

#include "features/performance/adapters/appraisal_view.h"
#include "features/performance/adapters/form_pdf.h"
#include "features/performance/adapters/forms_job.h"
#include "features/performance/adapters/sql_appraisal_store.h"
#include "platform/jobs/routes.h"

namespace pamong::performance {
namespace {

using http::Request;

/// Everything a use case needs, for one request.
struct RequestDesk {
    RequestDesk(Request& request, const evidence::EvidenceOf& evidence_of, const PeopleOf& people_of,
                std::optional<std::int64_t> base_revision = {})
        : store(request.transaction()),
          evidence(evidence_of(request.transaction())),
          people(people_of(request.transaction())),
          desk{request.actor<access::Actor>(), request.now(),    store,        *evidence,
               performance_rules().matrix,     name_of(request), base_revision} {}
    std::string name_of(Request& request) {
        const auto& person = request.actor<access::Actor>().person();
        const auto found = person ? people->person({*person}) : std::nullopt;
        return found ? found->person.name.reveal() : "";
    }
    SqlAppraisalStore store;
    std::unique_ptr<evidence::EvidenceStore> evidence;
    std::unique_ptr<people::PeopleDirectory> people;
    AppraisalDesk desk;
};

struct Parts {
    evidence::EvidenceOf evidence_of;
    PeopleOf people_of;

    template <class F>
    Result<AppraisalView> act(Request& request, std::optional<std::int64_t> base_revision, F work) const {
        const auto id = request.path_id<AppraisalId>("id");
        if (!id) return refused(id.error());
        RequestDesk with(request, evidence_of, people_of, base_revision);
        const auto appraisal = work(*id, with.desk);
        if (!appraisal) return refused(appraisal.error());
        return view_of(*appraisal, with.desk, *with.people);
    }
};

std::optional<std::int64_t> year_in(const Request& request) {
    const auto year = exact_from(request.query("year"));
    if (!year || year->denominator() != 1) return std::nullopt;
    return year->numerator();
}

Result<http::HttpResponse> print_forms(Request& request, const Parts& parts) {
    RequestDesk with(request, parts.evidence_of, parts.people_of);
    const auto appraisals =
        printable_appraisals(with.desk, year_in(request), id_from<AppraisalId>(request.query("id")));
    if (appraisals.size() > most_forms_at_once)
        return refused("performance.too_many_to_print",
                       {{"count", std::to_string(appraisals.size())}, {"most", std::to_string(most_forms_at_once)}});
    auto pdf = appraisal_forms_pdf(appraisals, with.desk, *with.people);
    if (!pdf) return refused(pdf.error());
    http::HttpResponse response;
    response.headers.emplace_back("Content-Type", "application/pdf");
    response.headers.emplace_back("Content-Disposition", "inline; filename=\"penilaian-kinerja.pdf\"");
    response.headers.emplace_back("Cache-Control", "no-store");
    response.body = std::move(*pdf);
    return response;
}

}  // namespace

void add_performance_routes(http::Router& router, const evidence::EvidenceOf& evidence_of, const PeopleOf& people_of) {
    const Parts parts{evidence_of, people_of};
    router.get<AppraisalYear>(
        "/api/v1/performance/appraisals",
        {.permission = access::use_own_home.code,
         .summary = "Appraisals of a year: one's own once shared, those within reach, and who has none yet",
         .query = {"year: the newest one with appraisals otherwise"}},
        [parts](Request& request) -> Result<AppraisalYear> {
            RequestDesk with(request, parts.evidence_of, parts.people_of);
            return year_of(year_in(request), local_day(request.now(), 7).year(), with.desk, *with.people);
        });
    router.get<AppraisalView>("/api/v1/performance/appraisals/{id}",
                              {.permission = access::use_own_home.code, .summary = "One appraisal"},
                              [parts](Request& request) {
                                  return parts.act(request, {}, [](const AppraisalId& id, const AppraisalDesk& desk) {
                                      return readable_appraisal(id, desk);
                                  });
                              });
    router.put<OpenAppraisalBody, AppraisalView>(
        "/api/v1/performance/appraisals/{id}",
        {.permission = access::appraise.code, .summary = "Open the appraisal of a teacher for a year"},
        [parts](Request& request, const OpenAppraisalBody& body) {
            return parts.act(request, {}, [&](const AppraisalId& id, const AppraisalDesk& desk) {
                return open_appraisal({id, body.person_id, body.school_id, body.year, body.indicator}, desk);
            });
        });
    router.post<StepBody, AppraisalView>(
        "/api/v1/performance/appraisals/{id}/steps",
        {.permission = access::appraise.code, .summary = "Record the next step of the practice"},
        [parts](Request& request, const StepBody& body) {
            return parts.act(request, body.base_revision, [&](const AppraisalId& id, const AppraisalDesk& desk) {
                return record_step(
                    id, body.step.step,
                    {body.step.date, body.step.place, body.step.people, body.step.notes, body.step.agreed_action},
                    body.submission_id, desk);
            });
        });
    router.put<RatingsBody, AppraisalView>(
        "/api/v1/performance/appraisals/{id}/ratings",
        {.permission = access::appraise.code, .summary = "The two ratings of one teacher"},
        [parts](Request& request, const RatingsBody& body) {
            return parts.act(request, body.base_revision, [&](const AppraisalId& id, const AppraisalDesk& desk) {
                return rate(id, body.work_result, body.behaviour, desk);
            });
        });
    router.post<EventBody, AppraisalView>(
        "/api/v1/performance/appraisals/{id}/events",
        {.permission = access::use_own_home.code, .summary = "Share, agree, object, answer, freeze or correct"},
        [parts](Request& request, const EventBody& body) {
            return parts.act(request, body.base_revision, [&](const AppraisalId& id, const AppraisalDesk& desk) {
                return move_on(id, body.event, body.text, desk);
            });
        });
    router.raw("GET", "/api/v1/performance/forms.pdf",
               {.permission = access::use_own_home.code,
                .summary = "Printed forms of own appraisals and of those one appraises, up to 60",
                .query = {"id: one appraisal only", "year: one year only"}},
               [parts](Request& request) { return print_forms(request, parts); });
    router.put<FormsInput, jobs::JobLine>(
        "/api/v1/performance/form-prints/{id}",
        {.permission = access::use_own_home.code,
         .summary = "Print all forms in the background, however many; the job's file is the PDF"},
        [](Request& request, const FormsInput& input) -> Result<jobs::JobLine> {
            const auto id = request.path_id<jobs::JobId>("id");
            if (!id) return refused(id.error());
            const auto job = jobs::enqueue(request.transaction(), *id, forms_job_kind, to_json(input));
            if (!job) return refused(job.error());
            request.success_status = 202;
            return jobs::line_of(*job, request.language());
        });
}

}  // namespace pamong::performance
