#include "platform/store/catalogue.h"

#include <algorithm>

#include "platform/embedded.h"

namespace pamong::store {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(' ');
    return from == std::string_view::npos ? std::string_view{} : text.substr(from);
}

std::string_view until(std::string_view text, char end) { return text.substr(0, text.find(end)); }

/// "name {word} not null ...": a column; a line of another kind gives nothing.
std::optional<TableColumn> column_in(std::string_view line) {
    const std::string_view name = until(line, ' ');
    if (name.size() == line.size()) return std::nullopt;
    const std::string_view rest = line.substr(name.size() + 1);
    if (!rest.starts_with('{')) return std::nullopt;
    return TableColumn{std::string(name), std::string(until(rest.substr(1), '}'))};
}

std::vector<std::string> key_in(std::string_view line) {
    std::vector<std::string> key;
    std::string_view inside = until(line.substr(line.find('(') + 1), ')');
    while (!inside.empty()) {
        const std::string_view name = until(inside, ',');
        key.emplace_back(trimmed(name));
        inside.remove_prefix(std::min(inside.size(), name.size() + 1));
    }
    return key;
}

class MigrationReader {
  public:
    void line(std::string_view raw) {
        if (raw.starts_with("-- @")) one_database_only_ = !raw.starts_with("-- @all");
        if (one_database_only_ || trimmed(raw).starts_with("--")) return;
        if (raw.starts_with(create)) {
            tables.push_back({std::string(until(raw.substr(create.size()), ' ')), {}, {}});
            inside_ = true;
        } else if (raw.starts_with(')')) {
            inside_ = false;
        } else if (inside_) {
            part(tables.back(), trimmed(raw));
        } else if (raw.starts_with(alter)) {
            change(raw.substr(alter.size()));
        }
    }
    std::vector<TableShape> tables{};

  private:
    static void part(TableShape& table, std::string_view line) {
        if (line.starts_with("primary key (")) table.key = key_in(line);
        auto column = column_in(line);
        if (!column) return;
        if (line.find(" primary key") != std::string_view::npos) table.key = {column->name};
        table.columns.push_back(std::move(*column));
    }
    void change(std::string_view rest) {
        const auto table = std::ranges::find(tables, until(rest, ' '), &TableShape::name);
        expects(table != tables.end(), "a migration changes a table that none has made");
        rest.remove_prefix(table->name.size() + 1);
        if (rest.starts_with(add)) part(*table, rest.substr(add.size()));
    }

    static constexpr std::string_view create = "create table ";
    static constexpr std::string_view alter = "alter table ";
    static constexpr std::string_view add = "add column ";
    bool inside_ = false;
    bool one_database_only_ = false;
};

}  // namespace

std::string TableShape::column_list() const {
    std::string list;
    for (const TableColumn& column : columns) list += (list.empty() ? "" : ", ") + column.name;
    return list;
}

std::vector<TableShape> tables_in(std::string_view migrations) {
    MigrationReader reader;
    while (!migrations.empty()) {
        const std::string_view line = until(migrations, '\n');
        reader.line(line);
        migrations.remove_prefix(std::min(migrations.size(), line.size() + 1));
    }
    return std::move(reader.tables);
}

const std::vector<TableShape>& all_tables() {
    static const std::vector<TableShape> tables = [] {
        std::string text;
        for (const auto& file : embedded_below("migrations/"))
            if (file.path.ends_with(".sql")) text += "-- @all\n" + std::string(file.content) + "\n";
        return tables_in(text);
    }();
    return tables;
}

void each_row(Connection& connection, const TableShape& table, const OrgId& owner, const std::string& order_by,
              RowSink& sink) {
    std::string sql = "select " + table.column_list() + " from " + table.name;
    if (!owner.is_nil()) sql += " where org_id = $1";
    sql += " order by " + order_by;
    if (owner.is_nil()) return connection.stream(sql, {}, sink);
    const Value parameter = to_value(owner);
    connection.stream(sql, std::span(&parameter, 1), sink);
}

Value value_of(const Cell& cell, std::string_view word) {
    if (cell.kind == Cell::Kind::null) return {};
    if (word == "bool") {
        bool value = false;
        from_cell(cell, value);
        return to_value(value);
    }
    if (word == "real") {
        double value = 0;
        from_cell(cell, value);
        return to_value(value);
    }
    if (word == "uuid" || word == "day" || word == "text" || word == "json") {
        Value value{.kind = word == "uuid" ? Value::Kind::uuid : word == "day" ? Value::Kind::day : Value::Kind::text};
        from_cell(cell, value.text);
        return value;
    }
    expects(word == "int" || word == "timestamp" || word == "decimal", "a type word without a value");
    std::int64_t value = 0;
    from_cell(cell, value);
    return to_value(value);
}

}  // namespace pamong::store
