#pragma once

#include "features/evaluation/usecases/trace.h"
#include "platform/words.h"

namespace pamong::evaluation {

/// The newest report in its forms. Problems: those of trace_report and of print_pdf.
Result<std::string> report_pdf(const EvaluationId& id, Language language, Work& work);
/// A whole page that needs nothing else.
Result<std::string> report_html(const EvaluationId& id, Language language, Work& work);
/// {"claims":[{"text","chain":[{"kind","id","why","parents"}]}]}
std::string trace_json(const std::vector<TracedClaim>& claims);

}  // namespace pamong::evaluation
