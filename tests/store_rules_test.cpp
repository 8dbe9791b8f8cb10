// The store rules of docs/architecture.md against the migrated catalogue and the text of every query.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "platform/embedded.h"
#include "platform/store/testing/test_store.h"

namespace pamong {
namespace store_rules_test {

struct TableRow {
    std::string name;
    std::string sql;
};
BOOST_DESCRIBE_STRUCT(TableRow, (), (name, sql))
struct ColumnRow {
    std::string name;
    std::int64_t pk = 0;
};
BOOST_DESCRIBE_STRUCT(ColumnRow, (), (name, pk))
struct IndexRow {
    std::string name;
    std::string origin;
};
BOOST_DESCRIBE_STRUCT(IndexRow, (), (name, origin))
struct ForeignKeyRow {
    std::int64_t id = 0;
    std::string to_table;
    std::string from_column;
};
BOOST_DESCRIBE_STRUCT(ForeignKeyRow, (), (id, to_table, from_column))
struct NameRow {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NameRow, (), (name))

class StoreRules : public testing::Test {
  protected:
    store::TestStore test_{"sqlite"};

    template <class Row, class... Arguments>
    std::vector<Row> rows(std::string_view sql, const Arguments&... arguments) {
        return test_.store().read({}, [&](store::Tx& tx) { return tx.all<Row>(sql, arguments...); });
    }
    std::vector<TableRow> tables() {
        return rows<TableRow>(
            "select name, sql from sqlite_schema where type = 'table' and name not like 'sqlite_%' and sql not like "
            "'create virtual%' order by name");
    }
    std::vector<ColumnRow> columns(const std::string& table) {
        return rows<ColumnRow>("select name, pk from pragma_table_info($1) order by cid", table);
    }
    bool is_tenant(const std::string& table) {
        const auto all = columns(table);
        return !all.empty() && all.front().name == "org_id";
    }
};

TEST_F(StoreRules, TenantTablesBeginWithTheirOwner) {
    for (const auto& table : tables()) {
        if (table.sql.find("fts5") != std::string::npos) continue;
        EXPECT_TRUE(table.sql.find("strict") != std::string::npos) << table.name << " is not STRICT";
        const auto all = columns(table.name);
        for (std::size_t i = 1; i < all.size(); ++i)
            EXPECT_NE(all[i].name, "org_id") << table.name << ": org_id comes first";
        EXPECT_TRUE(!is_tenant(table.name) || all.front().pk == 1)
            << table.name << ": the primary key begins with org_id";
    }
}

TEST_F(StoreRules, UniqueConstraintsOfTenantTablesContainTheOwner) {
    for (const auto& table : tables()) {
        if (!is_tenant(table.name)) continue;
        for (const auto& index :
             rows<IndexRow>("select name, origin from pragma_index_list($1) where \"unique\"", table.name)) {
            std::set<std::string> names;
            for (const auto& column :
                 rows<NameRow>("select coalesce(name, '') as name from pragma_index_info($1)", index.name))
                names.insert(column.name);
            EXPECT_TRUE(names.contains("org_id")) << table.name << "." << index.name;
        }
    }
}

TEST_F(StoreRules, KeysBetweenTenantTablesContainTheOwnerAndNeverPointFromSharedToTenant) {
    for (const auto& table : tables()) {
        std::map<std::int64_t, std::set<std::string>> from;
        std::map<std::int64_t, std::string> to;
        for (const auto& key : rows<ForeignKeyRow>(
                 "select id, \"table\" as to_table, \"from\" as from_column from pragma_foreign_key_list($1)",
                 table.name)) {
            from[key.id].insert(key.from_column);
            to[key.id] = key.to_table;
        }
        for (const auto& [id, target] : to) {
            if (!is_tenant(target)) continue;
            EXPECT_TRUE(is_tenant(table.name)) << table.name << " is shared and points to " << target;
            EXPECT_TRUE(from[id].contains("org_id")) << table.name << " -> " << target << " lacks org_id";
        }
    }
}

TEST_F(StoreRules, NoTriggersAndNoActionsOnDelete) {
    EXPECT_TRUE(rows<NameRow>("select name from sqlite_schema where type = 'trigger'").empty());
    for (const auto& file : embedded_below("migrations/")) {
        EXPECT_EQ(file.content.find("on delete"), std::string_view::npos) << file.path;
        EXPECT_EQ(file.content.find("on update"), std::string_view::npos) << file.path;
    }
}

/// Every SQL literal of the product: R"sql( ... )sql".
std::vector<std::pair<std::string, std::string>> queries() {
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(PAMONG_SOURCE_DIR) + "/src")) {
        const std::string path = entry.path().string();
        if (!path.ends_with(".cpp") || path.ends_with("_test.cpp")) continue;
        std::ifstream file(path);
        std::ostringstream content;
        content << file.rdbuf();
        const std::string text = content.str();
        for (std::size_t at = text.find("R\"sql("); at != std::string::npos; at = text.find("R\"sql(", at + 1)) {
            const auto end = text.find(")sql\"", at);
            found.emplace_back(path.substr(std::string(PAMONG_SOURCE_DIR).size() + 1),
                               text.substr(at + 6, end - at - 6));
        }
    }
    return found;
}

TEST_F(StoreRules, QueriesOnTenantTablesNameTheOwner) {
    std::set<std::string> tenant;
    for (const auto& table : tables())
        if (is_tenant(table.name)) tenant.insert(table.name);
    const std::regex target(R"((?:from|join|into|update)\s+([a-z_0-9]+))");
    int checked = 0;
    for (const auto& [path, sql] : queries()) {
        bool touches = false;
        for (std::sregex_iterator match(sql.begin(), sql.end(), target), end; match != end; ++match)
            touches = touches || tenant.contains((*match)[1]);
        if (!touches) continue;
        ++checked;
        EXPECT_NE(sql.find("org_id"), std::string::npos) << path << ":\n" << sql;
    }
    EXPECT_GT(checked, 5);
}

TEST_F(StoreRules, QueriesAreWrittenOnceForBothDatabases) {
    // Words that only one of the two knows; what really differs has its place in platform/store/dialect.cpp.
    const std::regex one_sided(
        R"(\b(ilike|returning|distinct on|array\[|::[a-z]|glob |ifnull|group_concat|string_agg|strftime|now\(\)|rowid)\b)");
    for (const auto& [path, sql] : queries()) {
        if (path.starts_with("src/platform/store/")) continue;
        std::smatch match;
        EXPECT_FALSE(std::regex_search(sql, match, one_sided)) << path << " uses " << match.str() << ":\n" << sql;
    }
}

}  // namespace store_rules_test
}  // namespace pamong
