#pragma once

#include <functional>
#include <memory>
#include <string>
#include <type_traits>

#include "platform/store/tx.h"

namespace pamong::store {

/// One database: an SQLite file or a PostgreSQL server. Thread safe.
///
///     auto names = store.read(scope, [&](Tx& tx) { return tx.all<NameRow>(select_names, tx.owner()); });
///     Result<Pairing> done = store.write(scope, [&](Tx& tx) -> Result<Pairing> { ... });
///
/// A write is committed when its Result is a success and rolled back when it is a Problem or throws. It may be run
/// again (PostgreSQL: serialization failure), so it keeps no state of its own. When write() returns, the change is
/// durable. A read sees one moment of the database.
class Store {
  public:
    virtual ~Store() = default;
    [[nodiscard]] virtual Engine engine() const = 0;

    template <class F>
    auto read(const Scope& scope, F&& body) {
        using Answer = std::invoke_result_t<F, Tx&>;
        std::optional<Answer> answer;
        run_read(scope, [&](Tx& tx) { answer.emplace(body(tx)); });
        return std::move(*answer);
    }
    template <class F>
    auto write(const Scope& scope, F&& body) {
        using Answer = std::invoke_result_t<F, Tx&>;
        std::optional<Answer> answer;
        run_write(scope, [&](Tx& tx) {
            answer.emplace(body(tx));
            return answer->has_value();
        });
        return std::move(*answer);
    }

    virtual void run_read(const Scope& scope, const std::function<void(Tx&)>& body) = 0;
    virtual void run_write(const Scope& scope, const std::function<bool(Tx&)>& body) = 0;
    /// For migrations and maintenance: one connection that nobody else uses meanwhile.
    virtual void run_alone(const std::function<void(Connection&)>& body) = 0;
};

/// "sqlite:PATH" or "postgresql://..."; creates a missing SQLite file. Problems: store.address.
Result<std::unique_ptr<Store>> open_store(const std::string& address);

}  // namespace pamong::store
