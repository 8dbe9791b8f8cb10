#include "features/competence/adapters/sql_score_store.h"

#include "platform/json/json.h"

namespace pamong::competence {
namespace {

struct ScoreRow {
    OrgId org_id;
    ScoreId id;
    Uuid person_id;
    std::string test;
    std::int64_t test_year = 0;
    std::string subject;
    std::optional<Exact> pedagogic;
    std::optional<Exact> professional;
    Exact total;
    std::int64_t revision = 1;
    Timestamp recorded_at;
};
BOOST_DESCRIBE_STRUCT(ScoreRow, (),
                      (org_id, id, person_id, test, test_year, subject, pedagogic, professional, total, revision,
                       recorded_at))

TestScore score_from(ScoreRow&& row) {
    return {row.id,           row.person_id, std::move(row.test), row.test_year, std::move(row.subject), row.pedagogic,
            row.professional, row.total};
}

constexpr std::string_view select_newest = R"sql(
    select org_id, id, person_id, test, test_year, subject, pedagogic, professional, total, revision, recorded_at
    from competence_score_now
    where org_id = $1
      and id in {ids $2}
    order by id
)sql";
constexpr std::string_view select_of_test = R"sql(
    select org_id, id, person_id, test, test_year, subject, pedagogic, professional, total, revision, recorded_at
    from competence_score_now
    where org_id = $1
      and test = $2
      and test_year = $3
    order by id
)sql";
constexpr std::string_view select_of_person = R"sql(
    select org_id, id, person_id, test, test_year, subject, pedagogic, professional, total, revision, recorded_at
    from competence_score_now
    where org_id = $1
      and person_id = $2
    order by test_year desc, test, id
)sql";

}  // namespace

std::map<Uuid, std::pair<std::int64_t, TestScore>> SqlScoreStore::newest_of(const std::vector<ScoreId>& ids) {
    std::map<Uuid, std::pair<std::int64_t, TestScore>> newest;
    tx_.each<ScoreRow>(
        select_newest,
        [&](ScoreRow&& row) {
            const Uuid id = row.id.value;
            const auto revision = row.revision;
            newest.emplace(id, std::pair(revision, score_from(std::move(row))));
        },
        tx_.owner(), to_json(ids));
    return newest;
}

void SqlScoreStore::add(const std::vector<std::pair<std::int64_t, TestScore>>& revisions, Timestamp now) {
    std::vector<ScoreRow> rows;
    for (const auto& [revision, score] : revisions)
        rows.push_back({tx_.owner(), score.id, score.person_id, score.test, score.year, score.subject, score.pedagogic,
                        score.professional, score.total, revision, now});
    tx_.insert_all("competence_score", rows);
}

std::vector<TestScore> SqlScoreStore::of_test(const std::string& test, std::int64_t year) {
    std::vector<TestScore> scores;
    tx_.each<ScoreRow>(
        select_of_test, [&](ScoreRow&& row) { scores.push_back(score_from(std::move(row))); }, tx_.owner(), test, year);
    return scores;
}

std::vector<TestScore> SqlScoreStore::of_person(const Uuid& person) {
    std::vector<TestScore> scores;
    tx_.each<ScoreRow>(
        select_of_person, [&](ScoreRow&& row) { scores.push_back(score_from(std::move(row))); }, tx_.owner(), person);
    return scores;
}

void SqlScoreStore::journal(std::string_view action, const Uuid& subject) {
    tx_.journal(action, "competence_score", subject);
}

}  // namespace pamong::competence
