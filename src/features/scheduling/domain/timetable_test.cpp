#include "features/scheduling/domain/timetable.h"

#include <gtest/gtest.h>

namespace pamong::timetables {
namespace timetable_test {

TEST(PastedTimetable, ReadsWhatASpreadsheetGives) {
    const auto grid = read_grid("Jam\tSenin\tSelasa\tRabu\r\n1\t7A\t\t7B\r\n2\t7A\t-\t\r\n3\t\tkosong\t8C\r\n");
    ASSERT_TRUE(grid) << grid.error().code;
    EXPECT_EQ(grid->week.days, 3);
    EXPECT_EQ(grid->week.periods, 3);
    EXPECT_TRUE(grid->busy.has(grid->week.cell(0, 0)));
    EXPECT_FALSE(grid->busy.has(grid->week.cell(1, 1)));
    EXPECT_TRUE(grid->busy.has(grid->week.cell(2, 2)));
    EXPECT_EQ(grid->busy.count(), 4);  // 7A, 7B, 7A, 8C
}

TEST(PastedTimetable, NamesTheRowThatIsTooShort) {
    EXPECT_EQ(read_grid("").error().code, "timetables.empty_grid");
    EXPECT_EQ(read_grid("Senin\tSelasa\n").error().code, "timetables.empty_grid");
    const auto uneven = read_grid("7A\t7B\t7C\n7A\t7B\n");
    EXPECT_EQ(uneven.error().code, "timetables.uneven_grid");
    EXPECT_EQ(uneven.error().values.at("row"), "2");
    EXPECT_EQ(read_grid(std::string(30'000, 'x')).error().code, "timetables.grid_too_large");
}

TEST(TimetableTimes, APeriodIsAMomentAndBack) {
    Timetable timetable;
    timetable.week = {5, 8};
    const Day monday = *day_of(2025, 8, 4);
    // 07.00 WIB is 00.00 UTC; the third period of 40 minutes begins at 08.20, 01.20 UTC.
    EXPECT_EQ(to_string(moment_of(timetable, monday, 2, 7)), "2025-08-04T01:20:00Z");
    EXPECT_EQ(period_at(timetable, *timestamp_from("2025-08-04T01:59:00Z"), 7), 2);
    EXPECT_LT(period_at(timetable, *timestamp_from("2025-08-03T23:59:00Z"), 7), 0);
    EXPECT_EQ(periods_for(timetable, 41), 2);
}

}  // namespace timetable_test
}  // namespace pamong::timetables
