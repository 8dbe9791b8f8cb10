-- Results of statistics with everything needed to repeat them: method and its version, settings, the data they saw.
create table analysis_result (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    revision {int} not null check (revision >= 1),
    method {text} not null,
    method_version {text} not null,
    title {text} not null,
    settings {json} not null,
    snapshot {json} not null,
    snapshot_hash {text} not null,
    result {json} not null,
    account_id {uuid} not null,
    made_at {timestamp} not null,
    primary key (org_id, id, revision)
) {strict};
create index analysis_result_method on analysis_result (org_id, method);
