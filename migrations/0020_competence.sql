-- Results of competence tests, one a person, test and year; a correction is the next revision.
create table competence_score (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    person_id {uuid} not null,
    test {text} not null check (length(test) > 0),
    test_year {int} not null check (test_year between 2000 and 2100),
    subject {text} not null,
    pedagogic {decimal} check (pedagogic between 0 and 100000000),
    professional {decimal} check (professional between 0 and 100000000),
    total {decimal} not null check (total between 0 and 100000000),
    revision {int} not null check (revision >= 1),
    recorded_at {timestamp} not null,
    primary key (org_id, id, revision)
) {strict};
create index competence_score_person on competence_score (org_id, person_id);
create index competence_score_test on competence_score (org_id, test, test_year);

-- The newest revision of each score; other features join this view, not the table.
create view competence_score_now as
    select s.*
    from competence_score s
    where not exists (
        select 1
        from competence_score later
        where later.org_id = s.org_id
          and later.id = s.id
          and later.revision > s.revision);
