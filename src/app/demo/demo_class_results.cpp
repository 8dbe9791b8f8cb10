#include <algorithm>
#include <cmath>

#include "app/demo/demo.h"
#include "features/analysis/adapters/routes.h"
#include "features/analysis/adapters/sql_analysis_store.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/outcomes/adapters/sql_class_result_store.h"

// A namespace of its own, since each step works with the names of another feature.
namespace pamong::app {
namespace class_results_example {
namespace {

using namespace outcomes;

constexpr std::string_view period_before = "2024/2025 genap";
constexpr std::string_view period_after = "2025/2026 ganjil";

/// Sum of twelve uniform numbers less six: nearly normal, and the same on every machine.
double nearly_normal(Random& random) {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += random.unit();
    return sum;
}

ClassResult example_result(DemoWorld& world, const people::Person& teacher, const Uuid& school,
                           const std::string& class_name, std::string_view period, Day day, double level) {
    ClassResult result;
    result.id = world.id<ClassResultId>();
    result.teacher_id = teacher.id.value;
    result.school_id = school;
    result.class_name = class_name;
    result.subject = teacher.subject;
    result.instrument = "Sumatif akhir semester " + teacher.subject;
    result.period = period;
    result.measured_on = day;
    result.pupils = 26 + static_cast<std::int64_t>(world.random.below(7));
    result.mean = Exact(static_cast<std::int64_t>(std::lround(std::clamp(level, 20.0, 98.0) * 10)), 10);
    result.sd = Exact(70 + static_cast<std::int64_t>(world.random.below(50)), 10);
    result.criterion = Exact(70);
    result.mastered = std::min<std::int64_t>(
        result.pupils, static_cast<std::int64_t>(
                           std::lround(static_cast<double>(result.pupils) * std::clamp((level - 50) / 35, 0.1, 0.97))));
    return result;
}

}  // namespace

std::string demo_class_results(DemoWorld& world) {
    DemoOffice& office = world.district;
    const Uuid school = office.schools.front().id.value;
    std::vector<ClassResult> results;
    world.set_day(*day_of(2025, 12, 15));
    // Two classes of each of the twelve mentees (teachers 7 to 18 of the first school).
    for (std::size_t i = 7; i <= 18; ++i)
        for (int c = 0; c < 2; ++c) {
            const std::string class_name =
                "VIII-" + std::string(1, static_cast<char>(
                                             'A' + static_cast<char>((i - 7) * 2 + static_cast<std::size_t>(c)) % 24));
            const double level = 66 + 5 * nearly_normal(world.random);
            results.push_back(example_result(world, office.teachers[i], school, class_name, period_before,
                                             *day_of(2025, 6, 12), level));
            results.push_back(example_result(world, office.teachers[i], school, class_name, period_after,
                                             *day_of(2025, 12, 8), level + 3 + 3 * nearly_normal(world.random)));
        }
    const auto principal = world.actor(office, "kepsek", access::Role::principal);
    const auto evaluator = world.actor(office, "evaluator", access::Role::evaluator);
    must(world.store.write(world.scope(office, "kepsek"), [&](store::Tx& tx) -> Result<Recorded> {
        SqlClassResultStore store(tx);
        evidence::SqlEvidenceStore evidence(tx);
        evidence.use_key("contoh-kunci-dinas-pendidikan-pringsewu");
        return record_class_results(results, principal, world.clock.now(), store, evidence);
    }));
    world.facts["class change"] = {uuid_for_name("example: class change"), 1};
    const auto changes = pair_periods(results, std::string(period_before), std::string(period_after));
    must(world.store.write(world.scope(office, "evaluator"), [&](store::Tx& tx) -> Result<analysis::Analysis> {
        analysis::SqlAnalysisStore store(tx);
        evidence::SqlEvidenceStore evidence(tx);
        return compare_before_and_after(
            {uuid_for_name("example: class change"), "Rerata kelas sebelum dan sesudah mentoring sejawat", "{}",
             analysis::observed_changes(changes, evidence)},
            evaluator, world.clock.now(), store, evidence);
    }));
    return std::to_string(changes.pairs.size()) + " kelas dibandingkan: masuk sebagai evaluator, halaman Analisis";
}

}  // namespace class_results_example

std::string demo_class_results(DemoWorld& world) { return class_results_example::demo_class_results(world); }

}  // namespace pamong::app
