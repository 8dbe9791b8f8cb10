#include "app/demo/demo.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/workshops/adapters/sql_workshop_store.h"

namespace pamong::app {
namespace {

using namespace workshops;

struct Seat {
    std::string_view level;
    int teachers;
};
/// The mix of the source workshop: SD 5, SMP 3, SMA 2, SMK 1, and two practice mentors.
constexpr std::array<Seat, 4> seats{{{"SD", 5}, {"SMP", 3}, {"SMA", 2}, {"SMK", 1}}};
constexpr std::array<std::string_view, 12> indicators{"1.1", "1.2", "1.3", "2.1", "2.2", "2.3",
                                                      "3.1", "3.2", "3.3", "4.1", "4.2", "4.3"};

std::vector<Member> class_of_eleven(DemoWorld& world) {
    std::vector<Member> members;
    const auto add = [&](MemberRole role, std::string_view level, const std::string& code) {
        const bool female = world.random.below(2) == 0;
        Member member{world.id<MemberId>(),
                      {},
                      Private(example_name(world.random, female)),
                      role,
                      std::string(level) + " Lombok Timur (contoh)",
                      std::string(level),
                      code};
        members.push_back(std::move(member));
    };
    int number = 0;
    for (const Seat& seat : seats)
        for (int i = 0; i < seat.teachers; ++i) {
            ++number;
            add(MemberRole::participant, seat.level, (number < 10 ? "CGP-0" : "CGP-") + std::to_string(number));
        }
    add(MemberRole::practice_mentor, "SMA", "PP-01");
    add(MemberRole::practice_mentor, "SMP", "PP-02");
    return members;
}

std::vector<workshops::Position> own_positions(DemoWorld& world, const std::vector<Member>& members) {
    std::vector<workshops::Position> positions;
    for (const Member& member : members)
        if (member.role == MemberRole::participant)
            for (const auto indicator : indicators)
                positions.push_back(
                    {member.id, std::string(indicator), 2 + static_cast<std::int64_t>(world.random.below(3)), {}});
    return positions;
}

std::vector<Product> three_each(DemoWorld& world, const std::vector<Member>& members) {
    std::vector<Product> products;
    for (const Member& member : members)
        if (member.role == MemberRole::participant)
            for (const auto kind : {ProductKind::self_development_plan, ProductKind::school_programme_plan,
                                    ProductKind::engagement_strategy})
                products.push_back({member.id, kind, world.uuid(), "foto kertas plano", {}, world.clock.now()});
    return products;
}

}  // namespace

std::string demo_workshop(DemoWorld& world) {
    const Day day = *day_of(2022, 11, 19);
    world.set_day(day);
    const auto actor = world.actor(world.quality_body, "fasilitator", access::Role::facilitator);
    const auto id = world.id<WorkshopId>();
    const auto closed =
        must(world.store.write(world.scope(world.quality_body, "fasilitator"), [&](store::Tx& tx) -> Result<Workshop> {
            SqlWorkshopStore store(tx);
            evidence::SqlEvidenceStore evidence(tx);
            evidence.use_key("contoh-kunci-balai-guru-penggerak-ntb");
            auto workshop = must(plan_workshop({id,
                                                {},
                                                "Lokakarya 8: Rencana Kerja Guru Penggerak",
                                                day,
                                                "SMA di Lombok Timur (contoh)",
                                                class_of_eleven(world)},
                                               workshop8_template(), actor, store));
            std::vector<MemberId> everybody;
            for (const Member& member : workshop.members) everybody.push_back(member.id);
            must(take_attendance(id, everybody, actor, world.clock.now(), store));
            must(agree_on_rules(id,
                                "Hadir penuh, saling mendengar, gawai dalam mode senyap, bertanya boleh kapan saja.",
                                actor, store));
            must(map_positions(id, own_positions(world, workshop.members), actor, store));
            must(hand_in(id, three_each(world, workshop.members), actor, world.clock.now(), store, evidence));
            std::vector<Aim> aims = workshop.aims;
            for (Aim& aim : aims) aim.reached = Reached::yes;
            must(judge_aims(id, aims, actor, store));
            return close_workshop(id, actor, world.clock.now(), store, evidence);
        }));
    const auto products = products_of(closed);
    return std::to_string(attended(closed, MemberRole::participant)) + " guru, " + std::to_string(products.handed_in) +
           " dari " + std::to_string(products.expected) + " dokumen: masuk sebagai fasilitator, halaman Lokakarya";
}

}  // namespace pamong::app
