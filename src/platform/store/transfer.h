#pragma once

#include "platform/store/store.h"

namespace pamong::store {

struct Transferred {
    std::int64_t rows = 0;
    std::string hash;  ///< canonical_sum() of both databases
};

/// Copies every table of `from` into `to`, whichever databases they are, in one transaction. Both have the same
/// migrations. At the end row counts and canonical sums are compared; only when they agree is anything kept.
/// `replace`: what is in `to` goes away in the same transaction. Problems: store.target_not_empty, store.copy_differs.
Result<Transferred> copy_database(Store& from, Store& to, bool replace);

/// Removes every row, children first. For maintenance: no journal is left to write into.
void clear_database(Connection& connection);

/// Runs `body` alone on the database and in one transaction: kept when its Result is a success.
template <class F>
auto in_one_transaction(Store& store, F body) {
    std::invoke_result_t<F, Connection&> result;
    store.run_alone([&](Connection& connection) {
        connection.script(connection.engine() == Engine::sqlite ? "begin immediate" : "begin");
        try {
            result = body(connection);
        } catch (...) {
            connection.script("rollback");
            throw;
        }
        connection.script(result ? "commit" : "rollback");
    });
    return result;
}

}  // namespace pamong::store
