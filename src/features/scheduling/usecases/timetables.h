#pragma once

#include <optional>
#include <vector>

#include "features/access/domain/actor.h"
#include "features/scheduling/domain/timetable.h"

namespace pamong::timetables {

enum class ClosedKind { holiday, exam };

struct ClosedDays {
    Uuid id;
    ClosedKind kind = ClosedKind::holiday;
    Day first;
    Day last;
    std::string name;
};

class TimetableStore {
  public:
    virtual ~TimetableStore() = default;
    virtual std::optional<Timetable> of_person(const Uuid& person) = 0;
    virtual void save(const Timetable& timetable, Timestamp now) = 0;
    virtual void add_all(const std::vector<Timetable>& timetables, Timestamp now) = 0;
    virtual std::vector<ClosedDays> closed_days() = 0;
    virtual bool add_closed_days(const ClosedDays& days) = 0;
    virtual int utc_offset_hours() = 0;
};

/// Five school days, without the owner's holidays; exam weeks count as school days, but nobody is observed then.
Result<scheduling::SchoolCalendar> school_calendar(TimetableStore& store);

/// One's own timetable from a pasted grid. `base_revision` 0: there is none yet.
/// Problems: access.not_permitted, timetables.conflict, those of read_grid() and check_timetable().
struct SaveTimetable {
    Uuid id;
    Uuid person;
    std::int64_t base_revision = 0;
    std::string grid;
    int first_minute = 7 * 60;
    int period_minutes = 40;
};
Result<Timetable> save_timetable(const SaveTimetable& command, const access::Actor& actor, Timestamp now,
                                 TimetableStore& store);

/// Many timetables at once, for people who have none yet. Problems: access.not_permitted.
Done import_timetables(const std::vector<Timetable>& timetables, const access::Actor& actor, Timestamp now,
                       TimetableStore& store);

/// Holidays and exam weeks. Problems: access.not_permitted, scheduling.bad_range, timetables.id_reused.
Done close_days(const ClosedDays& days, const access::Actor& actor, TimetableStore& store);

/// Something already agreed that takes one of the two people.
struct Taken {
    Timestamp at;
    int minutes = 40;
    scheduling::Party party = scheduling::Party::both;
};
struct CommonSlots {
    Uuid first;
    Uuid second;
    int minutes = 40;
    Day from;
    Day until;
    std::vector<Taken> taken{};
    int wanted = 3;
};
/// Moments at which both are free. Problems: as scheduling::propose_slots().
Result<std::vector<Timestamp>> common_slots(const CommonSlots& request, TimetableStore& store);

}  // namespace pamong::timetables
