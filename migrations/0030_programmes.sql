-- Programmes: what is run, when, with whom and under which decree. Participants are copies (id, home, display data), so a
-- programme may join people of several owners without a key that crosses them.

create table programmes_programme (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    revision {int} not null check (revision >= 1),
    template {text} not null,
    name {text} not null check (length(name) > 0),
    label_year {int} not null,
    starts_on {day} not null,
    ends_on {day} not null,
    school_id {uuid},
    region_ids {json} not null,
    state {text} not null check (state in ('planned', 'running', 'ended')),
    created_at {timestamp} not null,
    primary key (org_id, id),
    check (starts_on <= ends_on)
) {strict};

create table programmes_phase (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    programme_id {uuid} not null,
    place {int} not null check (place >= 1),
    kind {text} not null check (kind in ('prepare', 'on', 'in', 'visit', 'imbas', 'evaluation')),
    name_id {text} not null,
    name_en {text} not null,
    starts_on {day} not null,
    ends_on {day} not null,
    primary key (org_id, id),
    unique (org_id, programme_id, place),
    foreign key (org_id, programme_id) references programmes_programme (org_id, id),
    check (starts_on <= ends_on)
) {strict};

create table programmes_participant (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    revision {int} not null check (revision >= 1),
    programme_id {uuid} not null,
    person_id {uuid} not null,
    home_org {uuid} not null,
    role {text} not null check (role in ('mentor', 'mentee', 'both', 'resource_person', 'coordinator')),
    generation {int} check (generation between 1 and 3),
    display_name {text} not null,
    subject {text} not null,
    level {text} not null,
    school_id {uuid},
    school_name {text} not null,
    district_id {uuid},
    district_name {text} not null,
    region_ids {json} not null,
    latitude {real},
    longitude {real},
    scores {json} not null,
    judged_by {json} not null,
    withdrawn_at {timestamp},
    enrolled_at {timestamp} not null,
    primary key (org_id, id),
    unique (org_id, programme_id, person_id),
    foreign key (org_id, programme_id) references programmes_programme (org_id, id)
) {strict};
create index programmes_participant_person on programmes_participant (org_id, person_id);

create table programmes_goal (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    programme_id {uuid} not null,
    indicator {text} not null,
    target {decimal} not null,
    unit {text} not null,
    primary key (org_id, id),
    foreign key (org_id, programme_id) references programmes_programme (org_id, id)
) {strict};
create index programmes_goal_programme on programmes_goal (org_id, programme_id);

-- Decrees and assignment letters with the days on which they hold.
create table programmes_policy (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    programme_id {uuid} not null,
    kind {text} not null check (kind in ('decree', 'assignment_letter', 'circular')),
    number {text} not null check (length(number) > 0),
    title {text} not null,
    valid_from {day} not null,
    valid_until {day},
    primary key (org_id, id),
    foreign key (org_id, programme_id) references programmes_programme (org_id, id)
) {strict};
create index programmes_policy_programme on programmes_policy (org_id, programme_id);

-- What later features may join: stable, see src/features/programmes/README.md.
create view programmes_participant_view as
select p.org_id, p.programme_id, p.id as participant_id, p.person_id, p.role, p.generation, p.display_name, p.subject,
       p.level, p.school_id, p.school_name, p.district_id, p.district_name
from programmes_participant p
where p.withdrawn_at is null;
