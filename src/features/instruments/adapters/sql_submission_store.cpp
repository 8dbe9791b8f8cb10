#include "features/instruments/adapters/sql_submission_store.h"

namespace pamong::instruments {
namespace {

struct SubmissionRow {
    OrgId org_id;
    SubmissionId id;
    SubmissionId first_id;
    std::int64_t version_number = 1;
    std::optional<SubmissionId> deprecated_id;
    std::string instrument;
    std::string instrument_version;
    std::string xml;
    std::string content_hash;
    std::optional<Uuid> session_id;
    std::optional<Uuid> subject_person_id;
    std::optional<Uuid> observer_person_id;
    AccountId account_id;
    Timestamp device_time;
    Timestamp received_at;
    SubmissionState state = SubmissionState::received;
    std::optional<std::int64_t> points;
    std::optional<std::int64_t> points_of;
    std::string indicator;
};
BOOST_DESCRIBE_STRUCT(SubmissionRow, (),
                      (org_id, id, first_id, version_number, deprecated_id, instrument, instrument_version, xml,
                       content_hash, session_id, subject_person_id, observer_person_id, account_id, device_time,
                       received_at, state, points, points_of, indicator))
struct AnswerRow {
    OrgId org_id;
    SubmissionId submission_id;
    std::string path;
    std::string repeat_index;
    std::string question_id;
    std::string value;
    std::optional<Exact> number;
};
BOOST_DESCRIBE_STRUCT(AnswerRow, (), (org_id, submission_id, path, repeat_index, question_id, value, number))

Submission submission_from(SubmissionRow&& row) {
    Submission submission{row.id,
                          row.first_id,
                          row.version_number,
                          row.deprecated_id,
                          std::move(row.instrument),
                          std::move(row.instrument_version),
                          std::move(row.xml),
                          std::move(row.content_hash),
                          row.session_id,
                          row.subject_person_id,
                          row.observer_person_id,
                          row.account_id,
                          row.device_time,
                          row.received_at,
                          row.state,
                          {}};
    if (row.points)
        submission.rating = ObservationRating{std::move(row.indicator), *row.points, row.points_of.value_or(6)};
    return submission;
}

constexpr std::string_view select_submission = R"sql(
    select org_id, id, first_id, version_number, deprecated_id, instrument, instrument_version, xml, content_hash, session_id,
           subject_person_id, observer_person_id, account_id, device_time, received_at, state, points, points_of, indicator
    from instruments_submission
    where org_id = $1
      and id = $2
    {for_update}
)sql";
constexpr std::string_view select_corrections = R"sql(
    select org_id, id, first_id, version_number, deprecated_id, instrument, instrument_version, xml, content_hash, session_id,
           subject_person_id, observer_person_id, account_id, device_time, received_at, state, points, points_of, indicator
    from instruments_submission
    where org_id = $1
      and deprecated_id = $2
    order by received_at, id
)sql";
constexpr std::string_view select_newest = R"sql(
    select org_id, id, first_id, version_number, deprecated_id, instrument, instrument_version, xml, content_hash, session_id,
           subject_person_id, observer_person_id, account_id, device_time, received_at, state, points, points_of, indicator
    from instruments_submission
    where org_id = $1
      and state <> 'superseded'
    order by received_at desc, id
    limit $2
)sql";
constexpr std::string_view select_history = R"sql(
    select org_id, id, first_id, version_number, deprecated_id, instrument, instrument_version, xml, content_hash, session_id,
           subject_person_id, observer_person_id, account_id, device_time, received_at, state, points, points_of, indicator
    from instruments_submission
    where org_id = $1
      and first_id = $2
    order by version_number, id
)sql";
constexpr std::string_view select_answers = R"sql(
    select org_id, submission_id, path, repeat_index, question_id, value, number
    from instruments_answer
    where org_id = $1
      and submission_id = $2
    order by path, repeat_index
)sql";
constexpr std::string_view update_submission_state = R"sql(
    update instruments_submission
    set state = $3
    where org_id = $1
      and id = $2
)sql";

}  // namespace

std::optional<Submission> SqlSubmissionStore::find(const SubmissionId& id) {
    auto row = tx_.one<SubmissionRow>(select_submission, tx_.owner(), id);
    if (!row) return std::nullopt;
    return submission_from(std::move(*row));
}

std::vector<Submission> SqlSubmissionStore::corrections_of(const SubmissionId& id) {
    std::vector<Submission> found;
    tx_.each<SubmissionRow>(
        select_corrections, [&](SubmissionRow&& row) { found.push_back(submission_from(std::move(row))); }, tx_.owner(),
        id);
    return found;
}

std::vector<Submission> SqlSubmissionStore::newest(std::int64_t most) {
    std::vector<Submission> found;
    tx_.each<SubmissionRow>(
        select_newest, [&](SubmissionRow&& row) { found.push_back(submission_from(std::move(row))); }, tx_.owner(),
        most);
    return found;
}

std::vector<Submission> SqlSubmissionStore::history(const SubmissionId& first) {
    std::vector<Submission> found;
    tx_.each<SubmissionRow>(
        select_history, [&](SubmissionRow&& row) { found.push_back(submission_from(std::move(row))); }, tx_.owner(),
        first);
    return found;
}

std::vector<Answer> SqlSubmissionStore::answers_of(const SubmissionId& id) {
    std::vector<Answer> answers;
    tx_.each<AnswerRow>(
        select_answers,
        [&](AnswerRow&& row) {
            answers.push_back({std::move(row.path), std::move(row.repeat_index), std::move(row.value), row.number});
        },
        tx_.owner(), id);
    return answers;
}

void SqlSubmissionStore::add(const Submission& one, const std::vector<Answer>& answers) {
    const auto& rating = one.rating;
    tx_.insert(
        "instruments_submission",
        SubmissionRow{tx_.owner(), one.id, one.first_id, one.version_number, one.deprecated_id, one.instrument,
                      one.instrument_version, one.xml, one.content_hash, one.session_id, one.subject_person_id,
                      one.observer_person_id, one.account, one.device_time, one.received_at, one.state,
                      rating ? std::optional(rating->points) : std::nullopt,
                      rating ? std::optional(rating->points_of) : std::nullopt, rating ? rating->indicator : ""});
    std::vector<AnswerRow> rows;
    for (const Answer& answer : answers)
        rows.push_back(
            {tx_.owner(), one.id, answer.path, answer.repeat_index, answer.path, answer.value, answer.number});
    tx_.insert_all("instruments_answer", rows);
}

void SqlSubmissionStore::set_state(const SubmissionId& id, SubmissionState state) {
    tx_.run(update_submission_state, tx_.owner(), id, state);
}

void SqlSubmissionStore::journal(std::string_view action, const Uuid& subject, const std::string& hash) {
    tx_.journal(action, "submission", subject, "", hash);
}

}  // namespace pamong::instruments
