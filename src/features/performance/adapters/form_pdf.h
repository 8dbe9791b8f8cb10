#pragma once

#include <string>
#include <vector>

#include "features/people/usecases/directory.h"
#include "features/performance/usecases/yearly_appraisal.h"
#include "platform/print/pdf.h"

namespace pamong::performance {

/// The forms of several appraisals as one PDF, each on its own page, with signature blocks: printing in bulk is fine,
/// rating in bulk does not exist. `step` hears how much is done and may end it. Problem: performance.nothing_to_print.
Result<std::string> appraisal_forms_pdf(const std::vector<Appraisal>& appraisals, const AppraisalDesk& desk,
                                        people::PeopleDirectory& people, const PrintStep& step = {});

}  // namespace pamong::performance
