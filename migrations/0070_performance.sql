-- Performance management 2025: one record a teacher and year. Every change is a revision; a frozen one never changes, a
-- correction is a new version with its reason.
create table performance_appraisal (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    revision {int} not null check (revision >= 1),
    person_id {uuid} not null,
    school_id {uuid} not null,
    year {int} not null,
    regime {text} not null check (regime in ('PKG_2009', 'SKP_2024', 'SKP_2025')),
    version {int} not null,
    state {text} not null check (state in ('draft', 'shared', 'agreed', 'objected', 'frozen')),
    indicator {text} not null,
    steps {json} not null,
    submission_id {uuid},
    work_result {text} check (work_result in ('above', 'as_expected', 'below')),
    behaviour {text} check (behaviour in ('above', 'as_expected', 'below')),
    objection {text} not null default '',
    objection_answer {text} not null default '',
    correction_reason {text} not null default '',
    assessor_person_id {uuid},
    frozen_name {text} not null default '',
    frozen_at {timestamp},
    content_hash {text} not null default '',
    account_id {uuid} not null,
    saved_at {timestamp} not null,
    primary key (org_id, id, revision)
) {strict};
create index performance_appraisal_person on performance_appraisal (org_id, person_id, year);
create index performance_appraisal_school on performance_appraisal (org_id, school_id, year);

create view performance_appraisal_now as
    select a.*
    from performance_appraisal a
    where not exists (
        select 1
        from performance_appraisal later
        where later.org_id = a.org_id
          and later.id = a.id
          and later.revision > a.revision);
