-- Timetables and closed days: when people could meet.

-- One person's week. `busy` has one bit a cell (day * periods + period); the weekly lessons, pasted or imported.
create table scheduling_timetable (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    revision {int} not null check (revision >= 1),
    person_id {uuid} not null,
    days {int} not null check (days between 1 and 7),
    periods {int} not null check (periods between 1 and 64),
    busy {int} not null,
    first_minute {int} not null check (first_minute between 0 and 1439),
    period_minutes {int} not null check (period_minutes between 10 and 180),
    changed_at {timestamp} not null,
    primary key (org_id, id),
    unique (org_id, person_id)
) {strict};

-- Holidays and exam weeks of the owner (school_id empty: for all its schools).
create table scheduling_closed_days (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    kind {text} not null check (kind in ('holiday', 'exam')),
    first_day {day} not null,
    last_day {day} not null,
    name {text} not null,
    primary key (org_id, id),
    check (first_day <= last_day)
) {strict};
