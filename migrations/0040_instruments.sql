-- Answers to instruments: immutable versions with the original XML, and typed rows that can be queried at once.
create table instruments_submission (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    first_id {uuid} not null,
    version_number {int} not null check (version_number >= 1),
    deprecated_id {uuid},
    instrument {text} not null,
    instrument_version {text} not null,
    xml {text} not null,
    content_hash {text} not null,
    session_id {uuid},
    subject_person_id {uuid},
    observer_person_id {uuid},
    account_id {uuid} not null,
    device_time {timestamp} not null,
    received_at {timestamp} not null,
    state {text} not null check (state in ('received', 'conflict', 'superseded')),
    points {int},
    points_of {int},
    indicator {text} not null default '',
    primary key (org_id, id)
) {strict};
create index instruments_submission_first on instruments_submission (org_id, first_id);
create index instruments_submission_subject on instruments_submission (org_id, subject_person_id);
create index instruments_submission_session on instruments_submission (org_id, session_id);

create table instruments_answer (
    org_id {uuid} not null references owner (id),
    submission_id {uuid} not null,
    path {text} not null,
    repeat_index {text} not null,
    question_id {text} not null,
    value {text} not null,
    number {decimal},
    primary key (org_id, submission_id, path, repeat_index),
    foreign key (org_id, submission_id) references instruments_submission (org_id, id)
) {strict};

-- Ratings of classroom observations that stand now; later features join this view.
create view instruments_observation_now as
    select s.org_id, s.id, s.first_id, s.session_id, s.subject_person_id, s.observer_person_id, s.indicator, s.points, s.points_of,
           s.device_time, s.received_at
    from instruments_submission s
    where s.state = 'received'
      and s.points is not null;
