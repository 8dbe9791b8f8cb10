#pragma once

#include <optional>
#include <vector>

#include "engines/scheduling/school_calendar.h"
#include "engines/scheduling/week.h"

namespace pamong::scheduling {

enum class Party { first, second, both };

/// Something already agreed on a date, such as an earlier session; its cells are not free, and it counts for the caps.
struct Booking {
    Day day;
    int start = 0;  ///< period of the day, from 0
    int periods = 1;
    Party party = Party::both;
};

/// Most sessions of one person; nothing means no limit.
struct Caps {
    std::optional<int> per_day;
    std::optional<int> per_week;  ///< Monday to Sunday
};

struct ProposalRequest {
    Week week;
    WeekBits free_first;  ///< the timetable's free cells, the same every week
    WeekBits free_second;
    int session_periods = 1;
    Day from;
    Day until;  ///< included; at most `longest_horizon` days after `from`
    std::vector<Booking> booked{};
    Caps caps_first{};
    Caps caps_second{};
    int wanted = 3;
};

struct Slot {
    Day day;
    int start = 0;  ///< period of the day, from 0
    int periods = 1;
    friend auto operator<=>(const Slot&, const Slot&) = default;
};

constexpr int longest_horizon = 366;

/// Up to `wanted` slots in which both are free, in order of time: the earliest, then the earliest on other weekdays,
/// then on other dates, then later the same day. No proposal overlaps another; exam days and holidays have none.
/// problem  scheduling.no_common_slot, scheduling.bad_session_length, scheduling.bad_horizon, scheduling.bad_cap.
Result<std::vector<Slot>> propose_slots(const ProposalRequest& request, const SchoolCalendar& calendar);

}  // namespace pamong::scheduling
