#include "platform/regulation_table.h"

#include <gtest/gtest.h>

#include "platform/embedded.h"

namespace pamong {

TEST(RegulationTable, ReadsQuotedCellsAndTheCitation) {
    auto table = RegulationTable::parse("x.csv", "name,value,source,year,mark\n\"a, \"\"b\"\"\",12.5,Decree,2009,V\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->text(0, "name"), "a, \"b\"");
    EXPECT_EQ(table->decimal(0, "value"), Exact(25, 2));
    EXPECT_EQ(table->citation(0).year, 2009);
    EXPECT_FALSE(table->problem());
}

TEST(RegulationTable, NamesFileLineAndColumnOfAWrongCell) {
    auto table = RegulationTable::parse("x.csv", "value,source,year,mark\n1,D,2009,V\nmany,D,2009,V\n");
    ASSERT_TRUE(table);
    table->decimal(1, "value");
    ASSERT_TRUE(table->problem());
    EXPECT_EQ(table->problem()->values,
              (std::map<std::string, std::string>{{"file", "x.csv"}, {"line", "3"}, {"column", "value"}}));
}

TEST(RegulationTable, RefusesAFileOfAnotherShape) {
    for (const char* content :
         {"", "a,source,year,mark\n", "a,b\n1,2\n", "a,source,year,mark\n1,D,2009\n",
          "a,source,year,mark\n\"1,D,2009,V\n", "a,source,year,mark\n1\"2,D,2009,V\n",
          "a,source,year,mark\n1,D,2009,X\n", "a,source,year,mark\n1,,2009,V\n", "a,a,source,year,mark\n1,1,D,2009,V\n",
          "a,source,year,mark\r\n1,D,2009,V\r\n", "a,source,year,mark\n1,D,soon,V\n"})
        EXPECT_FALSE(RegulationTable::parse("x.csv", content)) << content;
}

TEST(RegulationTable, EveryTableOfTheProgramHasSourceYearAndMark) {
    std::size_t tables = 0;
    for (const auto& file : embedded_below("regulations/")) {
        if (!file.path.ends_with(".csv")) continue;
        ++tables;
        const auto table = RegulationTable::parse(file.path, file.content);
        EXPECT_TRUE(table) << (table ? std::string{} : table.error().at);
    }
    EXPECT_GE(tables, 38U);  // the files listed in regulations/README.md when it was written
}

}  // namespace pamong
