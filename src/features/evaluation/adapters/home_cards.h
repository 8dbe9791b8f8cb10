#pragma once

#include "features/access/domain/actor.h"
#include "features/access/usecases/home_card.h"
#include "platform/store/tx.h"

namespace pamong::evaluation {

/// Recommendations that are late or due within two weeks, and evaluations that wait for their criteria or judgements.
std::vector<access::HomeCard> evaluation_home_cards(store::Tx& tx, const access::Actor& actor, Day today);

}  // namespace pamong::evaluation
