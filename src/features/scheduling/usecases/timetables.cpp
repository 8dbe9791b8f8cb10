#include "features/scheduling/usecases/timetables.h"

#include <algorithm>

namespace pamong::timetables {
namespace {

constexpr unsigned monday_to_friday = 0b0011111;

}  // namespace

Result<scheduling::SchoolCalendar> school_calendar(TimetableStore& store) {
    std::vector<scheduling::DayRange> holidays;
    std::vector<scheduling::DayRange> exams;
    for (const ClosedDays& days : store.closed_days())
        (days.kind == ClosedKind::holiday ? holidays : exams).push_back({days.first, days.last});
    return scheduling::SchoolCalendar::make(monday_to_friday, std::move(holidays), std::move(exams));
}

Result<Timetable> save_timetable(const SaveTimetable& command, const access::Actor& actor, Timestamp now,
                                 TimetableStore& store) {
    if (!actor.is(command.person) && !actor.may(access::pair_teachers, {.person = command.person}))
        return access::not_permitted(access::pair_teachers);
    const auto grid = read_grid(command.grid);
    if (!grid) return refused(grid.error());
    Timetable timetable{command.id, command.base_revision + 1, command.person,        grid->week,
                        grid->busy, command.first_minute,      command.period_minutes};
    if (auto fine = check_timetable(timetable); !fine) return refused(fine.error());
    if (const auto earlier = store.of_person(command.person)) {
        Timetable same = *earlier;
        same.revision = timetable.revision;
        same.id = timetable.id;
        if (same == timetable) return *earlier;  // sent again, or nothing changed
        if (earlier->revision != command.base_revision)
            return refused("timetables.conflict", {{"revision", std::to_string(earlier->revision)},
                                                   {"base_revision", std::to_string(command.base_revision)}});
        timetable.id = earlier->id;
    } else if (command.base_revision != 0) {
        return refused("timetables.conflict",
                       {{"revision", "0"}, {"base_revision", std::to_string(command.base_revision)}});
    }
    store.save(timetable, now);
    return timetable;
}

Done import_timetables(const std::vector<Timetable>& timetables, const access::Actor& actor, Timestamp now,
                       TimetableStore& store) {
    if (!actor.may(access::pair_teachers)) return access::not_permitted(access::pair_teachers);
    for (const Timetable& one : timetables)
        if (auto fine = check_timetable(one); !fine) return fine;
    store.add_all(timetables, now);
    return {};
}

Done close_days(const ClosedDays& days, const access::Actor& actor, TimetableStore& store) {
    if (!actor.may(access::manage_programmes)) return access::not_permitted(access::manage_programmes);
    if (days.last < days.first || days.last.number - days.first.number > 366)
        return refused("scheduling.bad_range", {{"at", "first_day"}}, "first_day");
    if (!store.add_closed_days(days)) return refused("timetables.id_reused");
    return {};
}

Result<std::vector<Timestamp>> common_slots(const CommonSlots& request, TimetableStore& store) {
    const auto found_first = store.of_person(request.first);
    const auto found_second = store.of_person(request.second);
    const Timetable first =
        found_first ? *found_first : free_like(found_second ? &*found_second : nullptr, request.first);
    Timetable second = found_second ? *found_second : free_like(&first, request.second);
    // Another shape of week cannot be laid over this one; its owner is asked by the proposal instead.
    if (second.week != first.week || second.first_minute != first.first_minute ||
        second.period_minutes != first.period_minutes)
        second = free_like(&first, request.second);
    const auto calendar = school_calendar(store);
    if (!calendar) return refused(calendar.error());
    const int offset = store.utc_offset_hours();

    scheduling::ProposalRequest wanted{.week = first.week,
                                       .free_first = free_cells(first.week, first.busy),
                                       .free_second = free_cells(second.week, second.busy),
                                       .session_periods = periods_for(first, request.minutes),
                                       .from = request.from,
                                       .until = request.until,
                                       .wanted = request.wanted};
    for (const Taken& taken : request.taken)
        wanted.booked.push_back({local_day(taken.at, offset), period_at(first, taken.at, offset),
                                 periods_for(first, taken.minutes), taken.party});
    auto slots = propose_slots(wanted, *calendar);
    if (!slots) return refused(slots.error());
    std::vector<Timestamp> moments;
    for (const auto& slot : *slots) moments.push_back(moment_of(first, slot.day, slot.start, offset));
    return moments;
}

}  // namespace pamong::timetables
