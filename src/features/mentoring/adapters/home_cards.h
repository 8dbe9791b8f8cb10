#pragma once

#include "features/access/usecases/home_card.h"
#include "features/mentoring/adapters/routes.h"

namespace pamong::mentoring {

/// What mentoring puts on somebody's home page: pairs and sessions that wait for an answer, today's sessions, actions
/// that are due, and for those who watch over programmes how many pairs need a hand.
std::vector<access::HomeCard> home_cards(store::Tx& tx, const access::Actor& actor, Day today,
                                         const MentoringParts& parts);

}  // namespace pamong::mentoring
