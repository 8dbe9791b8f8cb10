#pragma once

#include "features/evaluation/usecases/trace.h"
#include "platform/print/document.h"
#include "platform/words.h"

namespace pamong::evaluation {

/// The report as a printed document: cover, purpose, description, criteria, method, findings with evidence, judgement
/// table, decision, recommendations, limits, and the annex that every numbered reference leads to.
/// `chains` are those of trace_report(), in the same order as claims_of().
Document report_document(const Report& report, const std::vector<TracedClaim>& chains, Language language);

}  // namespace pamong::evaluation
