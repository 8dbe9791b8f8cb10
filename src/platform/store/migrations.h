#pragma once

#include <string>
#include <vector>

#include "platform/store/store.h"

namespace pamong::store {

struct MigrationState {
    std::string name;  ///< "0001_access"
    bool applied = false;
};

/// Applies what is missing of migrations/NNNN_name.sql in order, each in its own transaction, under a lock so that two
/// servers do not migrate at once. On PostgreSQL every table with an org_id gets row-level security.
/// Problems: store.migration_changed when an applied file has another text now, store.database_is_newer.
Result<int> migrate(Store& store, Timestamp now);
std::vector<MigrationState> migration_status(Store& store);

}  // namespace pamong::store
