#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "platform/store/connection.h"

namespace pamong::store {

/// For whom a transaction is opened: the owner whose rows it may touch, who acts, and when.
/// A nil owner may touch reference tables only.
struct Scope {
    OrgId owner{};
    AccountId account{};
    Timestamp now{};
};

/// Maps columns to the members of a described struct by name; a member without a column is a mistake of ours.
template <Described Row, class F>
class RowReader final : public RowSink {
  public:
    explicit RowReader(F take) : take_(std::move(take)) {}
    void columns(const std::vector<std::string_view>& names) override {
        std::size_t member_number = 0;
        each_member<Row>([&](auto member) {
            std::size_t at = 0;
            while (at < names.size() && names[at] != member.name) ++at;
            expects(at < names.size(), std::string("no column for ") + member.name);
            places_[member_number++] = at;
        });
    }
    void row(std::span<const Cell> cells) override {
        Row row{};
        std::size_t member_number = 0;
        each_member<Row>([&](auto member) { from_cell(cells[places_[member_number++]], row.*member.pointer); });
        take_(std::move(row));
    }

  private:
    F take_;
    std::array<std::size_t, boost::mp11::mp_size<MembersOf<Row>>::value> places_{};
};

/// One transaction. SQL is one text for both databases (dialect.h), parameters are `$1`, `$2`.
class Tx {
  public:
    Tx(Connection& connection, const Scope& scope) : connection_(connection), scope_(scope) {}

    [[nodiscard]] const OrgId& owner() const { return scope_.owner; }
    [[nodiscard]] const AccountId& account() const { return scope_.account; }
    [[nodiscard]] Timestamp now() const { return scope_.now; }
    [[nodiscard]] Connection& connection() { return connection_; }

    template <Described Row, class... Arguments>
    std::vector<Row> all(std::string_view sql, const Arguments&... arguments) {
        std::vector<Row> rows;
        each<Row>(sql, [&](Row&& row) { rows.push_back(std::move(row)); }, arguments...);
        return rows;
    }
    template <Described Row, class... Arguments>
    std::optional<Row> one(std::string_view sql, const Arguments&... arguments) {
        auto rows = all<Row>(sql, arguments...);
        expects(rows.size() <= 1, "more than one row where one was asked for");
        return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
    }
    /// Row by row, without holding the whole result in our memory.
    template <Described Row, class F, class... Arguments>
    void each(std::string_view sql, F take, const Arguments&... arguments) {
        const std::array<Value, sizeof...(Arguments)> values{to_value(arguments)...};
        RowReader<Row, F> reader(std::move(take));
        connection_.run(sql, values, &reader);
    }
    /// A statement that returns one number: `select count(*) as n ...`; nothing when there is no row or it is null.
    template <class... Arguments>
    std::optional<std::int64_t> number(std::string_view sql, const Arguments&... arguments) {
        const std::array<Value, sizeof...(Arguments)> values{to_value(arguments)...};
        return number_of(sql, values);
    }
    /// Insert, update or delete; returns how many rows changed.
    template <class... Arguments>
    std::int64_t run(std::string_view sql, const Arguments&... arguments) {
        const std::array<Value, sizeof...(Arguments)> values{to_value(arguments)...};
        const std::int64_t changed = connection_.run(sql, values, nullptr);
        wrote_ = wrote_ || changed > 0;
        return changed;
    }
    /// Many rows of one table in few statements; the columns are the members of Row.
    template <Described Row>
    void insert_all(std::string_view table, const std::vector<Row>& rows) {
        std::string columns;
        each_member<Row>([&](auto member) { columns += (columns.empty() ? "" : ", ") + std::string(member.name); });
        std::vector<Value> values;
        for (const Row& row : rows)
            each_member<Row>([&](auto member) { values.push_back(to_value(row.*member.pointer)); });
        insert_values(table, columns, boost::mp11::mp_size<MembersOf<Row>>::value, values);
    }
    template <Described Row>
    void insert(std::string_view table, const Row& row) {
        insert_all(table, std::vector<Row>{row});
    }

    /// The same for values that lie row after row, `width` to a row.
    void insert_values(std::string_view table, const std::string& columns, std::size_t width,
                       const std::vector<Value>& values);

    /// The audit entry of this change, written in the same transaction (docs/decisions/0004). `action` and `kind` are
    /// codes, never personal text; `before` and `after` are content hashes or empty.
    void journal(std::string_view action, std::string_view kind, const Uuid& subject, std::string_view before = "",
                 std::string_view after = "");

    /// For the sealer alone: it numbers journal rows, which is not a change of its own.
    template <class... Arguments>
    void seal_row(std::string_view sql, const Arguments&... arguments) {
        const std::array<Value, sizeof...(Arguments)> values{to_value(arguments)...};
        connection_.run(sql, values, nullptr);
    }

    /// Called before commit: a change of an owner's rows without a journal entry is a mistake of ours.
    void finish() const { expects(!wrote_ || journaled_ || scope_.owner.is_nil(), "a change without a journal entry"); }

  private:
    std::optional<std::int64_t> number_of(std::string_view sql, std::span<const Value> values);

    Connection& connection_;
    Scope scope_;
    bool wrote_ = false;
    bool journaled_ = false;
};

}  // namespace pamong::store
