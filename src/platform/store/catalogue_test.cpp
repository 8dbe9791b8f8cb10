#include "platform/store/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "platform/store/canonical.h"
#include "platform/store/testing/test_store.h"

namespace pamong::store {
namespace catalogue_test {

struct ShapeRow {
    std::string name;
    std::string columns;
    std::string key;
};
BOOST_DESCRIBE_STRUCT(ShapeRow, (), (name, columns, key))

constexpr std::string_view shapes_in_sqlite = R"sql(
    select s.name,
           (select group_concat(name, ', ') from (select name from pragma_table_info(s.name) order by cid)) as columns,
           (select group_concat(name, ', ') from (select name from pragma_table_info(s.name) where pk > 0 order by pk))
               as key
    from sqlite_schema s
    where s.type = 'table' and s.name not like 'sqlite_%' and s.name <> 'migration'
    order by s.name
)sql";
constexpr std::string_view shapes_in_postgres = R"sql(
    select c.relname as name,
           (select string_agg(a.attname, ', ' order by a.attnum) from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
           (select string_agg(a.attname, ', ' order by array_position(i.indkey::int2[], a.attnum))
            from pg_index i
            join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::int2[])
            where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'migration'
    order by c.relname
)sql";

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

class Catalogue : public testing::TestWithParam<std::string> {};

TEST_P(Catalogue, IsWhatTheMigrationsMade) {
    TestStore test(GetParam());
    const auto made = test.store().read(
        {}, [&](Tx& tx) { return tx.all<ShapeRow>(GetParam() == "sqlite" ? shapes_in_sqlite : shapes_in_postgres); });
    auto read = all_tables();
    std::ranges::sort(read, {}, &TableShape::name);
    ASSERT_EQ(read.size(), made.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
        EXPECT_EQ(read[i].name, made[i].name);
        EXPECT_EQ(read[i].column_list(), made[i].columns) << made[i].name;
        EXPECT_EQ(joined(read[i].key), made[i].key) << made[i].name;
    }
}

TEST_P(Catalogue, CanonicalLinesShowEveryTypeInItsOneForm) {
    TestStore test(GetParam());
    const OrgId owner = test.add_owner("Dinas \"Contoh\"");
    std::string lines;
    test.store().run_read({}, [&](Tx& tx) {
        canonical_lines(
            tx.connection(), [](std::string_view, std::string_view column) { return column == "kind"; },
            [&](std::string_view line) { lines += std::string(line) + '\n'; });
    });
    // TestStore makes its owners at 1,700,000,000 s, which is 14 November 2023, 22:13:20 UTC (date -u -d @1700000000).
    EXPECT_EQ(lines, R"({"row":{"created_at":"2023-11-14T22:13:20.000000Z","id":")" + to_string(owner) +
                         R"(","name":"Dinas \"Contoh\"","utc_offset_hours":7},"table":"owner"})" + "\n");
}

TEST(CatalogueText, UnderstandsTheMigrationsWords) {
    const auto tables = tables_in(
        "-- why\ncreate table a (\n    org_id {uuid} not null,\n    id {uuid} not null,\n    at {timestamp},\n"
        "    primary key (org_id, id)\n) {strict};\n-- @sqlite\ncreate table search (\n    x {text}\n) {strict};\n-- "
        "@all\n"
        "create table b (\n    code {text} primary key\n) {strict};\nalter table a add column fine {bool};\n");
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_EQ(tables[0].column_list(), "org_id, id, at, fine");
    EXPECT_EQ(tables[0].columns[3].word, "bool");
    EXPECT_TRUE(tables[0].of_owner());
    EXPECT_EQ(joined(tables[0].key), "org_id, id");
    EXPECT_FALSE(tables[1].of_owner());
    EXPECT_EQ(joined(tables[1].key), "code");
}

INSTANTIATE_TEST_SUITE_P(Stores, Catalogue, testing::ValuesIn(test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace catalogue_test
}  // namespace pamong::store
