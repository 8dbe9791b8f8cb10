#include "features/analysis/adapters/routes.h"

#include "features/analysis/adapters/sql_analysis_store.h"

namespace pamong::analysis {
namespace {

using http::Request;

AnalysisView view_of(const Analysis& analysis, Language language) {
    return {analysis.id,
            analysis.revision,
            analysis.method,
            analysis.version,
            analysis.title,
            {analysis.settings},
            {analysis.snapshot},
            analysis.snapshot_hash,
            {analysis.result},
            analysis.made_at,
            guards_of(analysis.method),
            picture_of(analysis, language == Language::en ? "en" : "id", PictureWidth::desktop),
            picture_of(analysis, language == Language::en ? "en" : "id", PictureWidth::phone)};
}

}  // namespace

std::vector<Observed> observed_changes(const outcomes::ClassChanges& changes, evidence::EvidenceStore& evidence) {
    std::vector<Uuid> ids;
    for (const auto& pair : changes.pairs) {
        ids.push_back(pair.before.id.value);
        ids.push_back(pair.after.id.value);
    }
    const auto newest = evidence.newest_of(ids);
    std::vector<Observed> units;
    for (const auto& pair : changes.pairs) {
        Observed unit{pair.after.class_name, pair.before.mean.to_double(), pair.after.mean.to_double(), {}};
        for (const auto& id : {pair.before.id.value, pair.after.id.value})
            if (const auto found = newest.find(id); found != newest.end())
                unit.facts.push_back({id, found->second.first});
        units.push_back(std::move(unit));
    }
    return units;
}

void add_analysis_routes(http::Router& router, const evidence::EvidenceOf& evidence_of,
                         const ClassResultsOf& results_of) {
    router.get<AnalysisList>(
        "/api/v1/analysis",
        {.permission = access::run_analysis.code, .summary = "Statistical results of this owner, with data and guards"},
        [](Request& request) -> Result<AnalysisList> {
            SqlAnalysisStore store(request.transaction());
            AnalysisList list;
            for (const Analysis& analysis : store.all()) list.items.push_back(view_of(analysis, request.language()));
            return list;
        });

    router.post<ClassChangeBody, AnalysisView>(
        "/api/v1/analysis/class-change",
        {.permission = access::run_analysis.code, .summary = "Compare class results of two periods"},
        [evidence_of, results_of](Request& request, const ClassChangeBody& body) -> Result<AnalysisView> {
            const auto results = results_of(request.transaction());
            const auto seen = outcomes::class_results(request.actor<access::Actor>(), body.subject, *results);
            if (!seen) return refused(seen.error());
            const auto evidence = evidence_of(request.transaction());
            const auto changes = outcomes::pair_periods(*seen, body.before, body.after);
            SqlAnalysisStore store(request.transaction());
            const auto analysis =
                compare_before_and_after({body.id, body.subject + ": " + body.before + " - " + body.after,
                                          to_json(body), observed_changes(changes, *evidence)},
                                         request.actor<access::Actor>(), request.now(), store, *evidence);
            if (!analysis) return refused(analysis.error());
            return view_of(*analysis, request.language());
        });
}

}  // namespace pamong::analysis
