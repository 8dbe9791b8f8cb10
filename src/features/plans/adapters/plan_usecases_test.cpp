// A teacher's plan from draft to approval, and everything that is refused on the way, on both stores.
#include <gtest/gtest.h>

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/plans/adapters/sql_plan_store.h"
#include "platform/store/testing/test_store.h"

namespace pamong::plans {
namespace plan_usecases_test {

using access::Actor;
using access::Role;
using access::ScopeKind;

class PlanUseCases : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    OrgId owner_ = test_.add_owner("Dinas contoh");
    Timestamp now_ = *timestamp_from("2026-01-05T01:00:00Z");
    Uuid school_ = uuid_for_name("school");

    Actor teacher(const std::string& name) {
        return {AccountId{uuid_for_name("account " + name)},
                owner_,
                uuid_for_name(name),
                {{Role::teacher, ScopeKind::person, uuid_for_name(name)}}};
    }
    Actor principal(const Uuid& school) {
        return {AccountId{uuid_for_name("account head")},
                owner_,
                uuid_for_name("head"),
                {{Role::principal, ScopeKind::school, school}}};
    }
    Plan plan_of(const std::string& name, std::int64_t revision = 0) {
        Plan plan;
        plan.id = PlanId{uuid_for_name("plan of " + name)};
        plan.revision = revision;
        plan.person_id = uuid_for_name(name);
        plan.school_id = school_;
        plan.title = "Rencana " + name;
        plan.starts_on = *day_of(2026, 1, 5);
        plan.ends_on = *day_of(2026, 6, 26);
        plan.items = {{uuid_for_name("item " + name), NeedSource::own_wish, "1.2", "umpan balik",
                       "belajar bersama Bu Rina", "dua observasi", *day_of(2026, 3, 1), ItemState::open, ""}};
        return plan;
    }
    /// The problem code, or the state that the plan has then.
    template <class F>
    std::string code_of(const Actor& actor, F work) {
        const Result<Plan> done = test_.store().write({owner_, actor.account(), now_}, [&](store::Tx& tx) {
            SqlPlanStore plans(tx);
            evidence::SqlEvidenceStore evidence(tx);
            auto answer = work(plans, evidence);
            if (answer) plans.journal("test.looked", owner_.value);  // repeats change nothing and write no row
            return answer;
        });
        return done ? boost::describe::enum_to_string(done->state, "") : done.error().code;
    }
    std::string save(const Plan& plan, const Actor& actor) {
        return code_of(actor, [&](PlanStore& store, auto&) { return save_plan(plan, actor, now_, store); });
    }
    std::string move(const std::string& name, PlanState to, const Actor& actor, const std::string& reason = "") {
        return code_of(actor, [&](PlanStore& store, evidence::EvidenceStore& evidence) {
            return move_plan(PlanId{uuid_for_name("plan of " + name)}, to, reason, actor, now_, store, evidence);
        });
    }
    std::int64_t newest_revision(const std::string& name) {
        const auto plan = test_.store().read({owner_, {}, now_}, [&](store::Tx& tx) {
            return SqlPlanStore(tx).newest(PlanId{uuid_for_name("plan of " + name)});
        });
        return plan ? plan->revision : 0;
    }
    std::size_t seen_by(const Actor& actor) {
        return test_.store().read({owner_, {}, now_}, [&](store::Tx& tx) {
            SqlPlanStore plans(tx);
            return visible_plans(actor, plans).size();
        });
    }
};

TEST_P(PlanUseCases, BadInputIsNamedAndNothingIsSaved) {
    auto plan = plan_of("Sari");
    plan.title = "";
    EXPECT_EQ(save(plan, teacher("Sari")), "plans.title_missing");
    plan = plan_of("Sari");
    plan.ends_on = *day_of(2025, 12, 1);
    EXPECT_EQ(save(plan, teacher("Sari")), "plans.ends_before_start");
    plan.ends_on = *day_of(2027, 1, 7);  // 367 days after 5 January 2026; 366 is the most
    EXPECT_EQ(save(plan, teacher("Sari")), "plans.longer_than_a_year");
    plan = plan_of("Sari");
    plan.items[0].activity = "";
    EXPECT_EQ(save(plan, teacher("Sari")), "plans.item_without_activity");
    plan = plan_of("Sari");
    plan.items[0].due = *day_of(2026, 7, 1);
    EXPECT_EQ(save(plan, teacher("Sari")), "plans.due_outside");
    EXPECT_EQ(newest_revision("Sari"), 0);
}

TEST_P(PlanUseCases, OnlyTheOwnerWritesIt) {
    EXPECT_EQ(save(plan_of("Sari"), teacher("Tono")), "access.not_permitted");
    EXPECT_EQ(save(plan_of("Sari"), principal(school_)), "access.not_permitted");
    ASSERT_EQ(save(plan_of("Sari"), teacher("Sari")), "draft");
    auto taken = plan_of("Sari", 1);
    taken.person_id = uuid_for_name("Tono");  // Tono under the id of Sari's plan
    EXPECT_EQ(save(taken, teacher("Tono")), "access.not_permitted");
    EXPECT_EQ(move("Sari", PlanState::proposed, teacher("Tono")), "access.not_permitted");
}

TEST_P(PlanUseCases, SentTwiceIsSavedOnceAndTwoDevicesConflict) {
    ASSERT_EQ(save(plan_of("Sari"), teacher("Sari")), "draft");
    EXPECT_EQ(save(plan_of("Sari"), teacher("Sari")), "draft");
    EXPECT_EQ(newest_revision("Sari"), 1);
    auto phone = plan_of("Sari", 1);
    phone.title = "Dari ponsel";
    auto tablet = plan_of("Sari", 1);
    tablet.title = "Dari tablet";
    EXPECT_EQ(save(phone, teacher("Sari")), "draft");
    EXPECT_EQ(save(tablet, teacher("Sari")), "plans.conflict");
    EXPECT_EQ(newest_revision("Sari"), 2);
}

TEST_P(PlanUseCases, ApprovalBelongsToTheSchoolsPrincipal) {
    ASSERT_EQ(save(plan_of("Sari"), teacher("Sari")), "draft");
    EXPECT_EQ(move("Sari", PlanState::approved, principal(school_)), "plans.step_not_possible");
    ASSERT_EQ(move("Sari", PlanState::proposed, teacher("Sari")), "proposed");
    EXPECT_EQ(save(plan_of("Sari", 2), teacher("Sari")), "plans.not_editable");
    EXPECT_EQ(move("Sari", PlanState::approved, principal(uuid_for_name("another school"))), "access.not_permitted");
    EXPECT_EQ(move("Sari", PlanState::approved, teacher("Sari")), "access.not_permitted");
    EXPECT_EQ(move("Sari", PlanState::returned, principal(school_)), "plans.reason_missing");
    ASSERT_EQ(move("Sari", PlanState::returned, principal(school_), "tujuan belum terukur"), "returned");
    ASSERT_EQ(move("Sari", PlanState::proposed, teacher("Sari")), "proposed");
    ASSERT_EQ(move("Sari", PlanState::approved, principal(school_)), "approved");
    const auto revision = newest_revision("Sari");
    EXPECT_EQ(move("Sari", PlanState::approved, principal(school_)), "approved") << "approved again changes nothing";
    EXPECT_EQ(newest_revision("Sari"), revision);
    EXPECT_EQ(move("Nobody", PlanState::approved, principal(school_)), "plans.not_found");
}

TEST_P(PlanUseCases, APrincipalMayNotApproveTheOwnPlan) {
    Actor head = principal(school_);
    head = {head.account(),
            owner_,
            uuid_for_name("head"),
            {{Role::principal, ScopeKind::school, school_}, {Role::teacher, ScopeKind::person, uuid_for_name("head")}}};
    ASSERT_EQ(save(plan_of("head"), head), "draft");
    ASSERT_EQ(move("head", PlanState::proposed, head), "proposed");
    EXPECT_EQ(move("head", PlanState::approved, head), "access.not_permitted");
}

TEST_P(PlanUseCases, DraftsAreSeenByTheirOwnersOnly) {
    ASSERT_EQ(save(plan_of("Sari"), teacher("Sari")), "draft");
    EXPECT_EQ(seen_by(teacher("Sari")), 1U);
    EXPECT_EQ(seen_by(teacher("Tono")), 0U);
    EXPECT_EQ(seen_by(principal(school_)), 0U);
    ASSERT_EQ(move("Sari", PlanState::proposed, teacher("Sari")), "proposed");
    EXPECT_EQ(seen_by(principal(school_)), 1U);
    EXPECT_EQ(seen_by(principal(uuid_for_name("another school"))), 0U);
}

INSTANTIATE_TEST_SUITE_P(Stores, PlanUseCases, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace plan_usecases_test
}  // namespace pamong::plans
