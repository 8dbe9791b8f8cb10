#include "platform/store/dialect.h"

#include <array>

#include "base/result.h"

namespace pamong::store {
namespace {

struct Word {
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgres;
};

// `$` in the texts stands for the word's argument.
constexpr std::array<Word, 14> dialect_words{{
    {"ids", "(select value from json_each($))",
     "(select cast(value as uuid) from json_array_elements_text(cast($ as json)))"},
    {"texts", "(select value from json_each($))",
     "(select value collate \"C\" from json_array_elements_text(cast($ as json)))"},
    {"for_update", "", "for update"},
    {"skip_locked", "", "for update skip locked"},
    {"uuid", "text", "uuid"},
    {"timestamp", "integer", "bigint"},
    {"day", "text", "date"},
    {"json", "text", "json"},
    {"bool", "integer", "boolean"},
    {"text", "text", "text collate \"C\""},
    {"decimal", "integer", "bigint"},
    {"int", "integer", "bigint"},
    {"real", "real", "double precision"},
    {"strict", "strict", ""},
}};

}  // namespace

std::string in_dialect(std::string_view sql, Engine engine) {
    std::string out;
    out.reserve(sql.size() + 64);
    while (true) {
        const auto open = sql.find('{');
        out += sql.substr(0, open);
        if (open == std::string_view::npos) return out;
        const auto close = sql.find('}', open);
        expects(close != std::string_view::npos, "an open { in SQL");
        std::string_view inside = sql.substr(open + 1, close - open - 1);
        const auto space = inside.find(' ');
        const auto argument = space == std::string_view::npos ? std::string_view{} : inside.substr(space + 1);
        inside = inside.substr(0, space);
        bool known = false;
        for (const auto& word : dialect_words) {
            if (word.name != inside) continue;
            known = true;
            for (const char c : engine == Engine::sqlite ? word.sqlite : word.postgres)
                if (c == '$') out += argument;
                else out += c;
        }
        expects(known, "an unknown {word} in SQL");
        sql.remove_prefix(close + 1);
    }
}

std::string migration_in_dialect(std::string_view sql, Engine engine) {
    std::string kept;
    bool keep = true;
    while (!sql.empty()) {
        const auto end = sql.find('\n');
        const auto line = sql.substr(0, end);
        if (line.starts_with("-- @sqlite")) keep = engine == Engine::sqlite;
        else if (line.starts_with("-- @postgres")) keep = engine == Engine::postgres;
        else if (line.starts_with("-- @all")) keep = true;
        else if (keep && !line.starts_with("--")) kept += std::string(line) + "\n";
        if (end == std::string_view::npos) break;
        sql.remove_prefix(end + 1);
    }
    return in_dialect(kept, engine);
}

void act_for(Connection& connection, const OrgId& owner) {
    if (connection.engine() == Engine::sqlite) return;  // no second fence there: the queries name their owner
    connection.script("set local pamong.org = '" + to_string(owner) + "'");
}

std::vector<OrgId> owner_ids(Connection& connection) {
    struct Ids final : RowSink {
        void columns(const std::vector<std::string_view>&) override {}
        void row(std::span<const Cell> cells) override { from_cell(cells.front(), all.emplace_back()); }
        std::vector<OrgId> all{};
    } ids;
    connection.run("select id from owner order by id", {}, &ids);
    return std::move(ids.all);
}

}  // namespace pamong::store
