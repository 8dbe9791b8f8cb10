-- CIPP evaluations: plan, lock, evidence, findings, judgements, decision, recommendations with follow-up, reports.

create table evaluation_evaluation (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    title {text} not null check (length(title) > 0),
    programme_name {text} not null,
    purpose {text} not null,
    use {text} not null check (use in ('formative', 'summative')),
    users {text} not null,
    description {text} not null,
    method {text} not null,
    limits {text} not null,
    place {text} not null,
    period_from {day} not null,
    period_to {day} not null,
    scale_rule {text} not null check (scale_rule in ('A', 'B', 'C', 'D', 'E')),
    informants {json} not null,
    programme_id {uuid},
    school_id {uuid},
    region_ids {json} not null,
    state {text} not null check (state in ('draft', 'locked', 'collecting', 'judged', 'closed')),
    locked_at {timestamp},
    lock_hash {text} not null,
    decision {text} check (decision in ('proceed', 'proceed_improved', 'extend', 'revise', 'stop')),
    decision_reason {text} not null,
    decided_at {timestamp},
    revision {int} not null check (revision >= 1),
    created_at {timestamp} not null,
    primary key (org_id, id),
    check (period_to >= period_from),
    check ((state = 'draft') = (locked_at is null))
) {strict};
create index evaluation_evaluation_created on evaluation_evaluation (org_id, created_at);

-- One aspect of the checklist: question, criterion and standard (fixed by the lock), then finding, measure, judgement.
create table evaluation_aspect (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    evaluation_id {uuid} not null,
    position {int} not null,
    code {text} not null,
    component {text} not null check (component in ('context', 'input', 'process', 'product')),
    name {text} not null,
    question {text} not null,
    criterion {text} not null,
    standard {text} not null,
    standard_value {decimal},
    sources {text} not null,
    used {bool} not null,
    finding {json} not null,
    measure {json},
    judgement {text} check (judgement in ('fulfilled', 'mostly', 'partly', 'not_fulfilled')),
    reason {text} not null,
    cause {text} not null,
    revision {int} not null check (revision >= 1),
    primary key (org_id, id),
    unique (org_id, evaluation_id, code),
    foreign key (org_id, evaluation_id) references evaluation_evaluation (org_id, id)
) {strict};

-- What an aspect is judged by: a revision of an item of the evidence graph, and why.
create table evaluation_link (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    aspect_id {uuid} not null,
    item_id {uuid} not null,
    item_revision {int} not null,
    item_kind {text} not null,
    label {text} not null,
    role {text} not null check (role in ('observation', 'score', 'statistic', 'quote', 'document')),
    why {text} not null check (why in ('supports', 'contradicts', 'qualifies')),
    note {text} not null,
    removed {bool} not null,
    linked_at {timestamp} not null,
    primary key (org_id, id),
    foreign key (org_id, aspect_id) references evaluation_aspect (org_id, id)
) {strict};
create index evaluation_link_aspect on evaluation_link (org_id, aspect_id);

create table evaluation_recommendation (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    evaluation_id {uuid} not null,
    aspect_id {uuid},
    position {int} not null,
    kind {text} not null check (kind in ('keep', 'improve', 'add', 'stop')),
    text {text} not null,
    responsible {text} not null,
    due_on {day} not null,
    priority {text} not null check (priority in ('high', 'medium', 'low')),
    status {text} not null check (status in ('open', 'in_progress', 'done', 'dropped')),
    primary key (org_id, id),
    foreign key (org_id, evaluation_id) references evaluation_evaluation (org_id, id),
    foreign key (org_id, aspect_id) references evaluation_aspect (org_id, id)
) {strict};
create index evaluation_recommendation_evaluation on evaluation_recommendation (org_id, evaluation_id);
create index evaluation_recommendation_aspect on evaluation_recommendation (org_id, aspect_id);

-- What became of a recommendation, step by step.
create table evaluation_follow_up (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    recommendation_id {uuid} not null,
    status {text} not null check (status in ('open', 'in_progress', 'done', 'dropped')),
    note {text} not null,
    account_id {uuid} not null,
    noted_at {timestamp} not null,
    primary key (org_id, id),
    foreign key (org_id, recommendation_id) references evaluation_recommendation (org_id, id)
) {strict};
create index evaluation_follow_up_recommendation on evaluation_follow_up (org_id, recommendation_id);

-- Published reports, numbered within their evaluation; the newest is shown, all are kept.
create table evaluation_report (
    org_id {uuid} not null references owner (id),
    evaluation_id {uuid} not null,
    number {int} not null check (number >= 1),
    content {json} not null,
    hash {text} not null,
    published_at {timestamp} not null,
    primary key (org_id, evaluation_id, number),
    foreign key (org_id, evaluation_id) references evaluation_evaluation (org_id, id)
) {strict};
