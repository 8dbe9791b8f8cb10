#pragma once

#include "features/evaluation/usecases/trace.h"
#include "platform/print/document.h"
#include "platform/words.h"

namespace pamong::evaluation {

/// The end of a report: what each numbered sentence rests on, and the records at the ends of the chains.
void add_annex(Document& document, const std::vector<TracedClaim>& chains, Language language);

}  // namespace pamong::evaluation
