#pragma once

#include "features/access/usecases/home_card.h"
#include "features/performance/usecases/yearly_appraisal.h"
#include "platform/store/tx.h"

namespace pamong::performance {

/// A teacher: an appraisal that waits for an answer. Whoever appraises: objections, ratings and freezing that are due.
std::vector<access::HomeCard> performance_home_cards(store::Tx& tx, const access::Actor& actor, Day today);

}  // namespace pamong::performance
