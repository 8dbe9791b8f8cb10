#pragma once

#include <string>
#include <vector>

#include "platform/store/connection.h"

namespace pamong::store {

struct TableColumn {
    std::string name;
    std::string word;  ///< the type word of the migration: uuid, timestamp, day, json, bool, text, decimal, int, real
};

/// A table as the migrations describe it, the same on both databases.
struct TableShape {
    std::string name;
    std::vector<TableColumn> columns;
    std::vector<std::string> key;
    [[nodiscard]] bool of_owner() const { return columns.front().name == "org_id"; }
    /// "a, b, c"
    [[nodiscard]] std::string column_list() const;
};

/// All tables in the order of their migrations: a table comes after those it refers to. Read from the migrations' text,
/// because SQLite's own catalogue cannot tell a {bool} from an {int}. Tables for one database only (search) and the
/// list of migrations are left out.
const std::vector<TableShape>& all_tables();
/// The same, from the text of migrations.
std::vector<TableShape> tables_in(std::string_view migrations);

/// Every row of a table, one owner's rows when `owner` is not nil, in the order of `order_by` ("a, b"). Row by row on
/// both databases; the sink must not use the connection.
void each_row(Connection& connection, const TableShape& table, const OrgId& owner, const std::string& order_by,
              RowSink& sink);

/// A cell of a {word} column as a parameter for the same column of another database.
Value value_of(const Cell& cell, std::string_view word);

}  // namespace pamong::store
