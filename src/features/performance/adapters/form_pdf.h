#pragma once

#include <string>
#include <vector>

#include "features/people/usecases/directory.h"
#include "features/performance/usecases/yearly_appraisal.h"

namespace pamong::performance {

/// The forms of several appraisals as one PDF, a page each, with signature blocks: printing in bulk is fine, rating in
/// bulk does not exist.
Result<std::string> appraisal_forms_pdf(const std::vector<Appraisal>& appraisals, const PredicateMatrix& matrix,
                                        people::PeopleDirectory& people, Timestamp now);

}  // namespace pamong::performance
