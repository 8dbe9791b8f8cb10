#include <libpq-fe.h>

#include <fmt/format.h>
#include <unordered_map>

#include "base/result.h"
#include "platform/store/connection.h"
#include "platform/store/dialect.h"
#include "platform/store/store_error.h"

namespace pamong::store {
namespace {

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, Clear>;

// Type numbers of pg_type that never change; 0 lets the server decide from the context.
constexpr Oid oid_bool = 16;
constexpr Oid oid_int8 = 20;
constexpr Oid oid_float8 = 701;
constexpr Oid oid_date = 1082;
constexpr Oid oid_uuid = 2950;

Oid oid_of(Value::Kind kind) {
    switch (kind) {
        case Value::Kind::boolean:
            return oid_bool;
        case Value::Kind::integer:
            return oid_int8;
        case Value::Kind::real:
            return oid_float8;
        case Value::Kind::uuid:
            return oid_uuid;
        case Value::Kind::day:
            return oid_date;
        case Value::Kind::null:
        case Value::Kind::text:
            return 0;
    }
    return 0;
}

/// Parameters as libpq wants them; the texts live as long as the caller's values.
struct Bound {
    explicit Bound(std::span<const Value> parameters)
        : numbers(parameters.size()), values(parameters.size()), types(parameters.size()) {
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            const Value& value = parameters[i];
            types[i] = oid_of(value.kind);
            switch (value.kind) {
                case Value::Kind::null:
                    break;
                case Value::Kind::boolean:
                    numbers[i] = value.integer != 0 ? "t" : "f";
                    break;
                case Value::Kind::integer:
                    numbers[i] = std::to_string(value.integer);
                    break;
                case Value::Kind::real:
                    numbers[i] = fmt::format("{}", value.real);
                    break;
                case Value::Kind::text:
                case Value::Kind::uuid:
                case Value::Kind::day:
                    values[i] = value.text.c_str();
                    continue;
            }
            values[i] = value.kind == Value::Kind::null ? nullptr : numbers[i].c_str();
        }
    }
    std::vector<std::string> numbers;
    std::vector<const char*> values;
    std::vector<Oid> types;
};

class PostgresConnection final : public Connection {
  public:
    explicit PostgresConnection(const std::string& url) : connection_(PQconnectdb(url.c_str())) {
        if (PQstatus(connection_) != CONNECTION_OK) {
            const std::string what = PQerrorMessage(connection_);
            PQfinish(connection_);
            throw StoreError(StoreError::Kind::lost, "PostgreSQL: " + what);
        }
        PQsetNoticeProcessor(connection_, [](void*, const char*) {}, nullptr);
        script(
            "set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set timezone = 'UTC'; "
            "set extra_float_digits = 3;");
    }
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;
    ~PostgresConnection() override { PQfinish(connection_); }

    [[nodiscard]] Engine engine() const override { return Engine::postgres; }

    std::int64_t run(std::string_view sql, std::span<const Value> parameters, RowSink* sink) override {
        const Bound bound(parameters);
        const std::string& name = prepared(sql, bound.types);
        const PostgresResult result(PQexecPrepared(connection_, name.c_str(), static_cast<int>(bound.values.size()),
                                                   bound.values.data(), nullptr, nullptr, 0));
        check(result.get(), sql);
        if (sink != nullptr && PQnfields(result.get()) > 0) {
            deliver_names(result.get(), *sink);
            deliver_rows(result.get(), *sink);
        }
        const std::string_view changed = PQcmdTuples(result.get());
        return changed.empty() || PQresultStatus(result.get()) == PGRES_TUPLES_OK ? 0
                                                                                  : std::stoll(std::string(changed));
    }

    void stream(std::string_view sql, std::span<const Value> parameters, RowSink& sink) override {
        const Bound bound(parameters);
        const std::string& name = prepared(sql, bound.types);
        if (PQsendQueryPrepared(connection_, name.c_str(), static_cast<int>(bound.values.size()), bound.values.data(),
                                nullptr, nullptr, 0) != 1)
            throw StoreError(StoreError::Kind::lost, std::string("PostgreSQL: ") + PQerrorMessage(connection_));
        PQsetSingleRowMode(connection_);
        struct ReadOut {  // the connection takes no other statement before the last result was fetched
            PGconn* connection;
            ~ReadOut() {
                while (PGresult* left = PQgetResult(connection)) PQclear(left);
            }
        } read_out{connection_};
        for (bool first = true;; first = false) {
            const PostgresResult result(PQgetResult(connection_));
            if (!result) return;
            if (PQresultStatus(result.get()) != PGRES_SINGLE_TUPLE) check(result.get(), sql);
            if (first) deliver_names(result.get(), sink);
            deliver_rows(result.get(), sink);
        }
    }

    void script(const std::string& sql) override {
        const PostgresResult result(PQexec(connection_, sql.c_str()));
        check(result.get(), sql);
    }

  private:
    static void deliver_names(PGresult* result, RowSink& sink) {
        const int columns = PQnfields(result);
        std::vector<std::string_view> names;
        for (int i = 0; i < columns; ++i) names.emplace_back(PQfname(result, i));
        sink.columns(names);
    }

    static void deliver_rows(PGresult* result, RowSink& sink) {
        const int columns = PQnfields(result);
        std::vector<Cell> cells(static_cast<std::size_t>(columns));
        for (int row = 0; row < PQntuples(result); ++row) {
            for (int i = 0; i < columns; ++i) {
                auto& cell = cells[static_cast<std::size_t>(i)];
                if (PQgetisnull(result, row, i) != 0) cell = {};
                else
                    cell = {
                        .kind = Cell::Kind::text,
                        .text = {PQgetvalue(result, row, i), static_cast<std::size_t>(PQgetlength(result, row, i))}};
            }
            sink.row(cells);
        }
    }

    /// The same text with other parameter types (an optional that is empty this time) is another statement.
    const std::string& prepared(std::string_view sql, const std::vector<Oid>& types) {
        std::string key(sql);
        for (const Oid type : types) key += '/' + std::to_string(type);
        if (const auto found = statements_.find(key); found != statements_.end()) return found->second;
        const std::string name = "s" + std::to_string(statements_.size());
        const std::string text = in_dialect(sql, Engine::postgres);
        const PostgresResult result(
            PQprepare(connection_, name.c_str(), text.c_str(), static_cast<int>(types.size()), types.data()));
        check(result.get(), text);
        return statements_.emplace(std::move(key), name).first->second;
    }

    void check(PGresult* result, std::string_view sql) {
        const auto status = PQresultStatus(result);
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY) return;
        using Kind = StoreError::Kind;
        const char* state_text = PQresultErrorField(result, PG_DIAG_SQLSTATE);
        const std::string_view state = state_text == nullptr ? "" : state_text;
        const char* primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
        Kind kind = Kind::other;
        if (PQstatus(connection_) != CONNECTION_OK) kind = Kind::lost;
        else if (state == "23505") kind = Kind::unique;
        else if (state == "23503") kind = Kind::foreign_key;
        else if (state.starts_with("23")) kind = Kind::check;
        else if (state == "40001" || state == "40P01") kind = Kind::retry;
        else if (state.starts_with("53")) kind = Kind::full;
        // The primary message names columns and constraints but no values; the detail field would carry row contents.
        throw StoreError(kind, "PostgreSQL " + std::string(state) + ": " +
                                   (primary == nullptr ? PQerrorMessage(connection_) : primary) +
                                   (kind == Kind::other ? " in: " + std::string(sql) : ""));
    }

    PGconn* connection_;
    std::unordered_map<std::string, std::string> statements_;
};

}  // namespace

std::unique_ptr<Connection> open_postgres(const std::string& url) { return std::make_unique<PostgresConnection>(url); }

}  // namespace pamong::store
