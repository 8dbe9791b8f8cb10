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
    std::optional<Timestamp> frozen_at;
    std::string content_hash;
    AccountId account_id;
    Timestamp saved_at;
};
BOOST_DESCRIBE_STRUCT(AppraisalRow, (),
                      (org_id, id, revision, person_id, school_id, year, regime, version, state, indicator, steps,
                       submission_id, work_result, behaviour, objection, objection_answer, correction_reason, frozen_at,
                       content_hash, account_id, saved_at))

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
           behaviour, objection, objection_answer, correction_reason, frozen_at, content_hash, account_id, saved_at
    from performance_appraisal_now
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_appraisals_of = R"sql(
    select org_id, id, revision, person_id, school_id, year, regime, version, state, indicator, steps, submission_id, work_result,
           behaviour, objection, objection_answer, correction_reason, frozen_at, content_hash, account_id, saved_at
    from performance_appraisal_now
    where org_id = $1
      and person_id = $2
    order by year desc, id
)sql";
constexpr std::string_view select_appraisals_within = R"sql(
    select org_id, id, revision, person_id, school_id, year, regime, version, state, indicator, steps, submission_id, work_result,
           behaviour, objection, objection_answer, correction_reason, frozen_at, content_hash, account_id, saved_at
    from performance_appraisal_now
    where org_id = $1
      and ($2 or school_id in {ids $3} or person_id in {ids $4})
    order by year desc, id
    limit 1000
)sql";

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
        tx_.owner(), reach.everything, to_json(reach.schools), to_json(reach.persons));
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
                                                     one.frozen_at,
                                                     one.content_hash,
                                                     tx_.account(),
                                                     now});
    tx_.journal(action, "appraisal", one.id.value, "", one.content_hash);
}

std::string SqlAppraisalStore::hash_of(const Appraisal& one) {
    return blake2b_hex(to_json(one.id) + to_json(one.year) + to_json(one.indicator) + to_json(lines_of(one.practice)) +
                       to_json(one.work_result) + to_json(one.behaviour) + to_json(one.course.objection) +
                       to_json(one.course.objection_answer));
}

}  // namespace pamong::performance
