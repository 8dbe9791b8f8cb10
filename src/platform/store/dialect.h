#pragma once

#include <string>
#include <string_view>

#include "platform/store/connection.h"

namespace pamong::store {

/// The one place where the two databases differ in the text of SQL. Everything else is written once.
///
/// In queries: `{ids $2}`        the ids of a JSON list given as text: `school_id in {ids $2}`
///             `{texts $2}`      the texts of a JSON list
///             `{for_update}`    row lock (SQLite writes one at a time, so nothing is needed)
///             `{skip_locked}`   row lock that leaves out what another worker holds
/// In migrations also the type words {uuid} {timestamp} {day} {json} {bool} {text} {decimal} {int} {real}, and blocks
/// `-- @sqlite`, `-- @postgres`, `-- @all` that say which database the following lines are for.
std::string in_dialect(std::string_view sql, Engine engine);
std::string migration_in_dialect(std::string_view sql, Engine engine);

/// Inside a transaction: from now on it sees the rows of this owner (PostgreSQL's row-level security), nil: of none.
void act_for(Connection& connection, const OrgId& owner);
/// All owners, by id.
std::vector<OrgId> owner_ids(Connection& connection);

}  // namespace pamong::store
