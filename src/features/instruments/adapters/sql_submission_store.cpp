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
    AnswerKind kind = AnswerKind::text;
    std::string value;
    std::optional<Exact> number;
};
BOOST_DESCRIBE_STRUCT(AnswerRow, (), (org_id, submission_id, path, repeat_index, question_id, kind, value, number))
struct PlaceRow {
    Uuid school_id;
    std::optional<Uuid> ancestor_id;
};
BOOST_DESCRIBE_STRUCT(PlaceRow, (), (school_id, ancestor_id))

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
)sql";
constexpr std::string_view lock_submission = R"sql(
    select version_number
    from instruments_submission
    where org_id = $1
      and id = $2
    {for_update}
)sql";
// $2 account, $3 person ('' for none): own ones, also those in quarantine. $4 .. $7: the reach of the permission.
// $8, $9: the last line of the page before.
constexpr std::string_view select_readable = R"sql(
    select org_id, id, first_id, version_number, deprecated_id, instrument, instrument_version, xml, content_hash, session_id,
           subject_person_id, observer_person_id, account_id, device_time, received_at, state, points, points_of, indicator
    from instruments_submission
    where org_id = $1
      and state <> 'superseded'
      and (received_at < $8 or (received_at = $8 and id > $9))
      and (account_id = $2
        or (state <> 'quarantined'
          and (subject_person_id in {ids $3}
            or $4
            or subject_person_id in {ids $5}
            or subject_person_id in (
                select n.person_id
                from people_post_now n
                where n.org_id = $1
                  and (n.school_id in {ids $6}
                    or n.region_id in (select t.descendant_id from people_region_tree t where t.ancestor_id in {ids $7}))))))
    order by received_at desc, id
    limit 100
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
    select org_id, submission_id, path, repeat_index, question_id, kind, value, number
    from instruments_answer
    where org_id = $1
      and submission_id = $2
    order by path, repeat_index
)sql";
// Two phones may send the same id at the same moment: the second one waits for the first and then adds nothing.
constexpr std::string_view insert_submission = R"sql(
    insert into instruments_submission (org_id, id, first_id, version_number, deprecated_id, instrument,
        instrument_version, xml, content_hash, session_id, subject_person_id, observer_person_id, account_id,
        device_time, received_at, state, points, points_of, indicator)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
    on conflict (org_id, id) do nothing
)sql";
constexpr std::string_view update_settled = R"sql(
    update instruments_submission
    set first_id = $3, version_number = $4, state = $5, observer_person_id = $6
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_quarantined = R"sql(
    select count(*) as n
    from instruments_submission
    where org_id = $1
      and account_id = $2
      and state = 'quarantined'
)sql";
constexpr std::string_view select_place = R"sql(
    select n.school_id, t.ancestor_id
    from people_post_now n
    left join people_region_tree t on t.descendant_id = n.region_id
    where n.org_id = $1
      and n.person_id = $2
    order by t.depth, t.ancestor_id
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

std::vector<Submission> SqlSubmissionStore::versions_of(const SubmissionId& first) {
    std::vector<Submission> found;
    tx_.each<SubmissionRow>(
        select_history, [&](SubmissionRow&& row) { found.push_back(submission_from(std::move(row))); }, tx_.owner(),
        first);
    return found;
}

void SqlSubmissionStore::lock(const SubmissionId& first) { (void)tx_.number(lock_submission, tx_.owner(), first); }

std::vector<Submission> SqlSubmissionStore::readable_by(const access::Actor& actor, Timestamp before,
                                                        const SubmissionId& after_id) {
    const access::Reach reach = actor.reach(access::read_submissions);
    std::vector<Uuid> own;
    if (actor.person()) own.push_back(*actor.person());
    std::vector<Submission> found;
    tx_.each<SubmissionRow>(
        select_readable, [&](SubmissionRow&& row) { found.push_back(submission_from(std::move(row))); }, tx_.owner(),
        actor.account(), to_json(own), reach.everything, to_json(reach.persons), to_json(reach.schools),
        to_json(reach.regions), before, after_id);
    return found;
}

std::vector<Answer> SqlSubmissionStore::answers_of(const SubmissionId& id) {
    std::vector<Answer> answers;
    tx_.each<AnswerRow>(
        select_answers,
        [&](AnswerRow&& row) {
            answers.push_back(
                {std::move(row.path), std::move(row.repeat_index), std::move(row.value), row.number, row.kind});
        },
        tx_.owner(), id);
    return answers;
}

bool SqlSubmissionStore::add(const Submission& one, const std::vector<Answer>& answers) {
    const auto& rating = one.rating;
    const auto added =
        tx_.run(insert_submission, tx_.owner(), one.id, one.first_id, one.version_number, one.deprecated_id,
                one.instrument, one.instrument_version, one.xml, one.content_hash, one.session_id,
                one.subject_person_id, one.observer_person_id, one.account, one.device_time, one.received_at, one.state,
                rating ? std::optional(rating->points) : std::nullopt,
                rating ? std::optional(rating->points_of) : std::nullopt, rating ? rating->indicator : "");
    if (added == 0) return false;
    std::vector<AnswerRow> rows;
    for (const Answer& answer : answers)
        rows.push_back({tx_.owner(), one.id, answer.path, answer.repeat_index, answer.path, answer.kind, answer.value,
                        answer.number});
    tx_.insert_all("instruments_answer", rows);
    return true;
}

void SqlSubmissionStore::settle(const Submission& one) {
    tx_.run(update_settled, tx_.owner(), one.id, one.first_id, one.version_number, one.state, one.observer_person_id);
}

std::int64_t SqlSubmissionStore::quarantined_of(const AccountId& account) {
    return tx_.number(select_quarantined, tx_.owner(), account).value_or(0);
}

access::Where SqlSubmissionStore::place_of(const std::optional<Uuid>& person) {
    access::Where place{.person = person};
    if (!person) return place;
    tx_.each<PlaceRow>(
        select_place,
        [&](PlaceRow&& row) {
            if (!place.school) place.school = row.school_id;
            if (row.ancestor_id) place.regions.push_back(*row.ancestor_id);
        },
        tx_.owner(), *person);
    return place;
}

void SqlSubmissionStore::set_state(const SubmissionId& id, SubmissionState state) {
    tx_.run(update_submission_state, tx_.owner(), id, state);
}

void SqlSubmissionStore::journal(std::string_view action, const Uuid& subject, const std::string& hash) {
    tx_.journal(action, "submission", subject, "", hash);
}

}  // namespace pamong::instruments
