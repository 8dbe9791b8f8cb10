#include "app/demo/demo.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/plans/adapters/sql_plan_store.h"

// A namespace of its own, since each step works with the names of another feature.
namespace pamong::app {
namespace plans_example {
namespace {

using namespace plans;

struct ExampleItem {
    NeedSource source;
    std::string_view target;  ///< indicator of the competence model of 2023
    std::string_view need;
    std::string_view activity;
    std::string_view measure;
};
constexpr std::array<ExampleItem, 4> example_items{
    {{NeedSource::observation, "1.2", "Umpan balik kepada murid belum menyebut langkah berikutnya",
      "Menulis satu saran langkah berikutnya di setiap tugas", "Sedikitnya 80 persen tugas memuat saran"},
     {NeedSource::agreed_action, "1.1", "Kesepakatan kelas jarang dirujuk",
      "Merujuk kesepakatan kelas di awal pelajaran", "Terlihat pada observasi berikutnya"},
     {NeedSource::position_map, "2.1", "Pembelajaran berpusat pada guru",
      "Mencoba diskusi berpasangan dua kali sebulan", "Catatan pelaksanaan dan pendapat murid"},
     {NeedSource::own_wish, "3.1", "Ingin berbagi praktik di MGMP", "Menyajikan satu praktik baik di MGMP",
      "Daftar hadir dan bahan paparan"}}};

Plan example_plan_of(DemoWorld& world, const people::Person& teacher, int year) {
    Plan plan;
    plan.id = {uuid_for_name("example: plan " + std::to_string(year) + " " + to_string(teacher.id))};
    plan.revision = 0;
    plan.person_id = teacher.id.value;
    plan.school_id = world.district.schools.front().id.value;
    plan.title = "Rencana pengembangan diri " + std::to_string(year);
    plan.starts_on = *day_of(year, 1, 1);
    plan.ends_on = *day_of(year, 12, 31);
    const std::size_t first = world.random.below(2);
    for (std::size_t i = first; i < first + 3; ++i) {
        const ExampleItem& item = example_items[i];
        plan.items.push_back({world.uuid(), item.source, std::string(item.target), std::string(item.need),
                              std::string(item.activity), std::string(item.measure),
                              *day_of(year, 3 + 2 * static_cast<int>(i), 28), ItemState::open, ""});
    }
    return plan;
}

}  // namespace

std::string demo_plans(DemoWorld& world) {
    DemoOffice& office = world.district;
    const Uuid school = office.schools.front().id.value;
    const access::Actor principal(world.accounts.at("kepsek"), office.id, office.teachers.front().id.value,
                                  {{access::Role::principal, access::ScopeKind::school, school}});
    world.set_day(*day_of(2025, 12, 10));
    const auto in_store = [&](const access::Actor& actor, auto step) {
        return must(world.store.write({office.id, actor.account(), world.clock.now()}, [&](store::Tx& tx) {
            SqlPlanStore store(tx);
            evidence::SqlEvidenceStore evidence(tx);
            return step(store, evidence);
        }));
    };
    // Eleven of the twelve mentees have handed in a plan; the last still writes.
    std::vector<Uuid> mentees;
    for (std::size_t i = 7; i <= 18; ++i) {
        const people::Person& teacher = office.teachers[i];
        mentees.push_back(teacher.id.value);
        const access::Actor own = world.teacher(teacher.id.value);
        const auto plan = in_store(own, [&](SqlPlanStore& store, evidence::SqlEvidenceStore&) {
            return save_plan(example_plan_of(world, teacher, 2026), own, world.clock.now(), store);
        });
        if (i == 18) continue;
        in_store(own, [&](SqlPlanStore& store, evidence::SqlEvidenceStore& evidence) {
            return move_plan(plan.id, PlanState::proposed, "", own, world.clock.now(), store, evidence);
        });
        in_store(principal, [&](SqlPlanStore& store, evidence::SqlEvidenceStore& evidence) {
            return move_plan(plan.id, PlanState::approved, "", principal, world.clock.now(), store, evidence);
        });
    }
    world.facts["plans"] = in_store(principal, [&](SqlPlanStore& store, evidence::SqlEvidenceStore& evidence) {
        return count_plans({uuid_for_name("example: approved plans"), PlanKind::self_development, mentees,
                            *day_of(2026, 1, 1), *day_of(2026, 12, 31)},
                           principal, world.clock.now(), store, evidence);
    });
    return "11 dari 12 rencana pengembangan diri disetujui: masuk sebagai guru atau kepsek, halaman Rencana";
}

}  // namespace plans_example

std::string demo_plans(DemoWorld& world) { return plans_example::demo_plans(world); }

}  // namespace pamong::app
