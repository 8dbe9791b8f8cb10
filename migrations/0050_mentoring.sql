-- Matching, pairs, the sessions of their cycles, agreed actions, notes and contacts.

-- A proposal of the matching engine, kept with what it was made from.
create table mentoring_match (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    programme_id {uuid} not null,
    step {int} not null,
    state {text} not null check (state in ('proposed', 'published', 'replaced')),
    settings {json} not null,
    method {text} not null,
    seed {int} not null,
    placed {int} not null,
    unmatched {int} not null,
    total_cost {int} not null,
    gap {int} not null,
    made_at {timestamp} not null,
    published_at {timestamp},
    primary key (org_id, id),
    foreign key (org_id, programme_id) references programmes_programme (org_id, id)
) {strict};
create index mentoring_match_programme on mentoring_match (org_id, programme_id);

create table mentoring_match_pair (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    match_id {uuid} not null,
    mentor_participant_id {uuid} not null,
    mentee_participant_id {uuid} not null,
    cost {int} not null,
    reasons {json} not null,
    next_participant_id {uuid},
    next_at_least {int},
    primary key (org_id, id),
    unique (org_id, match_id, mentee_participant_id),
    foreign key (org_id, match_id) references mentoring_match (org_id, id)
) {strict};

create table mentoring_match_unmatched (
    org_id {uuid} not null references owner (id),
    match_id {uuid} not null,
    mentee_participant_id {uuid} not null,
    why {text} not null,
    blocking_rules {json} not null,
    primary key (org_id, match_id, mentee_participant_id),
    foreign key (org_id, match_id) references mentoring_match (org_id, id)
) {strict};

-- How many mentees a mentor takes in a programme; the row that is locked while a pair is made.
create table mentoring_mentor_place (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    programme_id {uuid} not null,
    most_mentees {int} not null check (most_mentees >= 0),
    primary key (org_id, id),
    foreign key (org_id, programme_id) references programmes_programme (org_id, id)
) {strict};
create index mentoring_mentor_place_programme on mentoring_mentor_place (org_id, programme_id);

create table mentoring_pair (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    revision {int} not null check (revision >= 1),
    programme_id {uuid} not null,
    match_id {uuid},
    mentor_participant_id {uuid} not null,
    mentee_participant_id {uuid} not null,
    mentor_id {uuid} not null,
    mentee_id {uuid} not null,
    mentor_answer {text} not null check (mentor_answer in ('open', 'accepted', 'declined')),
    mentee_answer {text} not null check (mentee_answer in ('open', 'accepted', 'declined')),
    reasons {json} not null,
    starts_on {day} not null,
    ends_on {day} not null,
    ended_on {day},
    made_at {timestamp} not null,
    primary key (org_id, id),
    foreign key (org_id, programme_id) references programmes_programme (org_id, id)
) {strict};
create index mentoring_pair_programme on mentoring_pair (org_id, programme_id);
create index mentoring_pair_mentor on mentoring_pair (org_id, mentor_id);
create index mentoring_pair_mentee on mentoring_pair (org_id, mentee_id);
create index mentoring_pair_place on mentoring_pair (org_id, mentor_participant_id);

-- Earlier states of pairs and sessions: who changed what, revision by revision.
create table mentoring_version (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    revision {int} not null,
    kind {text} not null check (kind in ('pair', 'session', 'action', 'note')),
    content {json} not null,
    replaced_at {timestamp} not null,
    replaced_by {uuid} not null,
    primary key (org_id, id, revision)
) {strict};

create table mentoring_session (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    revision {int} not null check (revision >= 1),
    pair_id {uuid} not null,
    cycle {int} not null check (cycle >= 1),
    kind {text} not null check (kind in ('agree', 'pre', 'observation', 'post', 'act', 'reflection', 'close', 'coaching',
        'workshop', 'remote')),
    first_planned_at {timestamp} not null,
    planned_at {timestamp} not null,
    planned_minutes {int} not null check (planned_minutes between 5 and 600),
    remote {bool} not null,
    place {text} not null,
    indicator_code {text},
    mentor_ok {bool} not null,
    mentee_ok {bool} not null,
    state {text} not null check (state in ('planned', 'held', 'cancelled')),
    moves {int} not null,
    held_at {timestamp},
    minutes {int} check (minutes between 1 and 1440),
    led_by {text} check (led_by in ('mentor', 'mentee')),
    primary key (org_id, id),
    foreign key (org_id, pair_id) references mentoring_pair (org_id, id)
) {strict};
create index mentoring_session_pair on mentoring_session (org_id, pair_id);
create index mentoring_session_planned on mentoring_session (org_id, planned_at);

create table mentoring_action (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    revision {int} not null check (revision >= 1),
    pair_id {uuid} not null,
    session_id {uuid},
    body {text} not null,
    owner_id {uuid} not null,
    due_on {day} not null,
    state {text} not null check (state in ('open', 'done', 'dropped')),
    done_on {day},
    primary key (org_id, id),
    foreign key (org_id, pair_id) references mentoring_pair (org_id, id),
    foreign key (org_id, session_id) references mentoring_session (org_id, id)
) {strict};
create index mentoring_action_pair on mentoring_action (org_id, pair_id);
create index mentoring_action_session on mentoring_action (org_id, session_id);

-- What is said in confidence. `level` says who besides the author may read; the head of the school is never let in here
-- unless the mentee shares a note with the head.
create table mentoring_note (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    revision {int} not null check (revision >= 1),
    pair_id {uuid} not null,
    session_id {uuid},
    author_id {uuid} not null,
    model {text} not null,
    body {text} not null,
    level {text} not null check (level in ('author', 'pair', 'coordinator', 'head')),
    written_at {timestamp} not null,
    primary key (org_id, id),
    foreign key (org_id, pair_id) references mentoring_pair (org_id, id),
    foreign key (org_id, session_id) references mentoring_session (org_id, id)
) {strict};
create index mentoring_note_pair on mentoring_note (org_id, pair_id);
create index mentoring_note_session on mentoring_note (org_id, session_id);

create table mentoring_contact (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    pair_id {uuid} not null,
    by_id {uuid} not null,
    channel {text} not null check (channel in ('meeting', 'phone', 'chat', 'video', 'letter')),
    on_day {day} not null,
    minutes {int} not null check (minutes between 0 and 1440),
    primary key (org_id, id),
    foreign key (org_id, pair_id) references mentoring_pair (org_id, id)
) {strict};
create index mentoring_contact_pair on mentoring_contact (org_id, pair_id);

-- Commands that were applied, so that a phone that lost its answer may send them again.
create table mentoring_command (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    content_hash {text} not null,
    applied_at {timestamp} not null,
    primary key (org_id, id)
) {strict};

-- Calendar feeds by secret address (reference table: the address is all a calendar app has). Only the hash is kept.
create table mentoring_feed (
    token_hash {text} primary key,
    owner_id {uuid} not null references owner (id),
    person_id {uuid} not null,
    made_at {timestamp} not null,
    ended_at {timestamp}
) {strict};
create index mentoring_feed_person on mentoring_feed (owner_id, person_id);

-- What later features may join: stable, see src/features/mentoring/README.md. Nothing of notes or of what was said.
create view mentoring_pair_view as
select p.org_id, p.id as pair_id, p.programme_id, p.mentor_id, p.mentee_id, p.mentor_answer, p.mentee_answer,
       p.starts_on, p.ends_on, p.ended_on
from mentoring_pair p;
create view mentoring_session_view as
select s.org_id, s.id as session_id, s.pair_id, s.cycle, s.kind, s.first_planned_at, s.planned_at, s.state, s.held_at,
       s.minutes, s.indicator_code
from mentoring_session s;
