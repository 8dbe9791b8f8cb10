#include <algorithm>

#include "app/demo/demo_submissions.h"
#include "features/analysis/adapters/sql_analysis_store.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/outcomes/adapters/sql_class_result_store.h"

// A namespace of its own, since each step works with the names of another feature.
namespace pamong::app {
namespace observations_example {
namespace {

using namespace instruments;

constexpr std::array<std::string_view, 3> observed_indicators{"UBK", "DIS", "AKT"};

std::string observation_elements(std::string_view indicator, const std::array<int, 3>& ratings, Day day) {
    std::string behaviours;
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        const std::string name = std::string(indicator) + std::to_string(i + 1);
        behaviours += "<" + name + ">" + std::to_string(ratings[i]) + "</" + name + ">";
    }
    return "<indicator>" + std::string(indicator) + "</indicator><observed_on>" + to_string(day) +
           "</observed_on><minutes>40</minutes><" + std::string(indicator) + ">" + behaviours + "</" +
           std::string(indicator) + ">";
}

/// Ratings with a given sum of at most six, spread as evenly as they go.
std::array<int, 3> ratings_of(int points) {
    std::array<int, 3> ratings{};
    for (int i = 0; i < points; ++i) ++ratings[static_cast<std::size_t>(i % 3)];
    return ratings;
}

struct Observed {
    SubmissionId first;
    SubmissionId last;
    int points_first = 0;
    int points_last = 0;
};

/// The mentor fills in the form within the hour after the observed lesson.
SubmissionId observe(DemoWorld& world, const DemoObserved& seen, std::string_view indicator, int points) {
    world.clock.set(seen.held_at.plus_seconds(std::int64_t{50} * 60));
    const access::Actor mentor = world.teacher(seen.mentor, access::Role::mentor);
    return must(world.store.write(world.scope_of(seen.mentor), [&](store::Tx& tx) -> Result<SubmissionId> {
        return send_example(world, tx,
                            {example_form("classroom_observation_2025"),
                             observation_elements(indicator, ratings_of(points), local_day(seen.held_at, 7)),
                             seen.session, seen.mentee},
                            mentor);
    }));
}

const DemoObserved& session_of(const DemoWorld& world, const Uuid& mentee, int cycle) {
    const auto found = std::ranges::find_if(
        world.observed, [&](const DemoObserved& one) { return one.mentee == mentee && one.cycle == cycle; });
    expects(found != world.observed.end(), "every mentee was observed in this cycle");
    return *found;
}

analysis::Observed unit_of(const std::string& label, double x, double y, const std::vector<Uuid>& facts,
                           evidence::EvidenceStore& evidence) {
    analysis::Observed unit{label, x, y, {}};
    for (const auto& [id, newest] : evidence.newest_of(facts)) unit.facts.push_back({id, newest.first});
    return unit;
}

}  // namespace

std::string demo_observations(DemoWorld& world) {
    DemoOffice& office = world.district;
    std::vector<Observed> all;
    for (std::size_t i = 7; i <= 18; ++i) {
        const auto indicator = observed_indicators[i % observed_indicators.size()];
        Observed one;
        one.points_first = 1 + static_cast<int>(world.random.below(4));
        one.points_last = std::min(6, one.points_first + static_cast<int>(world.random.below(4)));
        const Uuid mentee = office.teachers[i].id.value;
        one.first = observe(world, session_of(world, mentee, 1), indicator, one.points_first);
        one.last = observe(world, session_of(world, mentee, 3), indicator, one.points_last);
        all.push_back(one);
    }
    world.set_day(*day_of(2025, 12, 16));
    must(world.store.write(world.scope(office, "evaluator"), [&](store::Tx& tx) -> Done {
        analysis::SqlAnalysisStore store(tx);
        evidence::SqlEvidenceStore evidence(tx);
        outcomes::SqlClassResultStore results(tx);
        const auto evaluator = world.actor(office, "evaluator", access::Role::evaluator);
        const auto classes = must(outcomes::class_results(evaluator, "", results));
        std::vector<analysis::Observed> change;
        std::vector<analysis::Observed> association;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::string label = "G-" + std::string(i + 1 < 10 ? "0" : "") + std::to_string(i + 1);
            const auto percent = [](int points) { return 100.0 * points / 6; };
            change.push_back(unit_of(label, percent(all[i].points_first), percent(all[i].points_last),
                                     {score_id(all[i].first), score_id(all[i].last)}, evidence));
            double sum = 0;
            std::vector<Uuid> facts{score_id(all[i].last)};
            for (const auto& one : classes)
                if (one.teacher_id == office.teachers[i + 7].id.value && one.period == "2025/2026 ganjil") {
                    sum += one.mean.to_double();
                    facts.push_back(one.id.value);
                }
            const auto count = static_cast<double>(facts.size() - 1);
            if (count > 0)
                association.push_back(unit_of(label, percent(all[i].points_last), sum / count, facts, evidence));
        }
        world.facts["observation change"] = {uuid_for_name("example: observation change"), 1};
        must(compare_before_and_after(
            {uuid_for_name("example: observation change"), "Hasil observasi pertama dan terakhir", "{}", change},
            evaluator, world.clock.now(), store, evidence));
        must(associate(
            {uuid_for_name("example: performance and results"), "Hasil observasi dan rerata kelas", "{}", association},
            evaluator, world.clock.now(), store, evidence));
        return {};
    }));
    return std::to_string(all.size() * 2) +
           " observasi kelas, perubahan dan hubungannya dengan hasil belajar: halaman Analisis";
}

}  // namespace observations_example

std::string demo_observations(DemoWorld& world) { return observations_example::demo_observations(world); }

}  // namespace pamong::app
