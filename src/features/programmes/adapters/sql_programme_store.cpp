#include "features/programmes/adapters/sql_programme_store.h"

#include "platform/json/json.h"

namespace pamong::programmes {
namespace {

struct ProgrammeRow {
    OrgId org_id;
    ProgrammeId id;
    std::int64_t revision = 1;
    std::string template_code;
    std::string name;
    std::int32_t label_year = 0;
    Day starts_on;
    Day ends_on;
    std::optional<Uuid> school_id;
    JsonText region_ids;
    ProgrammeState state = ProgrammeState::planned;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(ProgrammeRow, (),
                      (org_id, id, revision, template_code, name, label_year, starts_on, ends_on, school_id, region_ids,
                       state, created_at))
struct RegionIdRow {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(RegionIdRow, (), (id))
struct ProgrammeIdRow {
    ProgrammeId programme_id;
};
BOOST_DESCRIBE_STRUCT(ProgrammeIdRow, (), (programme_id))
struct PhaseRow {
    OrgId org_id;
    Uuid id;
    ProgrammeId programme_id;
    std::int32_t place = 1;
    std::string kind;
    std::string name_id;
    std::string name_en;
    Day starts_on;
    Day ends_on;
};
BOOST_DESCRIBE_STRUCT(PhaseRow, (), (org_id, id, programme_id, place, kind, name_id, name_en, starts_on, ends_on))
struct ParticipantRow {
    OrgId org_id;
    ParticipantId id;
    std::int64_t revision = 1;
    ProgrammeId programme_id;
    PersonId person_id;
    OrgId home_org;
    ParticipantRole role = ParticipantRole::mentee;
    std::optional<std::int32_t> generation;
    Private<std::string> display_name;
    std::string subject;
    std::string level;
    std::optional<Uuid> school_id;
    std::string school_name;
    std::optional<Uuid> district_id;
    std::string district_name;
    JsonText region_ids;
    std::optional<double> latitude;
    std::optional<double> longitude;
    JsonText scores;
    JsonText judged_by;
    std::optional<Timestamp> withdrawn_at;
    Timestamp enrolled_at;
};
BOOST_DESCRIBE_STRUCT(ParticipantRow, (),
                      (org_id, id, revision, programme_id, person_id, home_org, role, generation, display_name, subject,
                       level, school_id, school_name, district_id, district_name, region_ids, latitude, longitude,
                       scores, judged_by, withdrawn_at, enrolled_at))
struct GoalRow {
    OrgId org_id;
    Uuid id;
    ProgrammeId programme_id;
    std::string indicator;
    Exact target;
    std::string unit;
};
BOOST_DESCRIBE_STRUCT(GoalRow, (), (org_id, id, programme_id, indicator, target, unit))
struct PolicyRow {
    OrgId org_id;
    Uuid id;
    ProgrammeId programme_id;
    std::string kind;
    std::string number;
    std::string title;
    Day valid_from;
    std::optional<Day> valid_until;
};
BOOST_DESCRIBE_STRUCT(PolicyRow, (), (org_id, id, programme_id, kind, number, title, valid_from, valid_until))

/// What we wrote as JSON ourselves reads back, or the row is damaged.
template <class T>
T unpacked(const JsonText& text) {
    auto value = from_json<T>(text.text);
    if (!value) store::unreadable("a JSON list");
    return std::move(*value);
}

Programme programme_from(ProgrammeRow&& row) {
    return {row.id,
            row.revision,
            std::move(row.template_code),
            std::move(row.name),
            row.label_year,
            row.starts_on,
            row.ends_on,
            row.school_id,
            unpacked<std::vector<Uuid>>(row.region_ids),
            row.state};
}

Participant participant_from(ParticipantRow&& row) {
    return {row.id,
            row.revision,
            row.person_id,
            row.home_org,
            row.role,
            row.generation,
            std::move(row.display_name),
            std::move(row.subject),
            std::move(row.level),
            row.school_id,
            std::move(row.school_name),
            row.district_id,
            std::move(row.district_name),
            unpacked<std::vector<Uuid>>(row.region_ids),
            row.latitude,
            row.longitude,
            unpacked<std::map<std::string, Exact>>(row.scores),
            unpacked<std::vector<Uuid>>(row.judged_by),
            row.withdrawn_at.has_value()};
}

constexpr std::string_view select_programme = R"sql(
    select org_id, id, revision, template as template_code, name, label_year, starts_on, ends_on, school_id, region_ids,
           state, created_at
    from programmes_programme
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_programme_locked = R"sql(
    select label_year
    from programmes_programme
    where org_id = $1
      and id = $2
    {for_update}
)sql";
constexpr std::string_view select_programmes = R"sql(
    select org_id, id, revision, template as template_code, name, label_year, starts_on, ends_on, school_id, region_ids,
           state, created_at
    from programmes_programme
    where org_id = $1
    order by starts_on desc, id
)sql";
constexpr std::string_view select_regions_of_school = R"sql(
    select distinct t.ancestor_id as id
    from people_post_now n
    join people_region_tree t on t.descendant_id = n.region_id
    where n.org_id = $1
      and n.school_id = $2
    order by t.ancestor_id
)sql";
constexpr std::string_view select_with_person = R"sql(
    select programme_id
    from programmes_participant
    where org_id = $1
      and person_id = $2
      and withdrawn_at is null
    order by programme_id
)sql";
constexpr std::string_view insert_programme = R"sql(
    insert into programmes_programme (org_id, id, revision, template, name, label_year, starts_on, ends_on, school_id,
        region_ids, state, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)sql";
constexpr std::string_view select_phases = R"sql(
    select org_id, id, programme_id, place, kind, name_id, name_en, starts_on, ends_on
    from programmes_phase
    where org_id = $1
      and programme_id = $2
    order by place
)sql";
constexpr std::string_view select_participants = R"sql(
    select org_id, id, revision, programme_id, person_id, home_org, role, generation, display_name, subject, level,
           school_id, school_name, district_id, district_name, region_ids, latitude, longitude, scores, judged_by,
           withdrawn_at, enrolled_at
    from programmes_participant
    where org_id = $1
      and programme_id = $2
    order by id
)sql";
constexpr std::string_view select_goals = R"sql(
    select org_id, id, programme_id, indicator, target, unit
    from programmes_goal
    where org_id = $1
      and programme_id = $2
    order by id
)sql";
constexpr std::string_view insert_goal = R"sql(
    insert into programmes_goal (org_id, id, programme_id, indicator, target, unit)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (org_id, id) do nothing
)sql";
constexpr std::string_view select_policies = R"sql(
    select org_id, id, programme_id, kind, number, title, valid_from, valid_until
    from programmes_policy
    where org_id = $1
      and programme_id = $2
    order by valid_from, id
)sql";
constexpr std::string_view insert_policy = R"sql(
    insert into programmes_policy (org_id, id, programme_id, kind, number, title, valid_from, valid_until)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (org_id, id) do nothing
)sql";

}  // namespace

std::optional<Programme> SqlProgrammeStore::find(const ProgrammeId& id) {
    auto row = tx_.one<ProgrammeRow>(select_programme, tx_.owner(), id);
    if (!row) return std::nullopt;
    return programme_from(std::move(*row));
}

void SqlProgrammeStore::hold(const ProgrammeId& id) { tx_.number(select_programme_locked, tx_.owner(), id); }

std::vector<Programme> SqlProgrammeStore::all() {
    std::vector<Programme> programmes;
    for (auto& row : tx_.all<ProgrammeRow>(select_programmes, tx_.owner()))
        programmes.push_back(programme_from(std::move(row)));
    return programmes;
}

std::vector<Uuid> SqlProgrammeStore::regions_of_school(const Uuid& school) {
    std::vector<Uuid> regions;
    for (const auto& row : tx_.all<RegionIdRow>(select_regions_of_school, tx_.owner(), school))
        regions.push_back(row.id);
    return regions;
}

std::vector<ProgrammeId> SqlProgrammeStore::with_person(const PersonId& person) {
    std::vector<ProgrammeId> ids;
    for (const auto& row : tx_.all<ProgrammeIdRow>(select_with_person, tx_.owner(), person))
        ids.push_back(row.programme_id);
    return ids;
}

void SqlProgrammeStore::add(const Programme& programme, const std::vector<Phase>& phases, Timestamp now) {
    tx_.run(insert_programme, tx_.owner(), programme.id, programme.revision, programme.template_code, programme.name,
            programme.label_year, programme.starts_on, programme.ends_on, programme.school,
            JsonText{to_json(programme.regions)}, programme.state, now);
    std::vector<PhaseRow> rows;
    for (const Phase& phase : phases)
        rows.push_back({tx_.owner(), phase.id, programme.id, phase.place, phase.kind, phase.name.id, phase.name.en,
                        phase.starts_on, phase.ends_on});
    tx_.insert_all("programmes_phase", rows);
    tx_.journal("programme.created", "programme", programme.id.value);
}

std::vector<Phase> SqlProgrammeStore::phases_of(const ProgrammeId& id) {
    std::vector<Phase> phases;
    for (auto& row : tx_.all<PhaseRow>(select_phases, tx_.owner(), id))
        phases.push_back(
            {row.id, row.place, std::move(row.kind), {row.name_id, row.name_en}, row.starts_on, row.ends_on});
    return phases;
}

std::vector<Participant> SqlProgrammeStore::participants_of(const ProgrammeId& id) {
    std::vector<Participant> participants;
    tx_.each<ParticipantRow>(
        select_participants, [&](ParticipantRow&& row) { participants.push_back(participant_from(std::move(row))); },
        tx_.owner(), id);
    return participants;
}

void SqlProgrammeStore::add_participants(const ProgrammeId& id, const std::vector<Participant>& participants,
                                         Timestamp now) {
    std::vector<ParticipantRow> rows;
    rows.reserve(participants.size());
    for (const Participant& one : participants)
        rows.push_back({tx_.owner(),
                        one.id,
                        one.revision,
                        id,
                        one.person,
                        one.home_org,
                        one.role,
                        one.generation,
                        one.display_name,
                        one.subject,
                        one.level,
                        one.school,
                        one.school_name,
                        one.district,
                        one.district_name,
                        {to_json(one.regions)},
                        one.latitude,
                        one.longitude,
                        {to_json(one.scores)},
                        {to_json(one.judged_by)},
                        std::nullopt,
                        now});
    tx_.insert_all("programmes_participant", rows);
    tx_.journal("programme.enrolled", "programme", id.value);
}

std::vector<Goal> SqlProgrammeStore::goals_of(const ProgrammeId& id) {
    std::vector<Goal> goals;
    for (auto& row : tx_.all<GoalRow>(select_goals, tx_.owner(), id))
        goals.push_back({row.id, std::move(row.indicator), row.target, std::move(row.unit)});
    return goals;
}

bool SqlProgrammeStore::add_goal(const ProgrammeId& id, const Goal& goal) {
    const bool added = tx_.run(insert_goal, tx_.owner(), goal.id, id, goal.indicator, goal.target, goal.unit) > 0;
    tx_.journal("programme.goal_set", "programme", id.value);
    if (added) return true;
    for (const Goal& known : goals_of(id))
        if (known.id == goal.id)
            return known.indicator == goal.indicator && known.target == goal.target && known.unit == goal.unit;
    return false;
}

std::vector<Policy> SqlProgrammeStore::policies_of(const ProgrammeId& id) {
    std::vector<Policy> policies;
    for (auto& row : tx_.all<PolicyRow>(select_policies, tx_.owner(), id))
        policies.push_back({row.id, std::move(row.kind), std::move(row.number), std::move(row.title), row.valid_from,
                            row.valid_until});
    return policies;
}

bool SqlProgrammeStore::add_policy(const ProgrammeId& id, const Policy& policy) {
    const bool added = tx_.run(insert_policy, tx_.owner(), policy.id, id, policy.kind, policy.number, policy.title,
                               policy.valid_from, policy.valid_until) > 0;
    tx_.journal("programme.policy_registered", "programme", id.value);
    if (added) return true;
    for (const Policy& known : policies_of(id))
        if (known.id == policy.id) return known.number == policy.number && known.valid_from == policy.valid_from;
    return false;
}

}  // namespace pamong::programmes
