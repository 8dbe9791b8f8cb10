#pragma once

#include "features/access/usecases/home_card.h"
#include "features/plans/usecases/keep_plan.h"
#include "platform/store/tx.h"

namespace pamong::plans {

/// Plans that wait for somebody: returned to their owner, or proposed to whoever may approve; and items that are due.
std::vector<access::HomeCard> plans_home_cards(store::Tx& tx, const access::Actor& actor, Day today);

}  // namespace pamong::plans
