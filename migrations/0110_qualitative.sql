-- Studies of interviews, observation notes and documents: texts, codes, coded stretches, themes and member checks.

create table qualitative_study (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    title {text} not null,
    question {text} not null,
    frame {text} not null check (frame in ('miles_huberman', 'braun_clarke')),
    ethics_note {text} not null,
    programme_id {uuid},
    school_id {uuid},
    revision {int} not null check (revision >= 1),
    created_at {timestamp} not null,
    primary key (org_id, id)
) {strict};

-- A text with its informant's role and pseudonym. Frozen at the first coding, so that offsets keep their meaning.
create table qualitative_source (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    study_id {uuid} not null,
    technique {text} not null check (technique in ('interview', 'observation', 'document', 'questionnaire')),
    role {text} not null check (role in ('head', 'mentor', 'mentee', 'teacher', 'pupil', 'parent', 'supervisor',
        'official', 'none')),
    pseudonym {text} not null check (length(pseudonym) > 0),
    dated_on {day} not null,
    place {text} not null,
    language {text} not null,
    consent {text} not null check (consent in ('written', 'oral', 'not_needed')),
    chosen_because {text} not null,
    text {text} not null,
    text_hash {text} not null,
    frozen {bool} not null,
    saved_at {timestamp} not null,
    primary key (org_id, id),
    foreign key (org_id, study_id) references qualitative_study (org_id, id)
) {strict};
create index qualitative_source_study on qualitative_source (org_id, study_id);

-- Every version of a code stays; a coding names the one it was made with.
create table qualitative_code (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    version {int} not null check (version >= 1),
    study_id {uuid} not null,
    name {text} not null,
    definition {text} not null,
    when_to_use {text} not null,
    when_not {text} not null,
    example {text} not null,
    saved_at {timestamp} not null,
    primary key (org_id, id, version),
    foreign key (org_id, study_id) references qualitative_study (org_id, id)
) {strict};
create index qualitative_code_study on qualitative_code (org_id, study_id);

-- A stretch [start_at, end_at) of a text in code points, with a code.
create table qualitative_coding (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    source_id {uuid} not null,
    code_id {uuid} not null,
    code_version {int} not null,
    start_at {int} not null check (start_at >= 0),
    end_at {int} not null,
    quote {text} not null,
    memo {text} not null,
    withdrawn {bool} not null,
    account_id {uuid} not null,
    saved_at {timestamp} not null,
    primary key (org_id, id),
    foreign key (org_id, source_id) references qualitative_source (org_id, id),
    foreign key (org_id, code_id, code_version) references qualitative_code (org_id, id, version),
    check (end_at > start_at)
) {strict};
create index qualitative_coding_source on qualitative_coding (org_id, source_id);
create index qualitative_coding_code on qualitative_coding (org_id, code_id, code_version);

-- Every revision of a theme stays.
create table qualitative_theme (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    revision {int} not null check (revision >= 1),
    study_id {uuid} not null,
    name {text} not null,
    definition {text} not null,
    claim {text} not null,
    confidence {text} not null check (confidence in ('tentative', 'firm')),
    contested {bool} not null,
    saved_at {timestamp} not null,
    primary key (org_id, id, revision),
    foreign key (org_id, study_id) references qualitative_study (org_id, id)
) {strict};
create index qualitative_theme_study on qualitative_theme (org_id, study_id);

create table qualitative_theme_segment (
    org_id {uuid} not null references owner (id),
    theme_id {uuid} not null,
    revision {int} not null,
    coding_id {uuid} not null,
    stance {text} not null check (stance in ('supports', 'contradicts')),
    primary key (org_id, theme_id, revision, coding_id),
    foreign key (org_id, theme_id, revision) references qualitative_theme (org_id, id, revision),
    foreign key (org_id, coding_id) references qualitative_coding (org_id, id)
) {strict};
create index qualitative_theme_segment_coding on qualitative_theme_segment (org_id, coding_id);

-- A claim sent back to its informant.
create table qualitative_member_check (
    org_id {uuid} not null references owner (id),
    id {uuid} not null,
    theme_id {uuid} not null,
    theme_revision {int} not null,
    source_id {uuid} not null,
    asked_at {timestamp} not null,
    expires_at {timestamp} not null,
    primary key (org_id, id),
    foreign key (org_id, theme_id, theme_revision) references qualitative_theme (org_id, id, revision),
    foreign key (org_id, source_id) references qualitative_source (org_id, id)
) {strict};
create index qualitative_member_check_theme on qualitative_member_check (org_id, theme_id, theme_revision);
create index qualitative_member_check_source on qualitative_member_check (org_id, source_id);

-- Each answer of an informant; the last one counts, all are kept.
create table qualitative_member_check_answer (
    org_id {uuid} not null references owner (id),
    check_id {uuid} not null,
    number {int} not null check (number >= 1),
    answer {text} not null check (answer in ('agree', 'mend', 'reject')),
    comment {text} not null,
    answered_at {timestamp} not null,
    primary key (org_id, check_id, number),
    foreign key (org_id, check_id) references qualitative_member_check (org_id, id)
) {strict};

-- Which owner a link belongs to (reference table: whoever opens it has no account). Only the token's hash is kept.
create table qualitative_member_link (
    token_hash {text} primary key,
    owner_id {uuid} not null references owner (id),
    check_id {uuid} not null,
    expires_at {timestamp} not null
) {strict};
create index qualitative_member_link_owner on qualitative_member_link (owner_id);
