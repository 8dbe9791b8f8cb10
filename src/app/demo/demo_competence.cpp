#include <algorithm>
#include <cmath>

#include "app/demo/demo.h"
#include "features/competence/adapters/reference.h"
#include "features/competence/adapters/sql_score_store.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/people/adapters/sql_people.h"

// A namespace of its own, since each step works with the names of another feature.
namespace pamong::app {
namespace competence_example {
namespace {

using namespace competence;

/// Nearly normal around a mean, in hundredths of a point, within the test's range.
Exact drawn(Random& random, double mean, double sd) {
    double value = -6;
    for (int i = 0; i < 12; ++i) value += random.unit();
    return Exact(std::lround(std::clamp(mean + sd * value, 20.0, 98.0) * 100), 100);
}

/// Subjects differ, so that the page has something to say; the level of all is that of the national means.
double shift_of(std::string_view subject) {
    if (subject == "Matematika") return -5;
    if (subject == "IPA") return -2;
    if (subject == "Bahasa Indonesia") return 3;
    return 0;
}

}  // namespace

/// UKG 2015 of everybody who taught then. Mentors of the first school were the better ones, as in the source study.
std::string demo_competence(DemoWorld& world) {
    DemoOffice& office = world.district;
    world.set_day(*day_of(2025, 7, 7));
    const CompetenceTest& test = competence_tests().front();
    std::vector<TestScore> scores;
    for (std::size_t i = 0; i < office.teachers.size(); ++i) {
        const people::Person& teacher = office.teachers[i];
        if (teacher.teaching_since.value_or(2026) > test.year) continue;
        const double lift = i >= 1 && i <= 6 ? 16 : 0;
        TestScore score{score_id_of(teacher.id.value, test.code, test.year),
                        teacher.id.value,
                        test.code,
                        test.year,
                        teacher.subject,
                        {},
                        {},
                        {}};
        score.pedagogic = drawn(world.random, 48.94 + lift, 8);
        score.professional = drawn(world.random, 54.77 + lift + shift_of(teacher.subject), 9);
        score.total = weighted_total(*score.pedagogic, *score.professional, test);
        scores.push_back(std::move(score));
    }
    const auto coordinator = world.actor(office, "dinas", access::Role::district);
    const auto mean = must(world.store.write(world.scope(office, "dinas"), [&](store::Tx& tx) {
        SqlScoreStore store(tx);
        people::SqlPeopleDirectory people(tx);
        evidence::SqlEvidenceStore evidence(tx);
        evidence.use_key("contoh-kunci-dinas-pendidikan-pringsewu");
        must(record_scores(scores, true, coordinator, world.clock.now(), store, evidence));
        return offer_gaps({test.code, test.year, GroupBy::subject}, competence_tests(), coordinator, world.clock.now(),
                          store, people, evidence);
    }));
    world.facts["test scores"] = mean;
    return std::to_string(scores.size()) + " nilai UKG 2015: masuk sebagai dinas atau guru, halaman Kompetensi";
}

}  // namespace competence_example

std::string demo_competence(DemoWorld& world) { return competence_example::demo_competence(world); }

}  // namespace pamong::app
