#include "platform/store/transfer.h"

#include <ranges>

#include "platform/store/canonical.h"
#include "platform/store/dialect.h"

namespace pamong::store {
namespace {

/// Takes rows and inserts them elsewhere, many in one statement.
class InsertSink final : public RowSink {
  public:
    InsertSink(const TableShape& table, Connection& to) : table_(table), to_(to, {}) {}
    void columns(const std::vector<std::string_view>&) override {}
    void row(std::span<const Cell> cells) override {
        for (std::size_t i = 0; i < cells.size(); ++i) values_.push_back(value_of(cells[i], table_.columns[i].word));
        // A whole number of Tx's batches of 50, few enough to stay small when rows hold documents.
        constexpr std::size_t most_rows = 200;
        if (values_.size() == most_rows * table_.columns.size()) flush();
    }
    void flush() {
        to_.insert_values(table_.name, table_.column_list(), table_.columns.size(), values_);
        values_.clear();
    }

  private:
    const TableShape& table_;
    Tx to_;
    std::vector<Value> values_{};
};

std::string key_order(const TableShape& table) {
    std::string order;
    for (const std::string& name : table.key) order += (order.empty() ? "" : ", ") + name;
    return order;
}

void copy_rows(Connection& from, Connection& to, const TableShape& table, const OrgId& owner) {
    InsertSink sink(table, to);
    each_row(from, table, owner, key_order(table), sink);
    sink.flush();
}

}  // namespace

void clear_database(Connection& connection) {
    Tx tx(connection, {});
    const auto clear = [&](bool of_owner, const std::string& where) {
        for (const TableShape& table : std::views::reverse(all_tables()))
            if (table.of_owner() == of_owner) connection.script("delete from " + table.name + where);
    };
    for (const OrgId& owner : owner_ids(connection)) {
        act_for(connection, owner);
        clear(true, " where org_id = '" + to_string(owner) + "'");
    }
    act_for(connection, {});
    clear(false, "");
}

Result<Transferred> copy_database(Store& from, Store& to, bool replace) {
    return from.read({}, [&](Tx& source) {
        return in_one_transaction(to, [&](Connection& target) -> Result<Transferred> {
            const auto accounts = Tx(target, {}).number("select count(*) as n from account").value_or(0);
            if (!replace && (accounts > 0 || !owner_ids(target).empty())) return refused("store.target_not_empty");
            clear_database(target);
            const auto owners = owner_ids(source.connection());
            for (const TableShape& table : all_tables()) {
                if (!table.of_owner()) {
                    copy_rows(source.connection(), target, table, {});
                    continue;
                }
                for (const OrgId& owner : owners) {
                    act_for(source.connection(), owner);
                    act_for(target, owner);
                    copy_rows(source.connection(), target, table, owner);
                }
            }
            const CanonicalSum before = canonical_sum(source.connection());
            const CanonicalSum after = canonical_sum(target);
            if (before.rows != after.rows || before.hash != after.hash) return refused("store.copy_differs");
            return Transferred{after.rows, after.hash};
        });
    });
}

}  // namespace pamong::store
