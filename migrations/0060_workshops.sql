-- Workshops (lokakarya): agenda, people, attendance, class agreement, positions, products, aims.
create table workshops_workshop (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    programme_id {uuid},
    title {text} not null check (length(title) > 0),
    template {text} not null,
    held_on {day} not null,
    place {text} not null,
    state {text} not null check (state in ('planned', 'open', 'closed')),
    agreement {text} not null default '',
    closed_at {timestamp},
    revision {int} not null,
    primary key (org_id, id)
) {strict};

create table workshops_session (
    org_id {uuid} not null references owner (id),
    workshop_id {uuid} not null,
    position {int} not null check (position >= 1),
    title {text} not null,
    mode {text} not null,
    objective {text} not null,
    product {text} not null,
    primary key (org_id, workshop_id, position),
    foreign key (org_id, workshop_id) references workshops_workshop (org_id, id)
) {strict};

-- People of a class come from several owners, so their display data is copied and no key crosses owners.
create table workshops_member (
    org_id {uuid} not null references owner (id),
    workshop_id {uuid} not null,
    id {uuid} not null,
    person_id {uuid},
    name {text} not null check (length(name) > 0),
    role {text} not null check (role in ('participant', 'practice_mentor')),
    school {text} not null,
    level {text} not null,
    code {text} not null,
    attended_at {timestamp},
    reflection {text} not null default '',
    primary key (org_id, workshop_id, id),
    unique (org_id, workshop_id, code),
    foreign key (org_id, workshop_id) references workshops_workshop (org_id, id)
) {strict};

-- Where somebody places themselves against the competence model, at this workshop. Levels 1 to 5.
create table workshops_position (
    org_id {uuid} not null references owner (id),
    workshop_id {uuid} not null,
    member_id {uuid} not null,
    indicator {text} not null,
    level {int} not null check (level between 1 and 5),
    evidence {text} not null default '',
    primary key (org_id, workshop_id, member_id, indicator),
    foreign key (org_id, workshop_id, member_id) references workshops_member (org_id, workshop_id, id)
) {strict};

create table workshops_product (
    org_id {uuid} not null references owner (id),
    workshop_id {uuid} not null,
    member_id {uuid} not null,
    kind {text} not null check (kind in ('self_development_plan', 'school_programme_plan', 'engagement_strategy')),
    id {uuid} not null,
    note {text} not null default '',
    file_hash {text},
    handed_in_at {timestamp} not null,
    primary key (org_id, workshop_id, member_id, kind),
    foreign key (org_id, workshop_id, member_id) references workshops_member (org_id, workshop_id, id)
) {strict};

create table workshops_aim (
    org_id {uuid} not null references owner (id),
    workshop_id {uuid} not null,
    position {int} not null,
    aim {text} not null,
    reached {text} check (reached in ('yes', 'partly', 'no')),
    note {text} not null default '',
    primary key (org_id, workshop_id, position),
    foreign key (org_id, workshop_id) references workshops_workshop (org_id, id)
) {strict};
