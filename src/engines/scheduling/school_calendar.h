#pragma once

#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace pamong::scheduling {

/// Both ends belong to it.
struct DayRange {
    Day first;
    Day last;
    [[nodiscard]] bool holds(Day day) const { return first <= day && day <= last; }
    friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// In exam weeks a school works, but nobody is observed: they count for a promised feedback, not for silence.
enum class ExamDays { count, skip };

/// Which days a school works.
class SchoolCalendar {
  public:
    /// `weekdays`: bit 0 Monday .. bit 6 Sunday, as in 0b0111111 for six days.
    /// problem  scheduling.no_school_days; scheduling.bad_range, `at` such as "holidays[2]".
    static Result<SchoolCalendar> make(unsigned weekdays, std::vector<DayRange> holidays, std::vector<DayRange> exams);

    [[nodiscard]] bool is_school_day(Day day, ExamDays exams = ExamDays::count) const;
    /// School days after `from` up to and including `until`: the same day is 0, Friday to Monday is 1 in a five-day
    /// week. Negative when `until` comes first.
    [[nodiscard]] int school_days_between(Day from, Day until, ExamDays exams = ExamDays::count) const;
    /// The day on which `days` school days have passed since `from`; for 0 the day itself. `days` may be negative.
    [[nodiscard]] Day add_school_days(Day from, int days, ExamDays exams = ExamDays::count) const;

  private:
    unsigned weekdays_ = 0b0011111;
    std::vector<DayRange> holidays_;
    std::vector<DayRange> exams_;
};

}  // namespace pamong::scheduling
