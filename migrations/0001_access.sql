-- Owners, accounts, sessions, roles, the journal and the evidence graph: everything else refers to these.

-- An owning office: a district office, a foundation, a ministry directorate. Shared by all (reference table).
create table owner (
    id {uuid} primary key,
    name {text} not null check (length(name) > 0),
    kind {text} not null check (kind in ('district', 'province', 'ministry', 'quality_body', 'foundation', 'school')),
    utc_offset_hours {int} not null default 7 check (utc_offset_hours in (7, 8, 9)),
    created_at {timestamp} not null
) {strict};

-- A login (reference table: one login may belong to several owners). Passwords are Argon2id, codes only hashed.
create table account (
    id {uuid} primary key,
    login {text} not null unique check (length(login) > 0),
    display_name {text} not null,
    language {text} not null default 'id' check (language in ('id', 'en')),
    password_hash {text},
    disabled_at {timestamp},
    example {bool} not null default false,
    created_at {timestamp} not null
) {strict};

-- One-time links: the first administrator, invitations, forgotten passwords.
create table account_code (
    code_hash {text} primary key,
    account_id {uuid} not null references account (id),
    purpose {text} not null check (purpose in ('first_start', 'invitation', 'reset')),
    expires_at {timestamp} not null,
    used_at {timestamp}
) {strict};
create index account_code_account on account_code (account_id);

-- A signed-in device. Only the hash of its token is kept.
create table session (
    token_hash {text} primary key,
    account_id {uuid} not null references account (id),
    owner_id {uuid} not null references owner (id),
    created_at {timestamp} not null,
    expires_at {timestamp} not null,
    revoked_at {timestamp}
) {strict};
create index session_account on session (account_id);
create index session_owner on session (owner_id);

-- Failed sign-ins by login name and hour, so that guessing is slowed down.
create table sign_in_failure (
    login_hash {text} not null,
    hour {int} not null,
    failures {int} not null,
    primary key (login_hash, hour)
) {strict};

-- Which owners an account belongs to (reference table, so that sign-in needs no owner).
create table membership (
    account_id {uuid} not null references account (id),
    owner_id {uuid} not null references owner (id),
    primary key (account_id, owner_id)
) {strict};
create index membership_owner on membership (owner_id);

-- What an account may do at an owner: a role within a scope. Ended by date, never deleted.
create table role_grant (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    account_id {uuid} not null references account (id),
    role {text} not null check (role in ('teacher', 'mentor', 'principal', 'assessor', 'supervisor', 'district',
        'province', 'ministry', 'facilitator', 'evaluator', 'administrator', 'data_protection_officer')),
    scope_kind {text} not null check (scope_kind in ('all', 'region', 'school', 'programme', 'person')),
    scope_id {uuid},
    scope_name {text} not null default '',
    person_id {uuid},
    valid_from {timestamp} not null,
    ended_at {timestamp},
    primary key (org_id, id),
    check ((scope_kind = 'all') = (scope_id is null))
) {strict};
create index role_grant_account on role_grant (org_id, account_id);

-- One row for each change, written in the change's own transaction; no personal text. The sealer numbers and chains
-- committed rows afterwards: seq and hash are null until then.
create table journal (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    at {timestamp} not null,
    account_id {uuid} not null,
    action {text} not null,
    kind {text} not null,
    subject_id {uuid} not null,
    before_hash {text} not null,
    after_hash {text} not null,
    seq {int},
    hash {text},
    primary key (org_id, id),
    unique (org_id, seq)
) {strict};
create index journal_unsealed on journal (org_id, id) where seq is null;
create index journal_subject on journal (org_id, subject_id);

-- Evidence graph: items with revisions, and edges that say why. A reference to an older revision than the newest is stale.
create table evidence_item (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    revision {int} not null check (revision >= 1),
    kind {text} not null check (kind in ('source', 'anchor', 'answer', 'score', 'coding', 'code_version', 'theme',
        'snapshot', 'analysis', 'result', 'finding', 'judgement', 'recommendation', 'statement', 'member_check', 'review')),
    label {text} not null,
    content {json} not null,
    hash {text} not null,
    made_at {timestamp} not null,
    primary key (org_id, id, revision)
) {strict};
create index evidence_item_kind on evidence_item (org_id, kind);

create table evidence_edge (
    org_id {uuid} not null references owner (id),
    from_id {uuid} not null,
    from_revision {int} not null,
    to_id {uuid} not null,
    to_revision {int} not null,
    why {text} not null check (why in ('supports', 'contradicts', 'qualifies', 'derived_from', 'checked_by', 'supersedes')),
    primary key (org_id, from_id, from_revision, to_id, to_revision, why),
    foreign key (org_id, from_id, from_revision) references evidence_item (org_id, id, revision),
    foreign key (org_id, to_id, to_revision) references evidence_item (org_id, id, revision)
) {strict};
create index evidence_edge_to on evidence_edge (org_id, to_id, to_revision);

-- The owner's secret key for content hashes: a plain hash of a score could be guessed.
create table evidence_key (
    org_id {uuid} not null references owner (id),
    key {text} not null,
    primary key (org_id)
) {strict};

-- Background work with progress; taken by one worker at a time (reference table: workers serve all owners).
create table job (
    id {uuid} primary key,
    owner_id {uuid} references owner (id),
    account_id {uuid} not null,
    kind {text} not null,
    input {json} not null,
    state {text} not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    progress_done {int} not null default 0,
    progress_total {int} not null default 0,
    result {json},
    cancel_asked {bool} not null default false,
    created_at {timestamp} not null,
    started_at {timestamp},
    heartbeat_at {timestamp},
    finished_at {timestamp}
) {strict};
create index job_waiting on job (state, created_at);
create index job_owner on job (owner_id);

-- Files by content hash; the bytes lie in the data folder, fsynced before this row is written.
create table file_content (
    org_id {uuid} not null references owner (id),
    hash {text} not null,
    bytes {int} not null check (bytes >= 0),
    media_type {text} not null,
    stored_at {timestamp} not null,
    primary key (org_id, hash)
) {strict};
