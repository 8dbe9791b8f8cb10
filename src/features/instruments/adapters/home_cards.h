#pragma once

#include "features/access/usecases/home_card.h"
#include "features/instruments/usecases/submit_form.h"
#include "platform/store/tx.h"

namespace pamong::instruments {

/// What waits for its sender: submissions in quarantine and conflicts of corrections.
std::vector<access::HomeCard> instruments_home_cards(store::Tx& tx, const access::Actor& actor, Day today);

}  // namespace pamong::instruments
