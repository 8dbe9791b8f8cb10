-- Class results: aggregates of a class, never of a pupil (handbook on data protection: no pupil names needed).
create table outcomes_class_result (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    teacher_id {uuid} not null,
    school_id {uuid} not null,
    class_name {text} not null check (length(class_name) > 0),
    subject {text} not null check (length(subject) > 0),
    instrument {text} not null check (length(instrument) > 0),
    period {text} not null check (length(period) > 0),
    measured_on {day} not null,
    pupils {int} not null check (pupils > 0),
    mean {decimal} not null,
    sd {decimal} check (sd >= 0),
    full_marks {decimal} not null check (full_marks > 0),
    criterion {decimal},
    mastered {int} check (mastered >= 0),
    revision {int} not null check (revision >= 1),
    recorded_at {timestamp} not null,
    primary key (org_id, id, revision),
    check (mean >= 0 and mean <= full_marks),
    check (mastered is null or mastered <= pupils)
) {strict};
create index outcomes_class_result_teacher on outcomes_class_result (org_id, teacher_id);
create index outcomes_class_result_school on outcomes_class_result (org_id, school_id, period);

-- The newest revision of each result; other features join this view, not the table.
create view outcomes_class_result_now as
    select r.*
    from outcomes_class_result r
    where not exists (
        select 1
        from outcomes_class_result later
        where later.org_id = r.org_id
          and later.id = r.id
          and later.revision > r.revision);
