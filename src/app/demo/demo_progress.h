#pragma once

#include "platform/store/store.h"

namespace pamong::app {

/// Makes the database ready for the first step of the example. Where an earlier making was interrupted (kill -9,
/// power), what it left is removed in one transaction: the steps give the same records again. Returns how many steps
/// were done by then, 0 in an empty database. problem  app.demo_not_empty: other data, or an example that is finished;
/// app.demo_in_use: interrupted, but
///          somebody has signed in since, so it may hold work of theirs.
Result<std::int64_t> begin_example(store::Store& store, Day today);
/// After the step's own transactions and before it is announced: what was announced is in the database.
void note_example_step(store::Store& store, std::int64_t steps_done, bool finished);

}  // namespace pamong::app
