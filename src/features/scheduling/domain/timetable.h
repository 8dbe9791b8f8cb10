#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "engines/scheduling/propose.h"

namespace pamong::timetables {

/// A person's lessons of a week and when the periods are.
struct Timetable {
    Uuid id;
    std::int64_t revision = 1;
    Uuid person;
    scheduling::Week week;
    scheduling::WeekBits busy;
    int first_minute = 7 * 60;  ///< of the day: when period 1 begins
    int period_minutes = 40;    ///< 35 SD, 40 SMP, 45 SMA/SMK (handbook of mentoring cycles)

    friend bool operator==(const Timetable&, const Timetable&) = default;
};

/// A grid as people copy it from a spreadsheet: lines are periods, columns are days, parted by tabs. A first line of
/// day names and a first column of period names ("1", "Jam ke-1", "07.00-07.40") are left out. A cell with text is a
/// lesson; "-", "kosong" or nothing is free.
/// Problems: timetables.empty_grid, timetables.uneven_grid {row}, scheduling.bad_week.
struct Grid {
    scheduling::Week week;
    scheduling::WeekBits busy;
};
Result<Grid> read_grid(std::string_view pasted);

/// Problems: timetables.bad_times.
Done check_timetable(const Timetable& timetable);

/// The moment at which a period of a day begins.
Timestamp moment_of(const Timetable& timetable, Day day, int period, int utc_offset_hours);
/// The period that holds a moment, counted from 0; below 0 or at least week.periods when it lies outside.
int period_at(const Timetable& timetable, Timestamp moment, int utc_offset_hours);
/// How many periods a meeting of so many minutes takes.
int periods_for(const Timetable& timetable, int minutes);

/// Someone without a timetable is taken as free in the hours of the other; with neither, from 7 to 15 of a six-day
/// week.
Timetable free_like(const Timetable* other, const Uuid& person);

}  // namespace pamong::timetables
