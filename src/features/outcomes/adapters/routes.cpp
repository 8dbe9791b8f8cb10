#include "features/outcomes/adapters/routes.h"

#include "features/outcomes/adapters/result_table.h"
#include "features/outcomes/adapters/sql_class_result_store.h"
#include "features/outcomes/adapters/wire.h"
#include "platform/sheets/read.h"

namespace pamong::outcomes {
namespace {

using http::Request;

Result<RecordedReply> record(Request& request, const std::vector<ClassResult>& results,
                             evidence::EvidenceStore& evidence) {
    SqlClassResultStore store(request.transaction());
    const auto recorded = record_class_results(results, request.actor<access::Actor>(), request.now(), store, evidence);
    if (!recorded) return refused(recorded.error());
    return RecordedReply{recorded->added, recorded->changed, recorded->unchanged};
}

}  // namespace

void add_outcomes_routes(http::Router& router, const evidence::EvidenceOf& evidence_of) {
    router.get<ClassResultList>("/api/v1/outcomes/class-results",
                                {.permission = access::read_outcomes.code,
                                 .summary = "Class results within your reach",
                                 .query = {"subject: one subject only"}},
                                [](Request& request) -> Result<ClassResultList> {
                                    SqlClassResultStore store(request.transaction());
                                    auto results =
                                        class_results(request.actor<access::Actor>(), request.query("subject"), store);
                                    if (!results) return refused(results.error());
                                    return ClassResultList{std::move(*results)};
                                });

    router.put<ClassResultList, RecordedReply>(
        "/api/v1/outcomes/class-results",
        {.permission = access::import_outcomes.code, .summary = "Record class results, all or none"},
        [evidence_of](Request& request, const ClassResultList& body) {
            const auto evidence = evidence_of(request.transaction());
            return record(request, body.items, *evidence);
        });

    router.post<ImportBody, RecordedReply>(
        "/api/v1/outcomes/import",
        {.permission = access::import_outcomes.code,
         .summary = "Import a table of class results; a dry run only checks it",
         .longest_text = http::whole_file},
        [evidence_of](Request& request, const ImportBody& body) -> Result<RecordedReply> {
            const auto book = read_csv(body.csv, "Hasil");
            if (!book) return refused(book.error());
            const auto results = read_result_table(book->sheets.front(), body.school_id);
            if (!results) return refused(results.error());
            if (body.dry_run) return RecordedReply{static_cast<std::int64_t>(results->size()), 0, 0};
            const auto evidence = evidence_of(request.transaction());
            return record(request, *results, *evidence);
        });
}

}  // namespace pamong::outcomes
