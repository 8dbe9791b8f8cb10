#include "engines/scheduling/propose.h"

#include <algorithm>
#include <string>

namespace pamong::scheduling {
namespace {

bool concerns(Party booked, Party person) { return booked == Party::both || booked == person; }

Day monday_of(Day day) { return day.plus(1 - day.weekday()); }

bool within_caps(const ProposalRequest& request, Day day, Party person, const Caps& caps) {
    int that_day = 0;
    int that_week = 0;
    for (const Booking& booking : request.booked) {
        if (!concerns(booking.party, person)) continue;
        that_day += booking.day == day ? 1 : 0;
        that_week += monday_of(booking.day) == monday_of(day) ? 1 : 0;
    }
    return (!caps.per_day || that_day < *caps.per_day) && (!caps.per_week || that_week < *caps.per_week);
}

WeekBits booked_cells(const ProposalRequest& request, Day day, int day_of_week) {
    WeekBits busy;
    for (const Booking& booking : request.booked)
        if (booking.day == day)
            for (int period = std::max(0, booking.start);
                 period < std::min(request.week.periods, booking.start + booking.periods); ++period)
                busy.add(request.week.cell(day_of_week, period));
    return busy;
}

std::vector<Slot> all_slots(const ProposalRequest& request, const SchoolCalendar& calendar) {
    std::vector<Slot> slots;
    for (Day day = request.from; day <= request.until; day = day.plus(1)) {
        const int day_of_week = day.weekday() - 1;
        if (day_of_week >= request.week.days || !calendar.is_school_day(day, ExamDays::skip)) continue;
        if (!within_caps(request, day, Party::first, request.caps_first)) continue;
        if (!within_caps(request, day, Party::second, request.caps_second)) continue;
        const WeekBits open = free_cells(request.week, booked_cells(request, day, day_of_week));
        const WeekBits starts =
            common_starts(request.week, request.free_first & open, request.free_second & open, request.session_periods);
        for (int period = 0; period < request.week.periods; ++period)
            if (starts.has(request.week.cell(day_of_week, period)))
                slots.push_back({day, period, request.session_periods});
    }
    return slots;
}

bool overlap(const Slot& a, const Slot& b) {
    return a.day == b.day && a.start < b.start + b.periods && b.start < a.start + a.periods;
}

bool bad_cap(const Caps& caps) { return caps.per_day.value_or(1) < 1 || caps.per_week.value_or(1) < 1; }

}  // namespace

Result<std::vector<Slot>> propose_slots(const ProposalRequest& request, const SchoolCalendar& calendar) {
    const auto length = std::to_string(request.session_periods);
    if (request.session_periods < 1 || request.session_periods > request.week.periods)
        return refused("scheduling.bad_session_length",
                       {{"length", length}, {"periods", std::to_string(request.week.periods)}});
    if (request.until < request.from || request.until.number - request.from.number > longest_horizon)
        return refused("scheduling.bad_horizon", {{"days", std::to_string(longest_horizon)}});
    if (bad_cap(request.caps_first) || bad_cap(request.caps_second) || request.wanted < 1)
        return refused("scheduling.bad_cap");

    const auto slots = all_slots(request, calendar);
    std::vector<Slot> chosen;
    const auto take = [&](auto fits_beside) {
        for (const Slot& slot : slots) {
            if (chosen.size() == static_cast<std::size_t>(request.wanted)) return;
            if (std::all_of(chosen.begin(), chosen.end(), [&](const Slot& other) { return fits_beside(slot, other); }))
                chosen.push_back(slot);
        }
    };
    take([](const Slot& slot, const Slot& other) { return slot.day.weekday() != other.day.weekday(); });
    take([](const Slot& slot, const Slot& other) { return slot.day != other.day; });
    take([](const Slot& slot, const Slot& other) { return !overlap(slot, other); });
    if (chosen.empty()) return refused("scheduling.no_common_slot", {{"length", length}});
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

}  // namespace pamong::scheduling
