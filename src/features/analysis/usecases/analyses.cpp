#include "features/analysis/usecases/analyses.h"

#include <algorithm>

namespace pamong::analysis {
namespace {

/// The snapshot's own id follows from the result's, so that a repeated run finds it again.
Uuid snapshot_id(const Uuid& result) { return uuid_for_name("snapshot of " + to_string(result)); }

Analysis keep(const Run& run, std::string_view method, std::string result, Timestamp now, AnalysisStore& store,
              evidence::EvidenceStore& evidence) {
    Analysis analysis{run.id,
                      1,
                      std::string(method),
                      std::string(method_version),
                      run.title,
                      run.settings,
                      store.snapshot_of(run.units),
                      "",
                      std::move(result),
                      now};
    analysis.snapshot_hash = store.hash(analysis.snapshot);

    std::vector<std::pair<evidence::ItemRef, evidence::Why>> facts;
    for (const Observed& unit : run.units)
        for (const auto& fact : unit.facts) facts.emplace_back(fact, evidence::Why::derived_from);
    std::ranges::sort(facts);
    facts.erase(std::ranges::unique(facts).begin(), facts.end());
    const auto snapshot = evidence::offer(
        {evidence::Kind::snapshot, snapshot_id(run.id), run.title, analysis.snapshot, std::move(facts)}, now, evidence);
    const auto ref = evidence::offer(
        {evidence::Kind::result, run.id, run.title, analysis.result, {{snapshot, evidence::Why::derived_from}}}, now,
        evidence);

    analysis.revision = ref.revision;
    if (const auto known = store.newest(run.id); known && known->revision == ref.revision) return *known;
    store.add(analysis);
    return analysis;
}

Done may_run(const Run& run, const access::Actor& actor) {
    if (!actor.may(access::run_analysis)) return access::not_permitted(access::run_analysis);
    if (run.units.empty()) return refused("analysis.no_data");
    return {};
}

}  // namespace

Result<Analysis> compare_before_and_after(const Run& run, const access::Actor& actor, Timestamp now,
                                          AnalysisStore& store, evidence::EvidenceStore& evidence) {
    if (auto allowed = may_run(run, actor); !allowed) return refused(allowed.error());
    return keep(run, change_method, store.result_of(change_of(run.units)), now, store, evidence);
}

Result<Analysis> associate(const Run& run, const access::Actor& actor, Timestamp now, AnalysisStore& store,
                           evidence::EvidenceStore& evidence) {
    if (auto allowed = may_run(run, actor); !allowed) return refused(allowed.error());
    return keep(run, association_method, store.result_of(association_of(run.units)), now, store, evidence);
}

Result<Analysis> total_of_sheets(const Run& run, const access::Actor& actor, Timestamp now, AnalysisStore& store,
                                 evidence::EvidenceStore& evidence) {
    if (auto allowed = may_run(run, actor); !allowed) return refused(allowed.error());
    return keep(run, scale_method, store.result_of(scale_total_of(run.units)), now, store, evidence);
}

}  // namespace pamong::analysis
