#pragma once

#include "features/analysis/domain/comparison.h"
#include "features/evidence/usecases/evidence.h"
#include "features/outcomes/usecases/class_results.h"
#include "platform/http/router.h"

namespace pamong::analysis {

/// Class results of the owner, as the outcomes feature gives them; made in src/app/.
using ClassResultsOf = std::function<std::unique_ptr<outcomes::ClassResultStore>(store::Tx&)>;

void add_analysis_routes(http::Router& router, const evidence::EvidenceOf& evidence_of,
                         const ClassResultsOf& results_of);

/// Classes measured at two periods as units of a comparison, each with its evidence.
std::vector<Observed> observed_changes(const outcomes::ClassChanges& changes, evidence::EvidenceStore& evidence);

}  // namespace pamong::analysis
