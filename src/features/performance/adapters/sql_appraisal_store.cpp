#include "features/performance/adapters/sql_appraisal_store.h"

#include "platform/crypto/crypto.h"

namespace pamong::performance {
namespace {

struct AppraisalRow {
    OrgId org_id;
    AppraisalId id;
    std::int64_t revision = 1;
    Uuid person_id;
    Uuid school_id;
    std::int64_t year = 2025;
    std::string regime;
    std::int64_t version = 1;
    AppraisalState state = AppraisalState::draft;
    std::string indicator;
    JsonText steps;
    std::optional<Uuid> submission_id;
    std::optional<Expectation> work_result;
    std::optional<Expectation> behaviour;
    Private<std::string> objection;
    Private<std::string> objection_answer;
    Private<std::string> correction_reason;
    std::optional<Uuid> assessor_person_id;
    Private<std::string> frozen_name;
    std::optional<Timestamp> frozen_at;
    std::string content_hash;
    AccountId account_id;
    Timestamp saved_at;
};
BOOST_DESCRIBE_STRUCT(AppraisalRow, (),
                      (org_id, id, revision, person_id, school_id, year, regime, version, state, indicator, steps,
                       submission_id, work_result, behaviour, objection, objection_answer, correction_reason,
                       assessor_person_id, frozen_name, frozen_at, content_hash, account_id, saved_at))

Appraisal appraisal_from(AppraisalRow&& row) {
    Appraisal appraisal{
        row.id, row.revision,      row.person_id,   row.school_id, row.year,      std::move(row.indicator),   {},
        {},     row.submission_id, row.work_result, row.behaviour, row.frozen_at, std::move(row.content_hash)};
    appraisal.course.regime = regime_from(row.regime).value_or(Regime::skp_2025);
    appraisal.course.version = static_cast<int>(row.version);
    appraisal.course.state = row.state;
    appraisal.course.objection = std::move(row.objection);
    appraisal.course.objection_answer = std::move(row.objection_answer);
    appraisal.course.correction_reason = std::move(row.correction_reason);
    appraisal.assessor_person_id = row.assessor_person_id;
    appraisal.frozen_name = std::move(row.frozen_name);
    const auto lines = from_json<std::vector<PracticeStepLine>>(row.steps.text);
    expects(lines.has_value(), "the steps of a stored appraisal are readable");
    for (const auto& line : *lines) {
        auto practice =
            appraisal.practice.with(line.step, {line.date, line.place, line.people, line.notes, line.agreed_action});
        expects(practice.has_value(), "the steps of a stored appraisal are in order");
        appraisal.practice = std::move(*practice);
    }
    return appraisal;
}

constexpr std::string_view select_newest_appraisal = R"sql(
    select org_id, id, revision, person_id, school_id, year, regime, version, state, indicator, steps, submission_id, work_result,
           behaviour, objection, objection_answer, correction_reason, assessor_person_id, frozen_name, frozen_at, content_hash, account_id, saved_at
    from performance_appraisal_now
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_appraisals_of = R"sql(
    select org_id, id, revision, person_id, school_id, year, regime, version, state, indicator, steps, submission_id, work_result,
           behaviour, objection, objection_answer, correction_reason, assessor_person_id, frozen_name, frozen_at, content_hash, account_id, saved_at
    from performance_appraisal_now
    where org_id = $1
      and person_id = $2
    order by year desc, id
)sql";
constexpr std::string_view select_appraisals_within = R"sql(
    select org_id, id, revision, person_id, school_id, year, regime, version, state, indicator, steps, submission_id, work_result,
           behaviour, objection, objection_answer, correction_reason, assessor_person_id, frozen_name, frozen_at, content_hash, account_id, saved_at
    from performance_appraisal_now
    where org_id = $1
      and ($2
        or school_id in {ids $3}
        or person_id in {ids $4}
        or school_id in (
            select n.school_id
            from people_post_now n
            join people_region_tree t on t.descendant_id = n.region_id
            where n.org_id = $1
              and t.ancestor_id in {ids $5}))
    order by year desc, id
    limit 1000
)sql";
constexpr std::string_view select_versions = R"sql(
    select org_id, id, revision, person_id, school_id, year, regime, version, state, indicator, steps, submission_id, work_result,
           behaviour, objection, objection_answer, correction_reason, assessor_person_id, frozen_name, frozen_at, content_hash, account_id, saved_at
    from performance_appraisal a
    where a.org_id = $1
      and a.id = $2
      and not exists (
          select 1
          from performance_appraisal later
          where later.org_id = $1
            and later.id = $2
            and later.version = a.version
            and later.revision > a.revision)
    order by revision
)sql";
constexpr std::string_view select_observation = R"sql(
    select o.first_id, o.subject_person_id, o.indicator, o.points, o.points_of, o.device_time
    from instruments_observation_now o
    where o.org_id = $1
      and (o.id = $2 or o.first_id = $2)
)sql";
constexpr std::string_view select_observations = R"sql(
    select o.first_id, o.subject_person_id, o.indicator, o.points, o.points_of, o.device_time
    from instruments_observation_now o
    where o.org_id = $1
      and o.subject_person_id = $2
    order by o.device_time desc, o.first_id
    limit 20
)sql";
constexpr std::string_view select_mentoring = R"sql(
    select mentor_id, mentee_id, starts_on, coalesce(ended_on, ends_on) as until
    from mentoring_pair_view
    where org_id = $1
      and mentee_id = $2
      and mentor_answer = 'accepted'
      and mentee_answer = 'accepted'
)sql";
constexpr std::string_view select_regions_of_school = R"sql(
    select distinct t.ancestor_id
    from people_post_now n
    join people_region_tree t on t.descendant_id = n.region_id
    where n.org_id = $1
      and n.school_id = $2
    order by t.ancestor_id
)sql";

struct ObservationRow {
    Uuid first_id;
    std::optional<Uuid> subject_person_id;
    std::string indicator;
    std::int64_t points = 0;
    std::int64_t points_of = 6;
    Timestamp device_time;
};
BOOST_DESCRIBE_STRUCT(ObservationRow, (), (first_id, subject_person_id, indicator, points, points_of, device_time))
struct SpanRow {
    Uuid mentor_id;
    Uuid mentee_id;
    Day starts_on;
    Day until;
};
BOOST_DESCRIBE_STRUCT(SpanRow, (), (mentor_id, mentee_id, starts_on, until))
struct RegionAboveRow {
    Uuid ancestor_id;
};
BOOST_DESCRIBE_STRUCT(RegionAboveRow, (), (ancestor_id))

LinkedObservation observation_from(ObservationRow&& row) {
    return {row.first_id, row.subject_person_id, std::move(row.indicator), row.points, row.points_of, row.device_time};
}

}  // namespace

std::vector<PracticeStepLine> lines_of(const PracticeCycle& practice) {
    std::vector<PracticeStepLine> lines;
    for (const StepRecord& record : practice.records())
        lines.push_back({static_cast<PracticeStep>(lines.size()), record.date, record.place, record.people,
                         record.notes, record.agreed_action});
    return lines;
}

std::optional<Appraisal> SqlAppraisalStore::newest(const AppraisalId& id) {
    auto row = tx_.one<AppraisalRow>(select_newest_appraisal, tx_.owner(), id);
    if (!row) return std::nullopt;
    return appraisal_from(std::move(*row));
}

std::vector<Appraisal> SqlAppraisalStore::of_person(const Uuid& person) {
    std::vector<Appraisal> found;
    tx_.each<AppraisalRow>(
        select_appraisals_of, [&](AppraisalRow&& row) { found.push_back(appraisal_from(std::move(row))); }, tx_.owner(),
        person);
    return found;
}

std::vector<Appraisal> SqlAppraisalStore::within(const access::Reach& reach) {
    std::vector<Appraisal> found;
    tx_.each<AppraisalRow>(
        select_appraisals_within, [&](AppraisalRow&& row) { found.push_back(appraisal_from(std::move(row))); },
        tx_.owner(), reach.everything, to_json(reach.schools), to_json(reach.persons), to_json(reach.regions));
    return found;
}

void SqlAppraisalStore::add(const Appraisal& one, std::string_view action, Timestamp now) {
    tx_.insert("performance_appraisal", AppraisalRow{tx_.owner(),
                                                     one.id,
                                                     one.revision,
                                                     one.person_id,
                                                     one.school_id,
                                                     one.year,
                                                     std::string(code_of(one.course.regime)),
                                                     one.course.version,
                                                     one.course.state,
                                                     one.indicator,
                                                     {to_json(lines_of(one.practice))},
                                                     one.submission_id,
                                                     one.work_result,
                                                     one.behaviour,
                                                     one.course.objection,
                                                     one.course.objection_answer,
                                                     one.course.correction_reason,
                                                     one.assessor_person_id,
                                                     one.frozen_name,
                                                     one.frozen_at,
                                                     one.content_hash,
                                                     tx_.account(),
                                                     now});
    tx_.journal(action, "appraisal", one.id.value, "", one.content_hash);
}

std::vector<Appraisal> SqlAppraisalStore::versions(const AppraisalId& id) {
    std::vector<Appraisal> found;
    tx_.each<AppraisalRow>(
        select_versions, [&](AppraisalRow&& row) { found.push_back(appraisal_from(std::move(row))); }, tx_.owner(), id);
    return found;
}

std::vector<LinkedObservation> SqlAppraisalStore::observations_of(const Uuid& person) {
    std::vector<LinkedObservation> found;
    tx_.each<ObservationRow>(
        select_observations, [&](ObservationRow&& row) { found.push_back(observation_from(std::move(row))); },
        tx_.owner(), person);
    return found;
}

std::optional<LinkedObservation> SqlAppraisalStore::observation(const Uuid& submission) {
    auto row = tx_.one<ObservationRow>(select_observation, tx_.owner(), submission);
    if (!row) return std::nullopt;
    return observation_from(std::move(*row));
}

std::vector<MentoringSpan> SqlAppraisalStore::mentoring_of(const Uuid& mentee) {
    std::vector<MentoringSpan> spans;
    tx_.each<SpanRow>(
        select_mentoring,
        [&](SpanRow&& row) { spans.push_back({row.mentor_id, row.mentee_id, {row.starts_on, row.until}}); },
        tx_.owner(), mentee);
    return spans;
}

access::Where SqlAppraisalStore::place_of(const Appraisal& appraisal) {
    access::Where place{.school = appraisal.school_id, .person = appraisal.person_id};
    tx_.each<RegionAboveRow>(
        select_regions_of_school, [&](RegionAboveRow&& row) { place.regions.push_back(row.ancestor_id); }, tx_.owner(),
        appraisal.school_id);
    return place;
}

std::string SqlAppraisalStore::hash_of(const Appraisal& one) {
    return blake2b_hex(to_json(one.id) + std::to_string(one.course.version) + to_json(one.year) +
                       to_json(one.indicator) + to_json(lines_of(one.practice)) + to_json(one.work_result) +
                       to_json(one.behaviour) + to_json(one.course.objection) + to_json(one.course.objection_answer) +
                       to_json(one.submission_id) + to_json(one.frozen_name));
}

}  // namespace pamong::performance
