#pragma once

#include <functional>
#include <string_view>

#include "platform/store/catalogue.h"
#include "platform/store/store.h"

namespace pamong::store {

/// Says which columns stay out; "" stands for the whole table.
using LeaveOut = std::function<bool(std::string_view table, std::string_view column)>;

/// All rows of a database as JSON lines whose bytes depend on the contents alone, not on the database that holds them:
///
///     {"row":{"id":"0194...","name":"SMPN 1"},"table":"people_school"}
///
/// Tables by name; an owner's rows together, owners by id; rows by key, in binary order (a table whose key is left out:
/// by the columns that are left). uuid lower case, timestamp "2025-01-06T01:00:00.000000Z", day "2025-01-06", decimal
/// with six places in quotes, json with sorted keys, real as the shortest text that reads back. One moment of the
/// database, row by row. `line` comes without a line end.
void canonical_lines(Connection& connection, const LeaveOut& leave_out,
                     const std::function<void(std::string_view line)>& take);

/// BLAKE2b-256 over all canonical lines, nothing left out.
struct CanonicalSum {
    std::int64_t rows = 0;
    std::string hash;
};
CanonicalSum canonical_sum(Connection& connection);

}  // namespace pamong::store
