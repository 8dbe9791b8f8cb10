#include "features/evaluation/adapters/evaluation_page.h"
#include "features/evaluation/adapters/report_output.h"
#include "features/evaluation/adapters/routes.h"
#include "features/evaluation/adapters/with_work.h"
#include "features/evaluation/usecases/plan.h"
#include "features/evaluation/usecases/publish.h"

namespace pamong::evaluation {
namespace {

using evidence::EvidenceOf;
using http::Request;

struct OwnerNameRow {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(OwnerNameRow, (), (name))

constexpr std::string_view select_owner_name = "select name from owner where id = $1";

Result<ReportPage> report_page(const EvaluationId& id, Work& work) {
    auto open = open_report(id, work);
    if (!open) return refused(open.error());
    return ReportPage{std::move(open->report), {open->stale.begin(), open->stale.end()}};
}

Result<CitableList> citable_facts(Request& request, const EvidenceOf& evidence_of) {
    using evidence::Kind;
    static const std::map<std::string, std::vector<Kind>> groups{
        {"observation", {Kind::answer, Kind::anchor}},
        {"score", {Kind::score, Kind::answer}},
        {"statistic", {Kind::result, Kind::analysis, Kind::snapshot}},
        {"quote", {Kind::coding, Kind::theme}},
        {"document", {Kind::source}}};
    const auto group = groups.find(request.query("role", "statistic"));
    if (group == groups.end()) return refused("evidence.unknown_kind", {{"kind", request.query("role")}}, "role");
    const auto graph = evidence_of(request.transaction());
    const auto found =
        evidence::find_evidence(group->second, request.query("q"), request.actor<access::Actor>(), *graph);
    if (!found) return refused(found.error());
    CitableList list;
    for (const evidence::Item& item : *found) list.items.push_back(citable(item));
    return list;
}

}  // namespace

void add_report_routes(http::Router& router, const EvidenceOf& evidence_of) {
    router.get<CitableList>(
        "/api/v1/evaluation-evidence",
        {.permission = access::manage_evaluations.code,
         .summary = "Facts that can be linked to an aspect, with their numbers",
         .query = {"role: observation, score, statistic, quote or document", "q: words of the label"}},
        [evidence_of](Request& request) { return citable_facts(request, evidence_of); });
    router.post<http::Nothing, ReportPage>(
        "/api/v1/evaluations/{id}/report",
        {.permission = access::manage_evaluations.code, .summary = "Publish the report as it stands now"},
        [evidence_of](Request& request, const http::Nothing&) -> Result<ReportPage> {
            const auto id = request.path_id<EvaluationId>("id");
            if (!id) return refused(id.error());
            const auto owner = request.transaction().one<OwnerNameRow>(select_owner_name, request.caller().owner);
            return with_work(request, evidence_of, [&](Work& work) -> Result<ReportPage> {
                if (const auto published = publish_report(*id, owner ? owner->name : "", work); !published)
                    return refused(published.error());
                return report_page(*id, work);
            });
        });
    router.get<ReportPage>("/api/v1/evaluations/{id}/report",
                           {.permission = access::read_evaluations.code, .summary = "The newest published report"},
                           [evidence_of](Request& request) -> Result<ReportPage> {
                               const auto id = request.path_id<EvaluationId>("id");
                               if (!id) return refused(id.error());
                               return with_work(request, evidence_of,
                                                [&](Work& work) { return report_page(*id, work); });
                           });
    router.raw("GET", "/api/v1/evaluations/{id}/report.pdf",
               {.permission = access::read_evidence.code, .summary = "The newest published report as PDF"},
               [evidence_of](Request& request) -> Result<http::HttpResponse> {
                   const auto id = request.path_id<EvaluationId>("id");
                   if (!id) return refused(id.error());
                   auto pdf = with_work(request, evidence_of,
                                        [&](Work& work) { return report_pdf(*id, request.language(), work); });
                   if (!pdf) return refused(pdf.error());
                   http::HttpResponse response;
                   response.headers = {{"Content-Type", "application/pdf"},
                                       {"Content-Disposition", "inline; filename=\"laporan-evaluasi.pdf\""},
                                       {"Cache-Control", "no-store"}};
                   response.body = std::move(*pdf);
                   return response;
               });
}

}  // namespace pamong::evaluation
