#pragma once

#include "features/people/usecases/directory.h"
#include "features/performance/adapters/regulations.h"
#include "features/performance/adapters/wire.h"
#include "platform/words.h"

namespace pamong::performance {

/// The rules of regulations/, read once.
const PerformanceRules& performance_rules();
/// "UBK" -> "Umpan balik konstruktif", of regulations/classroom_observation_2025.json.
std::string indicator_name(std::string_view code, Language language);

/// What the predicate earns in a year at the person's rank (PermenPANRB 1/2023: percent x coefficient x months / 12).
std::optional<CreditView> credit_of(const Appraisal& appraisal, const std::string& golongan);
std::optional<std::string> predicate_of(const Appraisal& appraisal);

/// One appraisal as this actor may see it.
AppraisalView view_of(const Appraisal& appraisal, const AppraisalDesk& desk, people::PeopleDirectory& people);
/// The list of a year: everybody whom the actor appraises, their own, and what else is within reach.
AppraisalYear year_of(std::optional<std::int64_t> year, std::int64_t this_year, const AppraisalDesk& desk,
                      people::PeopleDirectory& people);

}  // namespace pamong::performance
