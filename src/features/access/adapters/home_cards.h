#pragma once

#include "features/access/domain/actor.h"
#include "features/access/usecases/home_card.h"
#include "platform/store/tx.h"

namespace pamong::access {

/// For administrators: accounts whose owner has not chosen a password yet, and codes that ran out. For whoever reads
/// the audit: how far the sealed chain reaches.
std::vector<HomeCard> access_home_cards(store::Tx& tx, const Actor& actor, Timestamp now);

}  // namespace pamong::access
