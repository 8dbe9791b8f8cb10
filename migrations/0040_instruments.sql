-- Instruments, answers to them, and anonymous answers by link.

-- Every version of the official instruments that this database has ever seen (reference table): a phone that was
-- offline for a term may still send answers to an older one.
create table instruments_version (
    instrument_id {uuid} not null,
    version {text} not null,
    code {text} not null,
    title_id {text} not null,
    title_en {text} not null,
    minutes {int} not null,
    xml {text} not null,
    published_at {timestamp} not null,
    primary key (instrument_id, version)
) {strict};

-- Answers: immutable versions with the original XML, and typed rows that can be queried at once.
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
    state {text} not null check (state in ('received', 'conflict', 'superseded', 'quarantined')),
    points {int},
    points_of {int},
    indicator {text} not null default '',
    primary key (org_id, id)
) {strict};
create index instruments_submission_first on instruments_submission (org_id, first_id);
create index instruments_submission_subject on instruments_submission (org_id, subject_person_id, received_at);
create index instruments_submission_session on instruments_submission (org_id, session_id);
create index instruments_submission_account on instruments_submission (org_id, account_id, received_at);
create index instruments_submission_received on instruments_submission (org_id, received_at, id);

create table instruments_answer (
    org_id {uuid} not null references owner (id),
    submission_id {uuid} not null,
    path {text} not null,
    repeat_index {text} not null,
    question_id {text} not null,
    kind {text} not null check (kind in ('text', 'whole', 'decimal', 'day', 'moment', 'choice', 'choices', 'missing')),
    value {text} not null,
    number {decimal},
    primary key (org_id, submission_id, path, repeat_index),
    foreign key (org_id, submission_id) references instruments_submission (org_id, id)
) {strict};

-- A link that lets people without an account answer, such as a class; only the token's hash is kept.
create table instruments_link (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    instrument_id {uuid} not null,
    instrument_version {text} not null,
    subject_person_id {uuid},
    class_name {text} not null,
    most {int} not null check (most >= 1),
    responses {int} not null default 0 check (responses >= 0 and responses <= most),
    opened_by {uuid} not null,
    opened_at {timestamp} not null,
    closes_at {timestamp} not null,
    primary key (org_id, id),
    foreign key (instrument_id, instrument_version) references instruments_version (instrument_id, version)
) {strict};
create index instruments_link_instrument on instruments_link (instrument_id, instrument_version);
create index instruments_link_subject on instruments_link (org_id, subject_person_id);

-- Which owner a link belongs to (reference table: whoever opens it has no account).
create table instruments_link_token (
    token_hash {text} primary key,
    owner_id {uuid} not null references owner (id),
    link_id {uuid} not null
) {strict};
create index instruments_link_token_owner on instruments_link_token (owner_id);

-- Anonymous answers: no account, no time of day, no order within a batch of five. Only full batches are ever counted,
-- so two looks at a table never differ by fewer than five people.
create table instruments_link_response (
    org_id {uuid} not null references owner (id),
    link_id {uuid} not null,
    response_key {text} not null,
    content_hash {text} not null,
    batch {int} not null check (batch >= 0),
    primary key (org_id, link_id, response_key),
    foreign key (org_id, link_id) references instruments_link (org_id, id)
) {strict};
create table instruments_link_answer (
    org_id {uuid} not null references owner (id),
    link_id {uuid} not null,
    response_key {text} not null,
    path {text} not null,
    repeat_index {text} not null,
    kind {text} not null,
    value {text} not null,
    number {decimal},
    primary key (org_id, link_id, response_key, path, repeat_index),
    foreign key (org_id, link_id, response_key) references instruments_link_response (org_id, link_id, response_key)
) {strict};

-- Ratings of classroom observations that stand now; later features join this view.
create view instruments_observation_now as
    select s.org_id, s.id, s.first_id, s.session_id, s.subject_person_id, s.observer_person_id, s.indicator, s.points, s.points_of,
           s.device_time, s.received_at
    from instruments_submission s
    where s.state = 'received'
      and s.points is not null;
