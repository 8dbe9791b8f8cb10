#include <sqlite3.h>

#include <unordered_map>

#include "base/result.h"
#include "platform/store/connection.h"
#include "platform/store/dialect.h"
#include "platform/store/store_error.h"

namespace pamong::store {
namespace {

[[noreturn]] void throw_sqlite(sqlite3* database, int code) {
    using Kind = StoreError::Kind;
    const int extended = sqlite3_extended_errcode(database);
    Kind kind = Kind::other;
    if (extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY) kind = Kind::unique;
    else if (extended == SQLITE_CONSTRAINT_FOREIGNKEY) kind = Kind::foreign_key;
    else if ((code & 0xFF) == SQLITE_CONSTRAINT) kind = Kind::check;
    else if ((code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED) kind = Kind::busy;
    else if ((code & 0xFF) == SQLITE_FULL || (code & 0xFF) == SQLITE_IOERR) kind = Kind::full;
    throw StoreError(kind, "SQLite: " + std::string(sqlite3_errmsg(database)));
}

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

class SqliteConnection final : public Connection {
  public:
    /// Built on a finished empty one, so that its destructor closes the file when a pragma fails.
    SqliteConnection(const std::string& path, bool read_only) : SqliteConnection() {
        const int flags = read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        if (const int code = sqlite3_open_v2(path.c_str(), &database_, flags | SQLITE_OPEN_NOMUTEX, nullptr);
            code != SQLITE_OK) {
            const std::string what = database_ == nullptr ? "out of memory" : sqlite3_errmsg(database_);
            throw StoreError(StoreError::Kind::other, "SQLite: cannot open " + path + ": " + what);
        }
        sqlite3_extended_result_codes(database_, 1);
        sqlite3_busy_timeout(database_, 10'000);
        script("pragma foreign_keys = on; pragma cache_size = -32768; pragma temp_store = memory;");
        if (!read_only)
            script("pragma journal_mode = wal; pragma synchronous = full; pragma journal_size_limit = 67108864;");
    }
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;
    ~SqliteConnection() override {
        statements_.clear();
        sqlite3_close_v2(database_);
    }

    [[nodiscard]] Engine engine() const override { return Engine::sqlite; }

    std::int64_t run(std::string_view sql, std::span<const Value> parameters, RowSink* sink) override {
        sqlite3_stmt* statement = prepared(sql);
        struct Reset {
            sqlite3_stmt* statement;
            ~Reset() {
                sqlite3_reset(statement);
                sqlite3_clear_bindings(statement);
            }
        } reset{statement};
        for (std::size_t i = 0; i < parameters.size(); ++i) bind(statement, i + 1, parameters[i]);
        const int count = sqlite3_column_count(statement);
        if (sink != nullptr && count > 0) {
            std::vector<std::string_view> names;
            for (int i = 0; i < count; ++i) names.emplace_back(sqlite3_column_name(statement, i));
            sink->columns(names);
        }
        std::vector<Cell> cells(static_cast<std::size_t>(count));
        const auto before = sqlite3_total_changes64(database_);
        while (true) {
            const int code = sqlite3_step(statement);
            if (code == SQLITE_DONE) break;
            if (code != SQLITE_ROW) throw_sqlite(database_, code);
            if (sink == nullptr) continue;
            for (int i = 0; i < count; ++i) cells[static_cast<std::size_t>(i)] = cell(statement, i);
            sink->row(cells);
        }
        return sqlite3_total_changes64(database_) - before;
    }

    void stream(std::string_view sql, std::span<const Value> parameters, RowSink& sink) override {
        run(sql, parameters, &sink);
    }

    void script(const std::string& sql) override {
        if (const int code = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
            throw_sqlite(database_, code);
    }

  private:
    sqlite3_stmt* prepared(std::string_view sql) {
        // SQL texts are literals of the program, so the address is a good key; the text guards against reuse of memory.
        if (const auto found = statements_.find(std::string(sql)); found != statements_.end())
            return found->second.get();
        const std::string text = in_dialect(sql, Engine::sqlite);
        sqlite3_stmt* statement = nullptr;
        if (const int code = sqlite3_prepare_v3(database_, text.data(), static_cast<int>(text.size()),
                                                SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
            code != SQLITE_OK)
            throw StoreError(StoreError::Kind::other,
                             "SQLite: " + std::string(sqlite3_errmsg(database_)) + " in: " + text);
        return statements_.emplace(std::string(sql), Statement(statement)).first->second.get();
    }

    void bind(sqlite3_stmt* statement, std::size_t number, const Value& value) {
        const std::string name = "$" + std::to_string(number);
        const int index = sqlite3_bind_parameter_index(statement, name.c_str());
        expects(index > 0, "a parameter that the SQL does not use");
        int code = SQLITE_OK;
        switch (value.kind) {
            case Value::Kind::null:
                code = sqlite3_bind_null(statement, index);
                break;
            case Value::Kind::boolean:
            case Value::Kind::integer:
                code = sqlite3_bind_int64(statement, index, value.integer);
                break;
            case Value::Kind::real:
                code = sqlite3_bind_double(statement, index, value.real);
                break;
            case Value::Kind::text:
            case Value::Kind::uuid:
            case Value::Kind::day:
                // The caller's values outlive the run, so no copy is made.
                code =
                    sqlite3_bind_text64(statement, index, value.text.data(), value.text.size(), nullptr, SQLITE_UTF8);
                break;
        }
        if (code != SQLITE_OK) throw_sqlite(database_, code);
    }

    static Cell cell(sqlite3_stmt* statement, int column) {
        switch (sqlite3_column_type(statement, column)) {
            case SQLITE_INTEGER:
                return {.kind = Cell::Kind::integer, .integer = sqlite3_column_int64(statement, column)};
            case SQLITE_FLOAT:
                return {.kind = Cell::Kind::real, .real = sqlite3_column_double(statement, column)};
            case SQLITE_NULL:
                return {};
            default: {
                const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
                return {.kind = Cell::Kind::text,
                        .text = {bytes == nullptr ? "" : bytes,
                                 static_cast<std::size_t>(sqlite3_column_bytes(statement, column))}};
            }
        }
    }

    SqliteConnection() = default;

    sqlite3* database_ = nullptr;
    std::unordered_map<std::string, Statement> statements_;
};

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& path, bool read_only) {
    return std::make_unique<SqliteConnection>(path, read_only);
}

}  // namespace pamong::store
