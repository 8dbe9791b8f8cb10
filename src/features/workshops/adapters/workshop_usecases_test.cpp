// What a facilitator and the class can do in a workshop, and what they cannot, on both stores.
#include <gtest/gtest.h>

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/workshops/adapters/sql_workshop_store.h"
#include "platform/store/testing/test_store.h"

namespace pamong::workshops {
namespace workshop_usecases_test {

using access::Actor;
using access::Role;
using access::ScopeKind;

class WorkshopUseCases : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    OrgId owner_ = test_.add_owner("Balai contoh");
    Timestamp now_ = *timestamp_from("2025-10-11T01:00:00Z");
    WorkshopId id_{uuid_for_name("workshop")};
    Uuid programme_ = uuid_for_name("programme");

    Actor facilitator(ScopeKind kind = ScopeKind::all, std::optional<Uuid> scope = {}) {
        return {AccountId{uuid_for_name("facilitator")}, owner_, {}, {{Role::facilitator, kind, scope}}};
    }
    Actor teacher(const std::string& name) {
        return {AccountId{uuid_for_name("account " + name)},
                owner_,
                uuid_for_name(name),
                {{Role::teacher, ScopeKind::person, uuid_for_name(name)}}};
    }
    static MemberId member(const std::string& name) { return {uuid_for_name("member " + name)}; }
    static Member seat(const std::string& name, const std::string& code, MemberRole role = MemberRole::participant) {
        Member one;
        one.id = member(name);
        one.person_id = uuid_for_name(name);
        one.name = Private(name);
        one.role = role;
        one.school = "SMPN 1 (contoh)";
        one.level = "SMP";
        one.code = code;
        return one;
    }
    PlanWorkshop planned() {
        return {id_,
                programme_,
                "Lokakarya 8",
                *day_of(2025, 10, 11),
                "Mataram",
                {seat("Sari", "CGP-01"), seat("Tono", "CGP-02"), seat("Umi", "PP-01", MemberRole::practice_mentor)}};
    }
    /// One transaction; the answer's problem code, or "ok".
    template <class F>
    std::string code_of(const Actor& actor, F work) {
        const auto done = test_.store().write({owner_, actor.account(), now_}, [&](store::Tx& tx) {
            SqlWorkshopStore workshops(tx);
            evidence::SqlEvidenceStore evidence(tx);
            return work(workshops, evidence);
        });
        return done ? "ok" : done.error().code;
    }
    std::string plan(const PlanWorkshop& command, const Actor& actor) {
        return code_of(actor, [&](WorkshopStore& store, auto&) {
            return plan_workshop(command, workshop8_template(), actor, store);
        });
    }
    std::string attend(const std::vector<MemberId>& present, const Actor& actor) {
        return code_of(actor,
                       [&](WorkshopStore& store, auto&) { return take_attendance(id_, present, actor, now_, store); });
    }
    std::string map(const Position& position, const Actor& actor) {
        return code_of(actor,
                       [&](WorkshopStore& store, auto&) { return map_positions(id_, {position}, actor, store); });
    }
    std::string product(const std::string& name, const Actor& actor) {
        const Product one{member(name), ProductKind::self_development_plan, uuid_for_name("product " + name), "", {},
                          now_};
        return code_of(actor, [&](WorkshopStore& store, evidence::EvidenceStore& evidence) {
            return hand_in(id_, {one}, actor, now_, store, evidence);
        });
    }
    std::string judge_all(const Actor& actor) {
        std::vector<Aim> aims;
        const auto workshop = now();
        for (const Aim& aim : workshop->aims) aims.push_back({aim.position, aim.aim, Reached::yes, ""});
        return code_of(actor, [&](WorkshopStore& store, auto&) { return judge_aims(id_, aims, actor, store); });
    }
    std::string close(const Actor& actor) {
        return code_of(actor, [&](WorkshopStore& store, evidence::EvidenceStore& evidence) {
            return close_workshop(id_, actor, now_, store, evidence);
        });
    }
    std::optional<Workshop> now() {
        return test_.store().read({owner_, {}, now_}, [&](store::Tx& tx) { return SqlWorkshopStore(tx).find(id_); });
    }
};

TEST_P(WorkshopUseCases, PlanningNeedsATitleMembersAndDifferentCodes) {
    auto untitled = planned();
    untitled.title = "";
    EXPECT_EQ(plan(untitled, facilitator()), "workshops.title_missing");
    auto empty = planned();
    empty.members.clear();
    EXPECT_EQ(plan(empty, facilitator()), "workshops.no_members");
    auto twice = planned();
    twice.members[1].code = "CGP-01";
    EXPECT_EQ(plan(twice, facilitator()), "workshops.code_twice");
    EXPECT_FALSE(now()) << "nothing is half saved";
}

TEST_P(WorkshopUseCases, TheSameCommandTwiceIsOneWorkshopAndAnotherUnderItsIdIsRefused) {
    EXPECT_EQ(plan(planned(), facilitator()), "ok");
    EXPECT_EQ(plan(planned(), facilitator()), "ok");
    EXPECT_EQ(now()->members.size(), 3U);
    auto other = planned();
    other.title = "Lokakarya lain";
    EXPECT_EQ(plan(other, facilitator()), "workshops.id_reused");
    EXPECT_EQ(now()->title, "Lokakarya 8");
}

TEST_P(WorkshopUseCases, OnlyFacilitatorsOfTheProgrammeRunIt) {
    EXPECT_EQ(plan(planned(), teacher("Sari")), "access.not_permitted");
    EXPECT_EQ(plan(planned(), facilitator(ScopeKind::programme, uuid_for_name("another"))), "access.not_permitted");
    ASSERT_EQ(plan(planned(), facilitator(ScopeKind::programme, programme_)), "ok");
    const Actor stranger = facilitator(ScopeKind::programme, uuid_for_name("another"));
    EXPECT_EQ(attend({member("Sari")}, stranger), "access.not_permitted");
    EXPECT_EQ(attend({member("Sari")}, teacher("Sari")), "access.not_permitted");
    EXPECT_EQ(judge_all(teacher("Sari")), "access.not_permitted");
    EXPECT_EQ(close(stranger), "access.not_permitted");
}

TEST_P(WorkshopUseCases, ParticipantsMapAndHandInForThemselvesOnly) {
    ASSERT_EQ(plan(planned(), facilitator()), "ok");
    EXPECT_EQ(map({member("Sari"), "2.1", 3, ""}, teacher("Sari")), "ok");
    EXPECT_EQ(map({member("Sari"), "2.1", 4, ""}, teacher("Sari")), "ok");
    ASSERT_EQ(now()->positions.size(), 1U) << "the second replaces the first";
    EXPECT_EQ(now()->positions.front().level, 4);
    EXPECT_EQ(map({member("Tono"), "2.1", 3, ""}, teacher("Sari")), "access.not_permitted");
    EXPECT_EQ(map({member("Sari"), "2.1", 6, ""}, teacher("Sari")), "workshops.level_range");
    EXPECT_EQ(map({member("Nobody"), "2.1", 3, ""}, facilitator()), "workshops.unknown_member");
    EXPECT_EQ(product("Sari", teacher("Sari")), "ok");
    EXPECT_EQ(product("Sari", teacher("Sari")), "ok");
    EXPECT_EQ(now()->products.size(), 1U) << "handed in twice is one document";
    EXPECT_EQ(product("Tono", teacher("Sari")), "access.not_permitted");
}

TEST_P(WorkshopUseCases, AttendanceIsTheWholeTruth) {
    ASSERT_EQ(plan(planned(), facilitator()), "ok");
    EXPECT_EQ(attend({member("Sari"), member("Tono")}, facilitator()), "ok");
    EXPECT_EQ(attended(*now(), MemberRole::participant), 2);
    EXPECT_EQ(attend({member("Sari"), member("Nobody")}, facilitator()), "workshops.unknown_member");
    EXPECT_EQ(attended(*now(), MemberRole::participant), 2) << "nothing is half saved";
    EXPECT_EQ(attend({member("Sari")}, facilitator()), "ok");
    EXPECT_EQ(attended(*now(), MemberRole::participant), 1) << "Tono was ticked by mistake";
}

TEST_P(WorkshopUseCases, ClosesOnceAndTakesNothingAfterwards) {
    EXPECT_EQ(close(facilitator()), "workshops.not_found");
    ASSERT_EQ(plan(planned(), facilitator()), "ok");
    EXPECT_EQ(close(facilitator()), "workshops.nobody_came");
    ASSERT_EQ(attend({member("Sari")}, facilitator()), "ok");
    EXPECT_EQ(close(facilitator()), "workshops.aims_open");
    ASSERT_EQ(judge_all(facilitator()), "ok");
    ASSERT_EQ(close(facilitator()), "ok");
    EXPECT_EQ(close(facilitator()), "workshops.closed");
    EXPECT_EQ(attend({}, facilitator()), "workshops.closed");
    EXPECT_EQ(map({member("Sari"), "2.1", 3, ""}, teacher("Sari")), "workshops.closed");
    EXPECT_EQ(product("Sari", teacher("Sari")), "workshops.closed");
    // One of the two participants came: what the evaluation cites says so.
    const auto fact = test_.store().read({owner_, {}, now_}, [&](store::Tx& tx) {
        return evidence::SqlEvidenceStore(tx).newest_of({evidence_id(id_, "attendance")});
    });
    EXPECT_EQ(fact.size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Stores, WorkshopUseCases, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace workshop_usecases_test
}  // namespace pamong::workshops
