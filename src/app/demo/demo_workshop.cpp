#include "app/demo/demo.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/workshops/adapters/sql_workshop_store.h"

// A namespace of its own, since each step works with the names of another feature.
namespace pamong::app {
namespace workshop_example {
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

namespace {

/// Two people a district: the office and a partner teacher.
std::vector<Member> district_members(DemoWorld& world, std::span<const std::string> districts) {
    std::vector<Member> members;
    for (std::size_t i = 0; i < districts.size(); ++i)
        for (const std::string_view who : {"D", "G"}) {
            Member member;
            member.id = world.id<MemberId>();
            member.name = Private(example_name(world.random, world.random.below(2) == 0));
            member.school = (who == "D" ? "Dinas Pendidikan " : "Guru Mitra, ") + districts[i];
            member.level = "SMP";
            member.code = std::string(who) + (i < 9 ? "-0" : "-") + std::to_string(i + 1);
            members.push_back(std::move(member));
        }
    return members;
}

Workshop evaluate_districts(DemoWorld& world, std::string_view phase, Day day, std::span<const std::string> districts) {
    world.set_day(day);
    const auto actor = world.actor(world.ministry, "fasilitator", access::Role::facilitator);
    return must(world.store.write(world.scope(world.ministry, "fasilitator"), [&](store::Tx& tx) -> Result<Workshop> {
        SqlWorkshopStore store(tx);
        evidence::SqlEvidenceStore evidence(tx);
        const WorkshopId id{uuid_for_name("example: partnership evaluation " + std::string(phase))};
        auto workshop =
            must(plan_workshop({id, uuid_for_name("example: Program Kemitraan 2018"),
                                "Evaluasi Program Kemitraan 2018, tahap " + std::string(phase), day,
                                std::to_string(districts.size()) + " kabupaten", district_members(world, districts)},
                               partnership_evaluation_template(), actor, store));
        std::vector<MemberId> present;
        for (const Member& member : workshop.members)
            if (world.random.below(12) != 0) present.push_back(member.id);
        must(take_attendance(id, present, actor, world.clock.now(), store));
        must(agree_on_rules(id, "Bicara dengan contoh dari kabupaten sendiri; catatan tanpa nama guru.", actor, store));
        std::vector<Aim> aims = workshop.aims;
        for (std::size_t i = 0; i < aims.size(); ++i) {
            aims[i].reached = i == 0 && phase == "1" ? Reached::partly : Reached::yes;
            if (aims[i].reached == Reached::partly) aims[i].note = "Dua kabupaten belum punya catatan kontak";
        }
        must(judge_aims(id, aims, actor, store));
        return close_workshop(id, actor, world.clock.now(), store, evidence);
    }));
}

}  // namespace

std::string demo_partnership_evaluation(DemoWorld& world) {
    // Phase 2 took ten districts from 30 June to 3 July 2019, the eight named ones among them; phase 1 the other nine.
    // The days of phase 1 were not published: ours follow its preparation of 17 to 19 June.
    const auto districts = nineteen_districts();
    const std::span all(districts);
    const auto first = evaluate_districts(world, "1", *day_of(2019, 6, 20), all.subspan(10));
    const auto second = evaluate_districts(world, "2", *day_of(2019, 6, 30), all.first(10));
    return "9 + 10 kabupaten, " +
           std::to_string(attended(first, MemberRole::participant) + attended(second, MemberRole::participant)) +
           " orang hadir: masuk sebagai fasilitator, kantor Direktorat";
}

}  // namespace workshop_example

std::string demo_workshop(DemoWorld& world) { return workshop_example::demo_workshop(world); }
std::string demo_partnership_evaluation(DemoWorld& world) {
    return workshop_example::demo_partnership_evaluation(world);
}

}  // namespace pamong::app
