#pragma once

#include "features/instruments/adapters/form_library.h"
#include "platform/store/store.h"

namespace pamong::instruments {

/// Records the versions that ship with this program, so that their answers stay readable after an update. Repeating it
/// changes nothing; called with the migrations.
void publish_shipped(store::Store& store, Timestamp now);

/// One version, shipped with this program or with an earlier one. A published version never changes.
std::optional<Instrument> published_instrument(store::Tx& tx, const Uuid& id, std::string_view version);

}  // namespace pamong::instruments
