-- Regions are shared; schools, people and their posts belong to an owner.
create table people_region (
    id {uuid} primary key,
    scheme {text} not null,
    code {text} not null,
    name {text} not null,
    level {text} not null check (level in ('province', 'district', 'subdistrict')),
    source {text} not null default '',
    mark {text} not null default 'U' check (mark in ('V', 'U', 'D')),
    unique (scheme, code)
) {strict};

-- Closure table: every region with all above it and itself, so that no query needs recursion.
create table people_region_tree (
    ancestor_id {uuid} not null references people_region (id),
    descendant_id {uuid} not null references people_region (id),
    depth {int} not null,
    primary key (ancestor_id, descendant_id)
) {strict};
create index people_region_tree_descendant on people_region_tree (descendant_id);

create table people_school (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    npsn {text} not null,
    name {text} not null check (length(name) > 0),
    status {text} not null check (status in ('negeri', 'swasta')),
    level {text} not null check (level in ('TK', 'SD', 'SMP', 'SMA', 'SMK', 'SLB')),
    region_id {uuid} not null references people_region (id),
    primary key (org_id, id),
    unique (org_id, npsn)
) {strict};
create index people_school_region on people_school (region_id);

create table people_person (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    name {text} not null check (length(name) > 0),
    nuptk {text},
    nip {text},
    employment {text} not null check (employment in ('PNS', 'CPNS', 'PPPK', 'GTY', 'GTT')),
    rank {text} not null default '',
    subject {text} not null default '',
    level {text} not null default '',
    born_on {day},
    sex {text} check (sex in ('L', 'P')),
    certified_path {text} not null default '',
    certified_year {int},
    teaching_since {int},
    revision {int} not null,
    saved_at {timestamp} not null,
    primary key (org_id, id),
    unique (org_id, nuptk),
    unique (org_id, nip)
) {strict};
create index people_person_name on people_person (org_id, name);

-- A person at a school from a day until a day: a transfer ends one post and begins another, history stays.
create table people_post (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    person_id {uuid} not null,
    school_id {uuid} not null,
    role {text} not null check (role in ('teacher', 'principal', 'vice_principal', 'counsellor', 'supervisor')),
    started_on {day} not null,
    ended_on {day},
    primary key (org_id, id),
    foreign key (org_id, person_id) references people_person (org_id, id),
    foreign key (org_id, school_id) references people_school (org_id, id)
) {strict};
create index people_post_person on people_post (org_id, person_id);
create index people_post_school on people_post (org_id, school_id);

-- Stable for joins of later features.
create view people_post_now as
    select p.org_id, p.person_id, p.school_id, p.role, s.name as school_name, s.npsn, s.level as school_level, s.region_id
    from people_post p
    join people_school s on s.org_id = p.org_id and s.id = p.school_id
    where p.ended_on is null;
