#include "platform/store/canonical.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/crypto/crypto.h"
#include "platform/json/json.h"
#include "platform/store/dialect.h"

namespace pamong::store {
namespace {

/// Seconds as everywhere, and always six digits behind them, so that text order is time order.
void append_moment(std::string& out, Timestamp moment) {
    constexpr std::int64_t second = 1'000'000;
    const std::int64_t part = ((moment.micros % second) + second) % second;
    std::string whole = to_string(Timestamp{moment.micros - part});
    whole.pop_back();
    out += fmt::format("\"{}.{:06}Z\"", whole, part);
}

void append_canonical(std::string& out, const Cell& cell, std::string_view word) {
    if (cell.kind == Cell::Kind::null) {
        out += "null";
        return;
    }
    const Value value = value_of(cell, word);
    if (word == "json") {
        const auto document = parse_json(value.text);
        expects(document.has_value(), "a json column holds something else");
        out += canonical_json(*document);
    } else if (word == "timestamp") {
        append_moment(out, {value.integer});
    } else if (word == "decimal") {
        const std::int64_t millionths = value.integer < 0 ? -value.integer : value.integer;
        out +=
            fmt::format("\"{}{}.{:06}\"", value.integer < 0 ? "-" : "", millionths / 1'000'000, millionths % 1'000'000);
    } else if (word == "bool") {
        out += value.integer != 0 ? "true" : "false";
    } else if (word == "int") {
        out += std::to_string(value.integer);
    } else if (word == "real") {
        out += fmt::format("{}", value.real);
    } else {
        append_json_string(out, value.text);
    }
}

class LineSink final : public RowSink {
  public:
    LineSink(const TableShape& table, const LeaveOut& leave_out, const std::function<void(std::string_view)>& take)
        : table_(table), take_(take) {
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (!leave_out(table.name, table.columns[i].name)) shown_.push_back(i);
        std::ranges::sort(shown_, {}, [&](std::size_t i) -> const std::string& { return table_.columns[i].name; });
    }
    void columns(const std::vector<std::string_view>&) override {}
    void row(std::span<const Cell> cells) override {
        line_ = R"({"row":{)";
        for (const std::size_t i : shown_) {
            if (line_.back() != '{') line_ += ',';
            append_json_string(line_, table_.columns[i].name);
            line_ += ':';
            append_canonical(line_, cells[i], table_.columns[i].word);
        }
        line_ += R"(},"table":")" + table_.name + R"("})";
        take_(line_);
    }

  private:
    const TableShape& table_;
    const std::function<void(std::string_view)>& take_;
    std::vector<std::size_t> shown_{};
    std::string line_{};
};

/// The key; or, where a part of it is left out, all columns that are left and can be ordered.
std::string canonical_order(const TableShape& table, const LeaveOut& leave_out) {
    const bool key_is_shown =
        std::ranges::none_of(table.key, [&](const std::string& name) { return leave_out(table.name, name); });
    std::string order;
    const auto add = [&](const std::string& name) { order += (order.empty() ? "" : ", ") + name + " nulls first"; };
    if (key_is_shown) std::ranges::for_each(table.key, add);
    else
        for (const TableColumn& column : table.columns)
            if (column.word != "json" && !leave_out(table.name, column.name)) add(column.name);
    return order;
}

}  // namespace

void canonical_lines(Connection& connection, const LeaveOut& leave_out,
                     const std::function<void(std::string_view line)>& take) {
    std::vector<const TableShape*> tables;
    for (const TableShape& table : all_tables())
        if (!leave_out(table.name, "")) tables.push_back(&table);
    std::ranges::sort(tables, {}, [](const TableShape* table) -> const std::string& { return table->name; });
    const auto owners = owner_ids(connection);
    for (const TableShape* table : tables) {
        LineSink sink(*table, leave_out, take);
        const std::string order = canonical_order(*table, leave_out);
        if (!table->of_owner()) {
            each_row(connection, *table, {}, order, sink);
            continue;
        }
        for (const OrgId& owner : owners) {
            act_for(connection, owner);
            each_row(connection, *table, owner, order, sink);
        }
    }
    act_for(connection, {});
}

CanonicalSum canonical_sum(Connection& connection) {
    CanonicalSum sum;
    Blake2b hash;
    canonical_lines(
        connection, [](std::string_view, std::string_view) { return false; },
        [&](std::string_view line) {
            ++sum.rows;
            hash.add(line);
            hash.add("\n");
        });
    sum.hash = hash.hex();
    return sum;
}

}  // namespace pamong::store
