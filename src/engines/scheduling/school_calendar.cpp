#include "engines/scheduling/school_calendar.h"

#include <algorithm>
#include <string>

namespace pamong::scheduling {
namespace {

constexpr int longest_range = 366;

Done sound_ranges(const std::vector<DayRange>& ranges, std::string_view name) {
    for (std::size_t row = 0; row < ranges.size(); ++row)
        if (ranges[row].last < ranges[row].first ||
            ranges[row].last.number - ranges[row].first.number >= longest_range) {
            const auto at = std::string(name) + "[" + std::to_string(row) + "]";
            return refused("scheduling.bad_range", {{"at", at}}, at);
        }
    return {};
}

bool in_any(const std::vector<DayRange>& ranges, Day day) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const DayRange& range) { return range.holds(day); });
}

}  // namespace

Result<SchoolCalendar> SchoolCalendar::make(unsigned weekdays, std::vector<DayRange> holidays,
                                            std::vector<DayRange> exams) {
    if ((weekdays & 0b1111111U) == 0) return refused("scheduling.no_school_days");
    if (const auto sound = sound_ranges(holidays, "holidays"); !sound) return refused(sound.error());
    if (const auto sound = sound_ranges(exams, "exams"); !sound) return refused(sound.error());
    SchoolCalendar calendar;
    calendar.weekdays_ = weekdays & 0b1111111U;
    calendar.holidays_ = std::move(holidays);
    calendar.exams_ = std::move(exams);
    return calendar;
}

bool SchoolCalendar::is_school_day(Day day, ExamDays exams) const {
    if ((weekdays_ >> static_cast<unsigned>(day.weekday() - 1) & 1U) == 0) return false;
    return !in_any(holidays_, day) && (exams == ExamDays::count || !in_any(exams_, day));
}

int SchoolCalendar::school_days_between(Day from, Day until, ExamDays exams) const {
    if (until < from) return -school_days_between(until, from, exams);
    int days = 0;
    for (Day day = from.plus(1); day <= until; day = day.plus(1)) days += is_school_day(day, exams) ? 1 : 0;
    return days;
}

Day SchoolCalendar::add_school_days(Day from, int days, ExamDays exams) const {
    // Ends, because some weekday is worked on and every range is finite.
    const int step = days < 0 ? -1 : 1;
    Day day = from;
    while (days != 0) {
        day = day.plus(step);
        if (is_school_day(day, exams)) days -= step;
    }
    return day;
}

}  // namespace pamong::scheduling
