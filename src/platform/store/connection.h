#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/store/value.h"

namespace pamong::store {

/// Receives a result: the column names once, then row by row.
class RowSink {
  public:
    virtual ~RowSink() = default;
    virtual void columns(const std::vector<std::string_view>& names) = 0;
    virtual void row(std::span<const Cell> cells) = 0;
};

enum class Engine : std::uint8_t { sqlite, postgres };

/// One connection to one database; used by one thread at a time. Statements are prepared once and kept.
class Connection {
  public:
    virtual ~Connection() = default;
    [[nodiscard]] virtual Engine engine() const = 0;
    /// Runs one statement with $1, $2, ... and returns how many rows it changed.
    virtual std::int64_t run(std::string_view sql, std::span<const Value> parameters, RowSink* sink) = 0;
    /// The same for a query whose result may be larger than memory: row by row on both databases. The sink must not use
    /// this connection.
    virtual void stream(std::string_view sql, std::span<const Value> parameters, RowSink& sink) = 0;
    /// Runs several statements without parameters (migrations, transaction control).
    virtual void script(const std::string& sql) = 0;
};

std::unique_ptr<Connection> open_sqlite(const std::string& path, bool read_only);
std::unique_ptr<Connection> open_postgres(const std::string& url);

}  // namespace pamong::store
