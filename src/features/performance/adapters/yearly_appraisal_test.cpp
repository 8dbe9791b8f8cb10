#include <gtest/gtest.h>

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/performance/adapters/regulations.h"
#include "features/performance/adapters/sql_appraisal_store.h"
#include "platform/embedded.h"
#include "platform/store/testing/test_store.h"

namespace pamong::performance {
namespace yearly_appraisal_test {

const Uuid school = uuid_for_name("SMP contoh");
const Uuid sari = uuid_for_name("Sari");
const AppraisalId id{uuid_for_name("appraisal of Sari")};

class YearlyAppraisal : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    store::Scope scope_{test_.add_owner("Dinas contoh"), {}, Timestamp{1'760'000'000'000'000}};
    PredicateMatrix matrix_ = read_performance_rules([](std::string_view path) { return embedded(path); })->matrix;
    access::Actor principal_{
        {}, scope_.owner, uuid_for_name("head"), {{access::Role::principal, access::ScopeKind::school, school}}};
    access::Actor teacher_{{}, scope_.owner, sari, {{access::Role::teacher, access::ScopeKind::person, sari}}};

    template <class F>
    auto as(const access::Actor& actor, F work) {
        return test_.store().write(scope_, [&](store::Tx& tx) {
            SqlAppraisalStore store(tx);
            evidence::SqlEvidenceStore evidence(tx);
            return work(AppraisalDesk{actor, scope_.now, store, evidence, matrix_});
        });
    }
    std::string code_of_refusal(const Result<Appraisal>& result) { return result ? "" : result.error().code; }
    Result<Appraisal> open() {
        return as(principal_,
                  [](const AppraisalDesk& desk) { return open_appraisal({id, sari, school, 2025, "UBK"}, desk); });
    }
    Result<Appraisal> step(PracticeStep which, int day) {
        return as(principal_, [&](const AppraisalDesk& desk) {
            return record_step(id, which,
                               {*day_of(2025, 8, day),
                                "ruang guru",
                                {Private<std::string>("Sari")},
                                Private<std::string>("catatan"),
                                Private<std::string>("coba lagi")},
                               {}, desk);
        });
    }
    Result<Appraisal> rate_as(Expectation work, Expectation behaviour) {
        return as(principal_, [&](const AppraisalDesk& desk) { return rate(id, work, behaviour, desk); });
    }
    Result<Appraisal> event(const access::Actor& actor, AppraisalEvent what, const std::string& text = "") {
        return as(actor, [&](const AppraisalDesk& desk) { return move_on(id, what, Private(text), desk); });
    }
    void practise() {
        ASSERT_TRUE(open());
        ASSERT_TRUE(step(PracticeStep::preparation_talk, 4));
        ASSERT_TRUE(step(PracticeStep::observation, 6));
        ASSERT_TRUE(step(PracticeStep::follow_up_talk, 7));
    }
};

TEST_P(YearlyAppraisal, StepsAreStrictAndRatingsWaitForTheTalk) {
    ASSERT_TRUE(open());
    EXPECT_EQ(code_of_refusal(step(PracticeStep::observation, 4)), "performance.practice_step_order");
    EXPECT_EQ(code_of_refusal(rate_as(Expectation::above, Expectation::above)), "performance.practice_incomplete");
    EXPECT_EQ(code_of_refusal(as(principal_,
                                 [](const AppraisalDesk& desk) {
                                     return open_appraisal({{uuid_for_name("second")}, sari, school, 2025, "UBK"},
                                                           desk);
                                 })),
              "performance.year_taken");
    EXPECT_EQ(code_of_refusal(as(teacher_,
                                 [](const AppraisalDesk& desk) {
                                     return open_appraisal({{uuid_for_name("own")}, sari, school, 2024, "UBK"}, desk);
                                 })),
              "performance.own_appraisal");
}

TEST_P(YearlyAppraisal, AgreedFrozenAndOfferedAsEvidence) {
    practise();
    ASSERT_TRUE(rate_as(Expectation::above, Expectation::as_expected));
    EXPECT_EQ(code_of_refusal(event(teacher_, AppraisalEvent::agree)),
              "performance.appraisal_state");  // not shared yet
    ASSERT_TRUE(event(principal_, AppraisalEvent::share));
    EXPECT_EQ(code_of_refusal(event(principal_, AppraisalEvent::agree)), "access.not_permitted");
    ASSERT_TRUE(event(teacher_, AppraisalEvent::agree));
    const auto frozen = event(principal_, AppraisalEvent::freeze);
    ASSERT_TRUE(frozen) << frozen.error().code;
    EXPECT_EQ(frozen->content_hash.size(), 64U);
    EXPECT_EQ(code_of_refusal(rate_as(Expectation::below, Expectation::below)), "performance.appraisal_state");
    // PermenPANRB 6/2022: work result above, behaviour as expected -> Baik.
    const auto item =
        test_.store().read(scope_, [](store::Tx& tx) { return evidence::SqlEvidenceStore(tx).newest_item(id.value); });
    ASSERT_TRUE(item);
    EXPECT_NE(item->content.find("\"predicate\":\"Baik\""), std::string::npos) << item->content;
    EXPECT_EQ(code_of_refusal(event(principal_, AppraisalEvent::correct)), "performance.appraisal_reason");
    const auto corrected = event(principal_, AppraisalEvent::correct, "salah pilih");
    ASSERT_TRUE(corrected);
    EXPECT_EQ(corrected->course.version, 2);
    EXPECT_FALSE(corrected->frozen_at);
}

TEST_P(YearlyAppraisal, AnObjectionIsAnsweredBeforeFreezing) {
    practise();
    ASSERT_TRUE(rate_as(Expectation::as_expected, Expectation::as_expected));
    ASSERT_TRUE(event(principal_, AppraisalEvent::share));
    EXPECT_EQ(code_of_refusal(event(teacher_, AppraisalEvent::object)), "performance.appraisal_reason");
    ASSERT_TRUE(event(teacher_, AppraisalEvent::object, "observasi saat ujian"));
    EXPECT_EQ(code_of_refusal(event(principal_, AppraisalEvent::freeze)), "performance.appraisal_objection_open");
    ASSERT_TRUE(event(principal_, AppraisalEvent::keep_ratings, "sudah dibahas"));
    EXPECT_TRUE(event(principal_, AppraisalEvent::freeze));
}

TEST_P(YearlyAppraisal, NobodyElseSeesADraft) {
    ASSERT_TRUE(open());
    const access::Actor elsewhere(
        {}, scope_.owner, {}, {{access::Role::principal, access::ScopeKind::school, uuid_for_name("sekolah lain")}});
    for (const auto& actor : {teacher_, elsewhere}) {
        const auto seen = as(actor, [](const AppraisalDesk& desk) { return readable_appraisal(id, desk); });
        EXPECT_EQ(code_of_refusal(seen), "performance.not_found");
    }
    EXPECT_EQ(code_of_refusal(
                  as(elsewhere,
                     [](const AppraisalDesk& desk) { return rate(id, Expectation::below, Expectation::below, desk); })),
              "access.not_permitted");
}

INSTANTIATE_TEST_SUITE_P(Stores, YearlyAppraisal, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace yearly_appraisal_test
}  // namespace pamong::performance
