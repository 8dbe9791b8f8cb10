#include "app/demo/demo.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/performance/adapters/regulations.h"
#include "features/performance/adapters/sql_appraisal_store.h"
#include "platform/embedded.h"

// A namespace of its own, since each step works with the names of another feature.
namespace pamong::app {
namespace appraisals_example {

Day school_day_after(Day day) {
    do day = day.plus(1);
    while (day.weekday() > 5);
    return day;
}

std::string demo_appraisals(DemoWorld& world) {
    using namespace performance;
    DemoOffice& office = world.district;
    const Uuid school = office.schools.front().id.value;
    const auto rules = must(read_performance_rules([](std::string_view path) { return embedded(path); }));
    const access::Actor principal(world.accounts.at("kepsek"), office.id, office.teachers.front().id.value,
                                  {{access::Role::principal, access::ScopeKind::school, school}});
    world.set_day(*day_of(2025, 12, 17));
    /// One step at the desk of whoever acts, in a transaction of their own account.
    const auto at_desk = [&](const access::Actor& actor, const std::string& name, auto step) {
        must(world.store.write({office.id, actor.account(), world.clock.now()}, [&](store::Tx& tx) -> Done {
            SqlAppraisalStore store(tx);
            evidence::SqlEvidenceStore evidence(tx);
            step(AppraisalDesk{actor, world.clock.now(), store, evidence, rules.matrix, name}, store);
            return {};
        }));
    };
    const std::string principal_name = office.teachers.front().name.reveal();
    int frozen = 0;
    for (std::size_t i = 1; i <= 18; ++i) {
        const people::Person& teacher = office.teachers[i];
        const AppraisalId id{uuid_for_name("example: appraisal " + to_string(teacher.id))};
        at_desk(principal, principal_name, [&](const AppraisalDesk& desk, SqlAppraisalStore& store) {
            // Whoever was observed by their mentor is appraised on that indicator, resting on the last observation.
            const auto observed = store.observations_of(teacher.id.value);
            const std::string indicator = observed.empty() ? "UBK" : observed.front().indicator;
            const auto last = observed.empty() ? std::nullopt : std::optional(observed.front().first_id);
            must(open_appraisal({id, teacher.id.value, school, 2025, indicator}, desk));
            // The talk on the school day before the observation, the other steps on those after it.
            Day day = observed.empty() ? day_of(2025, 8, 4)->plus(static_cast<int>(i))
                                       : local_day(observed.front().observed_at, 7).plus(-1);
            while (day.weekday() > 5) day = day.plus(observed.empty() ? 1 : -1);
            for (const auto step :
                 {PracticeStep::preparation_talk, PracticeStep::observation, PracticeStep::follow_up_talk,
                  PracticeStep::follow_up_effort, PracticeStep::reflection}) {
                must(record_step(id, step,
                                 {day,
                                  "Ruang guru",
                                  {teacher.name},
                                  Private<std::string>("Catatan contoh."),
                                  Private<std::string>("Mencoba umpan balik yang menyebut usaha murid.")},
                                 step == PracticeStep::observation ? last : std::nullopt, desk));
                day = school_day_after(day);
            }
            must(rate(id, world.random.below(4) == 0 ? Expectation::above : Expectation::as_expected,
                      world.random.below(3) == 0 ? Expectation::above : Expectation::as_expected, desk));
            must(move_on(id, AppraisalEvent::share, {}, desk));
        });
        // The example teacher still has to answer; the others agreed.
        if (i == 7) continue;
        at_desk(
            world.teacher(teacher.id.value), teacher.name.reveal(),
            [&](const AppraisalDesk& desk, SqlAppraisalStore&) { must(move_on(id, AppraisalEvent::agree, {}, desk)); });
        at_desk(principal, principal_name, [&](const AppraisalDesk& desk, SqlAppraisalStore&) {
            must(move_on(id, AppraisalEvent::freeze, {}, desk));
        });
        ++frozen;
    }
    return "18 penilaian tahun 2025, " + std::to_string(frozen) + " dibekukan: masuk sebagai kepsek atau guru";
}

}  // namespace appraisals_example

std::string demo_appraisals(DemoWorld& world) { return appraisals_example::demo_appraisals(world); }

}  // namespace pamong::app
