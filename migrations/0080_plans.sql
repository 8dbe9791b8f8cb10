-- One-year plans: a teacher's own development, or a school's programme. Every saved version is kept.
create table plans_plan (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    revision {int} not null check (revision >= 1),
    kind {text} not null check (kind in ('self_development', 'school_programme')),
    person_id {uuid} not null,
    school_id {uuid} not null,
    title {text} not null check (length(title) > 0),
    starts_on {day} not null,
    ends_on {day} not null,
    state {text} not null check (state in ('draft', 'proposed', 'approved', 'returned', 'done')),
    reason {text} not null default '',
    items {json} not null,
    account_id {uuid} not null,
    saved_at {timestamp} not null,
    primary key (org_id, id, revision),
    check (ends_on >= starts_on)
) {strict};
create index plans_plan_person on plans_plan (org_id, person_id);
create index plans_plan_school on plans_plan (org_id, school_id);

create view plans_plan_now as
    select p.*
    from plans_plan p
    where not exists (
        select 1
        from plans_plan later
        where later.org_id = p.org_id
          and later.id = p.id
          and later.revision > p.revision);
