#pragma once

#include "features/evaluation/usecases/evaluation_store.h"

namespace pamong::evaluation {

/// Writes the report from what is recorded: every sentence and figure becomes a statement of the evidence graph, and
/// every number is read from its record at this moment. Publishing again makes the next number; unchanged statements
/// keep their revision. Problems: evaluation.not_judged, evaluation.no_number.
Result<Report> publish_report(const EvaluationId& id, const std::string& issuer, Work& work);

/// The newest report, and which of its claims rest on something that has changed since.
struct OpenReport {
    Report report;
    std::set<Uuid> stale;  ///< statement ids
};
/// Problems: evaluation.no_report.
Result<OpenReport> open_report(const EvaluationId& id, Work& work);

}  // namespace pamong::evaluation
