#pragma once

#include "features/access/domain/actor.h"
#include "features/access/usecases/home_card.h"
#include "platform/store/tx.h"

namespace pamong::workshops {

/// Open workshops that the actor runs or takes part in.
std::vector<access::HomeCard> workshops_home_cards(store::Tx& tx, const access::Actor& actor, Day today);

}  // namespace pamong::workshops
