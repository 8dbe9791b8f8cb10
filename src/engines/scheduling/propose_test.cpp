#include "engines/scheduling/propose.h"

#include <gtest/gtest.h>

namespace pamong::scheduling {
namespace {

constexpr unsigned monday_to_saturday = 0b0111111;

SchoolCalendar a_calendar(std::vector<DayRange> holidays = {}, std::vector<DayRange> exams = {}) {
    return *SchoolCalendar::make(monday_to_saturday, std::move(holidays), std::move(exams));
}
Day day(int number) { return *day_of(2026, 11, number); }  // 2 November 2026 is a Monday

WeekBits cells(const Week& week, std::initializer_list<std::pair<int, int>> wanted) {
    WeekBits bits;
    for (const auto& [weekday, period] : wanted) bits.add(week.cell(weekday, period));
    return bits;
}

TEST(Week, FindsPeriodsInARowWithinADayOnly) {
    const Week week = *make_week(2, 4);
    const auto free = cells(week, {{0, 2}, {0, 3}, {1, 0}, {1, 1}});  // one run of four cells over midnight
    EXPECT_EQ(possible_starts(week, free, 2), cells(week, {{0, 2}, {1, 0}}));
    EXPECT_TRUE(possible_starts(week, free, 3).empty());
    EXPECT_TRUE(possible_starts(week, free, 0).empty());
    EXPECT_EQ(possible_starts(*make_week(4, 16), whole_week({4, 16}), 16).count(), 4);
}

TEST(Week, HoldsAtMostSixtyFourCells) {
    EXPECT_TRUE(make_week(6, 10));
    EXPECT_EQ(make_week(6, 11).error().code, "scheduling.bad_week");
    EXPECT_EQ(make_week(0, 5).error().code, "scheduling.bad_week");
    EXPECT_EQ(whole_week({4, 16}).count(), 64);
}

TEST(SchoolCalendar, CountsSchoolDays) {
    const auto calendar = a_calendar({{day(4), day(4)}}, {{day(9), day(14)}});
    EXPECT_EQ(calendar.school_days_between(day(2), day(2)), 0);
    EXPECT_EQ(calendar.school_days_between(day(2), day(7)), 4);                   // 3, 5, 6, 7; the 4th is a holiday
    EXPECT_EQ(calendar.school_days_between(day(7), day(9)), 1);                   // Saturday to Monday
    EXPECT_EQ(calendar.school_days_between(day(7), day(16), ExamDays::skip), 1);  // only the 16th
    EXPECT_EQ(calendar.school_days_between(day(7), day(2)), -4);
    EXPECT_EQ(calendar.add_school_days(day(2), 3), day(6));  // 3, 5, 6
    EXPECT_EQ(calendar.add_school_days(day(7), 1, ExamDays::skip), day(16));
    EXPECT_EQ(calendar.add_school_days(day(7), -4), day(2));  // 6, 5, 3, 2
    EXPECT_EQ(calendar.add_school_days(day(8), 0), day(8));
}

TEST(SchoolCalendar, RefusesWhatHasNoMeaning) {
    EXPECT_EQ(SchoolCalendar::make(0, {}, {}).error().code, "scheduling.no_school_days");
    const auto wrong = SchoolCalendar::make(1, {}, {{day(1), day(2)}, {day(3), day(2)}});
    EXPECT_EQ(wrong.error().code, "scheduling.bad_range");
    EXPECT_EQ(wrong.error().at, "exams[1]");
}

ProposalRequest sari_and_adi() {
    const Week week{6, 8};
    return {.week = week,
            .free_first = cells(week, {{0, 2}, {0, 3}, {0, 4}, {0, 5}, {2, 0}, {2, 1}, {4, 6}, {4, 7}}),
            .free_second = whole_week(week),
            .session_periods = 2,
            .from = day(2),
            .until = day(14)};
}

TEST(ProposeSlots, SpreadsThreeProposalsOverDays) {
    const auto slots = propose_slots(sari_and_adi(), a_calendar());
    ASSERT_TRUE(slots);
    EXPECT_EQ(*slots, (std::vector<Slot>{{day(2), 2, 2}, {day(4), 0, 2}, {day(6), 6, 2}}));
}

TEST(ProposeSlots, PassesOverHolidaysExamsAndFullDays) {
    auto request = sari_and_adi();
    request.booked = {{day(6), 0, 1, Party::first}};
    request.caps_first.per_day = 1;
    // Monday 2 is a holiday, Friday 6 is full, the second week has exams from Thursday on.
    const auto slots = propose_slots(request, a_calendar({{day(2), day(2)}}, {{day(12), day(14)}}));
    ASSERT_TRUE(slots);
    EXPECT_EQ(*slots, (std::vector<Slot>{{day(4), 0, 2}, {day(9), 2, 2}, {day(11), 0, 2}}));
}

TEST(ProposeSlots, UsesTheSameDayTwiceOnlyWhenItMust) {
    auto request = sari_and_adi();
    request.until = day(2);
    EXPECT_EQ(*propose_slots(request, a_calendar()), (std::vector<Slot>{{day(2), 2, 2}, {day(2), 4, 2}}));
    request.booked = {{day(2), 3, 1, Party::second}};
    EXPECT_EQ(*propose_slots(request, a_calendar()), (std::vector<Slot>{{day(2), 4, 2}}));
}

TEST(ProposeSlots, KeepsTheCapOfAWeek) {
    auto request = sari_and_adi();
    request.booked = {{day(3), 0, 1, Party::both}};
    request.caps_second.per_week = 1;
    const auto slots = propose_slots(request, a_calendar());
    ASSERT_TRUE(slots);
    EXPECT_EQ(slots->front().day, day(9));
}

TEST(ProposeSlots, SaysWhenThereIsNone) {
    auto request = sari_and_adi();
    request.session_periods = 5;
    EXPECT_EQ(propose_slots(request, a_calendar()).error().code, "scheduling.no_common_slot");
    request.session_periods = 9;
    EXPECT_EQ(propose_slots(request, a_calendar()).error().code, "scheduling.bad_session_length");
    request = sari_and_adi();
    request.until = day(1);
    EXPECT_EQ(propose_slots(request, a_calendar()).error().code, "scheduling.bad_horizon");
    request = sari_and_adi();
    request.caps_first.per_day = 0;
    EXPECT_EQ(propose_slots(request, a_calendar()).error().code, "scheduling.bad_cap");
}

}  // namespace
}  // namespace pamong::scheduling
