#include "features/competence/domain/score.h"

namespace pamong::competence {
namespace {

bool in_range(const Exact& value) { return !(value < Exact(0)) && !(Exact(100) < value); }

}  // namespace

ScoreId score_id_of(const Uuid& person, const std::string& test, std::int64_t year) {
    return {uuid_for_name("test score|" + to_string(person) + '|' + test + '|' + std::to_string(year))};
}

Exact weighted_total(const Exact& pedagogic, const Exact& professional, const CompetenceTest& test) {
    return pedagogic * test.weight_pedagogic + professional * test.weight_professional;
}

Done check_score(const TestScore& score) {
    if (score.test.empty()) return refused("competence.test_missing", {}, "test");
    if (score.pedagogic && !in_range(*score.pedagogic)) return refused("competence.score_range", {}, "pedagogic");
    if (score.professional && !in_range(*score.professional))
        return refused("competence.score_range", {}, "professional");
    if (!in_range(score.total)) return refused("competence.score_range", {}, "total");
    return {};
}

}  // namespace pamong::competence
