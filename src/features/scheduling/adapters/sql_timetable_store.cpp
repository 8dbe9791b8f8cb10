#include "features/scheduling/adapters/sql_timetable_store.h"

#include <bit>

#include "platform/json/json.h"

namespace pamong::timetables {
namespace {

struct TimetableRow {
    OrgId org_id;
    Uuid id;
    std::int64_t revision = 1;
    Uuid person_id;
    std::int32_t days = 6;
    std::int32_t periods = 10;
    std::int64_t busy = 0;
    std::int32_t first_minute = 420;
    std::int32_t period_minutes = 40;
    Timestamp changed_at;
};
BOOST_DESCRIBE_STRUCT(TimetableRow, (),
                      (org_id, id, revision, person_id, days, periods, busy, first_minute, period_minutes, changed_at))
struct ClosedRow {
    OrgId org_id;
    Uuid id;
    std::string kind;
    Day first_day;
    Day last_day;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ClosedRow, (), (org_id, id, kind, first_day, last_day, name))

TimetableRow row_of(const OrgId& owner, const Timetable& one, Timestamp now) {
    return {owner,
            one.id,
            one.revision,
            one.person,
            one.week.days,
            one.week.periods,
            std::bit_cast<std::int64_t>(one.busy.word),
            one.first_minute,
            one.period_minutes,
            now};
}

constexpr std::string_view select_timetable = R"sql(
    select org_id, id, revision, person_id, days, periods, busy, first_minute, period_minutes, changed_at
    from scheduling_timetable
    where org_id = $1
      and person_id = $2
)sql";
constexpr std::string_view upsert_timetable = R"sql(
    insert into scheduling_timetable (org_id, id, revision, person_id, days, periods, busy, first_minute, period_minutes,
        changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict (org_id, person_id) do update set revision = excluded.revision, days = excluded.days,
        periods = excluded.periods, busy = excluded.busy, first_minute = excluded.first_minute,
        period_minutes = excluded.period_minutes, changed_at = excluded.changed_at
)sql";
constexpr std::string_view select_closed_days = R"sql(
    select org_id, id, kind, first_day, last_day, name
    from scheduling_closed_days
    where org_id = $1
    order by first_day, id
)sql";
constexpr std::string_view insert_closed_days = R"sql(
    insert into scheduling_closed_days (org_id, id, kind, first_day, last_day, name)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (org_id, id) do nothing
)sql";

}  // namespace

std::optional<Timetable> SqlTimetableStore::of_person(const Uuid& person) {
    const auto row = tx_.one<TimetableRow>(select_timetable, tx_.owner(), person);
    if (!row) return std::nullopt;
    return Timetable{row->id,
                     row->revision,
                     row->person_id,
                     {row->days, row->periods},
                     {std::bit_cast<std::uint64_t>(row->busy)},
                     row->first_minute,
                     row->period_minutes};
}

void SqlTimetableStore::save(const Timetable& one, Timestamp now) {
    const auto row = row_of(tx_.owner(), one, now);
    tx_.run(upsert_timetable, row.org_id, row.id, row.revision, row.person_id, row.days, row.periods, row.busy,
            row.first_minute, row.period_minutes, row.changed_at);
    tx_.journal("timetable.saved", "timetable", one.id);
}

void SqlTimetableStore::add_all(const std::vector<Timetable>& timetables, Timestamp now) {
    std::vector<TimetableRow> rows;
    rows.reserve(timetables.size());
    for (const Timetable& one : timetables) rows.push_back(row_of(tx_.owner(), one, now));
    tx_.insert_all("scheduling_timetable", rows);
    tx_.journal("timetable.imported", "owner", tx_.owner().value);
}

std::vector<ClosedDays> SqlTimetableStore::closed_days() {
    std::vector<ClosedDays> days;
    for (auto& row : tx_.all<ClosedRow>(select_closed_days, tx_.owner()))
        days.push_back({row.id, row.kind == "exam" ? ClosedKind::exam : ClosedKind::holiday, row.first_day,
                        row.last_day, std::move(row.name)});
    return days;
}

bool SqlTimetableStore::add_closed_days(const ClosedDays& days) {
    const std::string_view kind = days.kind == ClosedKind::exam ? "exam" : "holiday";
    const bool added = tx_.run(insert_closed_days, tx_.owner(), days.id, kind, days.first, days.last, days.name) > 0;
    tx_.journal("calendar.days_closed", "closed_days", days.id);
    if (added) return true;
    for (const ClosedDays& known : closed_days())
        if (known.id == days.id) return known.first == days.first && known.last == days.last && known.kind == days.kind;
    return false;
}

int SqlTimetableStore::utc_offset_hours() {
    return static_cast<int>(
        tx_.number("select utc_offset_hours as n from owner where id = $1", tx_.owner()).value_or(7));
}

}  // namespace pamong::timetables
