-- Jobs know who works on them, so that a dead worker's job is taken again and a late one is turned away; files arrive in
-- pieces and belong to something that says who may read them.

-- worker: who has it now, a new text each time it is taken; attempts: how often it was taken; problem: why it failed.
alter table job add column worker {text} not null default '';
alter table job add column attempts {int} not null default 0;
alter table job add column problem {json};
create index job_account on job (account_id, created_at);

-- A file on its way: what the device says it will send. The pieces lie in the data folder until it is whole.
create table file_upload (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    account_id {uuid} not null,
    hash {text} not null,
    bytes {int} not null check (bytes > 0),
    chunk_bytes {int} not null check (chunk_bytes > 0),
    media_type {text} not null,
    about_kind {text} not null,
    about_id {uuid} not null,
    taken_at {timestamp},
    begun_at {timestamp} not null,
    finished_at {timestamp},
    primary key (org_id, id)
) {strict};
create index file_upload_account on file_upload (org_id, account_id, finished_at);

-- What a file belongs to. The feature behind about_kind decides who may read it; without a rule nobody may.
create table attachment (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    hash {text} not null,
    about_kind {text} not null,
    about_id {uuid} not null,
    uploaded_by {uuid} not null,
    taken_at {timestamp},
    added_at {timestamp} not null,
    primary key (org_id, id),
    foreign key (org_id, hash) references file_content (org_id, hash)
) {strict};
create index attachment_hash on attachment (org_id, hash);
create index attachment_about on attachment (org_id, about_kind, about_id);
