#include "features/outcomes/adapters/sql_class_result_store.h"

#include "platform/json/json.h"

namespace pamong::outcomes {
namespace {

struct ResultRow {
    OrgId org_id;
    ClassResultId id;
    Uuid teacher_id;
    Uuid school_id;
    std::string class_name;
    std::string subject;
    std::string instrument;
    std::string period;
    Day measured_on;
    std::int64_t pupils = 0;
    Exact mean;
    std::optional<Exact> sd;
    Exact full_marks;
    std::optional<Exact> criterion;
    std::optional<std::int64_t> mastered;
    std::int64_t revision = 1;
    Timestamp recorded_at;
};
BOOST_DESCRIBE_STRUCT(ResultRow, (),
                      (org_id, id, teacher_id, school_id, class_name, subject, instrument, period, measured_on, pupils,
                       mean, sd, full_marks, criterion, mastered, revision, recorded_at))

ClassResult result_from(ResultRow&& row) {
    return {row.id,
            row.teacher_id,
            row.school_id,
            std::move(row.class_name),
            std::move(row.subject),
            std::move(row.instrument),
            std::move(row.period),
            row.measured_on,
            row.pupils,
            row.mean,
            row.sd,
            row.full_marks,
            row.criterion,
            row.mastered};
}

constexpr std::string_view select_newest = R"sql(
    select org_id, id, teacher_id, school_id, class_name, subject, instrument, period, measured_on, pupils, mean, sd,
           full_marks, criterion, mastered, revision, recorded_at
    from outcomes_class_result_now
    where org_id = $1
      and id in {ids $2}
    order by id
)sql";
// $2: everything; $3: the schools of the reach; $4: one subject, or '' for all.
constexpr std::string_view select_results = R"sql(
    select org_id, id, teacher_id, school_id, class_name, subject, instrument, period, measured_on, pupils, mean, sd,
           full_marks, criterion, mastered, revision, recorded_at
    from outcomes_class_result_now
    where org_id = $1
      and ($2 or school_id in {ids $3})
      and (subject = $4 or cast($4 as text) = '')
    order by measured_on, school_id, class_name, id
)sql";

}  // namespace

std::map<Uuid, std::pair<std::int64_t, ClassResult>> SqlClassResultStore::newest_of(
    const std::vector<ClassResultId>& ids) {
    std::map<Uuid, std::pair<std::int64_t, ClassResult>> newest;
    tx_.each<ResultRow>(
        select_newest,
        [&](ResultRow&& row) {
            const Uuid id = row.id.value;
            const auto revision = row.revision;
            newest.emplace(id, std::pair(revision, result_from(std::move(row))));
        },
        tx_.owner(), to_json(ids));
    return newest;
}

void SqlClassResultStore::add(const std::vector<std::pair<std::int64_t, ClassResult>>& revisions, Timestamp now) {
    std::vector<ResultRow> rows;
    for (const auto& [revision, result] : revisions)
        rows.push_back({tx_.owner(), result.id, result.teacher_id, result.school_id, result.class_name, result.subject,
                        result.instrument, result.period, result.measured_on, result.pupils, result.mean, result.sd,
                        result.full_marks, result.criterion, result.mastered, revision, now});
    tx_.insert_all("outcomes_class_result", rows);
}

std::vector<ClassResult> SqlClassResultStore::results(const access::Reach& reach, const std::string& subject) {
    std::vector<ClassResult> results;
    tx_.each<ResultRow>(
        select_results, [&](ResultRow&& row) { results.push_back(result_from(std::move(row))); }, tx_.owner(),
        reach.everything, to_json(reach.schools), subject);
    return results;
}

void SqlClassResultStore::journal(std::string_view action, const Uuid& subject) {
    tx_.journal(action, "class_result", subject);
}

}  // namespace pamong::outcomes
