#pragma once

#include "features/access/domain/actor.h"
#include "features/access/usecases/home_card.h"
#include "platform/store/tx.h"

namespace pamong::plans {

/// Plans that wait for an approval, an own plan that came back, or the invitation to begin one.
std::vector<access::HomeCard> plans_home_cards(store::Tx& tx, const access::Actor& actor, Day today);

}  // namespace pamong::plans
