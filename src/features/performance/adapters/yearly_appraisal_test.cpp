#include <gtest/gtest.h>

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/instruments/adapters/sql_submission_store.h"
#include "features/performance/adapters/appraisal_view.h"
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

    store::Tx* tx_ = nullptr;
    instruments::SqlSubmissionStore* submissions_ = nullptr;  ///< of the transaction that as() has open

    template <class F>
    auto as(const access::Actor& actor, F work) {
        return test_.store().write(scope_, [&](store::Tx& tx) {
            SqlAppraisalStore store(tx);
            evidence::SqlEvidenceStore evidence(tx);
            instruments::SqlSubmissionStore submissions(tx);
            submissions_ = &submissions;
            tx_ = &tx;
            return work(AppraisalDesk{actor, scope_.now, store, evidence, matrix_});
        });
    }
    std::string code_of_refusal(const Result<Appraisal>& result) { return result ? "" : result.error().code; }
    Result<Appraisal> open() {
        return as(principal_,
                  [](const AppraisalDesk& desk) { return open_appraisal({id, sari, school, 2025, "UBK"}, desk); });
    }
    /// A submission about Sari arrives, as the instruments take it.
    Result<Appraisal> observe_through(const instruments::SubmissionId& submission,
                                      const std::vector<instruments::Answer>& answers, const AppraisalDesk& desk,
                                      std::optional<instruments::SubmissionId> corrects = {}) {
        const access::Actor mentor({}, scope_.owner, uuid_for_name("mentor"),
                                   {{access::Role::mentor, access::ScopeKind::person, sari}});
        const auto received = instruments::submit_form({submission,
                                                        corrects,
                                                        "classroom_observation_2025",
                                                        "1",
                                                        "<data/>",
                                                        to_string(submission),
                                                        answers,
                                                        desk.now,
                                                        {},
                                                        sari},
                                                       mentor, desk.now, *submissions_, desk.evidence);
        if (!received) return refused(received.error());
        return Appraisal{};
    }
    Result<Appraisal> step(PracticeStep which, int day, std::optional<Uuid> submission = {}) {
        return as(principal_, [&](const AppraisalDesk& desk) {
            return record_step(id, which,
                               {*day_of(2025, 8, day),
                                "ruang guru",
                                {Private<std::string>("Sari")},
                                Private<std::string>("catatan"),
                                Private<std::string>("coba lagi")},
                               submission, desk);
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

TEST_P(YearlyAppraisal, TheRatingRestsOnTheObservationOfThatTeacherAndIndicator) {
    using namespace instruments;
    const SubmissionId observed{uuid_for_name("observation of Sari")};
    const SubmissionId other{uuid_for_name("observation of another indicator")};
    const auto add_observation = [&](const SubmissionId& submission, const std::string& indicator, int points) {
        return as(principal_, [&](const AppraisalDesk& desk) -> Result<Appraisal> {
            std::vector<Answer> answers{{"/data/indicator", "", indicator}};
            for (int i = 1; i <= 3; ++i)
                answers.push_back(
                    {"/data/" + indicator + "/" + indicator + std::to_string(i), "", std::to_string(points)});
            return observe_through(submission, answers, desk);
        });
    };
    ASSERT_TRUE(add_observation(observed, "UBK", 1));
    ASSERT_TRUE(add_observation(other, "DIS", 1));
    ASSERT_TRUE(open());
    ASSERT_TRUE(step(PracticeStep::preparation_talk, 4));
    EXPECT_EQ(code_of_refusal(step(PracticeStep::observation, 6, uuid_for_name("nothing"))),
              "performance.observation_unknown");
    EXPECT_EQ(code_of_refusal(step(PracticeStep::observation, 6, other.value)), "performance.observation_other");
    ASSERT_TRUE(step(PracticeStep::observation, 6, observed.value));
    ASSERT_TRUE(step(PracticeStep::follow_up_talk, 7));
    ASSERT_TRUE(rate_as(Expectation::as_expected, Expectation::as_expected));
    ASSERT_TRUE(event(principal_, AppraisalEvent::share));
    ASSERT_TRUE(event(teacher_, AppraisalEvent::agree));
    ASSERT_TRUE(event(principal_, AppraisalEvent::freeze));
    // predicate -> two ratings; work result -> score of the observation -> its answers: five facts below one claim
    const auto chain = test_.store().read(scope_, [&](store::Tx& tx) {
        evidence::SqlEvidenceStore evidence(tx);
        return evidence.chain_below({evidence.newest_item(id.value)->ref});
    });
    EXPECT_EQ(chain.items.size(), 5U);
    EXPECT_TRUE(evidence::stale_items(chain).empty());
    // The observation is corrected: the predicate that rests on it is stale, and says so.
    ASSERT_TRUE(as(principal_, [&](const AppraisalDesk& desk) -> Result<Appraisal> {
        return observe_through({uuid_for_name("correction")},
                               {{"/data/indicator", "", "UBK"},
                                {"/data/UBK/UBK1", "", "2"},
                                {"/data/UBK/UBK2", "", "2"},
                                {"/data/UBK/UBK3", "", "2"}},
                               desk, observed);
    }));
    const auto stale = test_.store().read(scope_, [&](store::Tx& tx) {
        evidence::SqlEvidenceStore evidence(tx);
        return evidence::stale_items(evidence.chain_below({evidence.newest_item(id.value)->ref}));
    });
    EXPECT_TRUE(stale.contains({id.value, 1}));
}

TEST_P(YearlyAppraisal, WhoeverSawAnOlderStateIsToldSo) {
    ASSERT_TRUE(open());
    const auto late = as(principal_, [](const AppraisalDesk& desk) {
        AppraisalDesk seen{desk.actor, desk.now, desk.store, desk.evidence, desk.matrix, "Kepala", 7};
        return move_on(id, AppraisalEvent::share, {}, seen);
    });
    EXPECT_EQ(code_of_refusal(late), "performance.conflict");
}

TEST_P(YearlyAppraisal, TheMentorAsAssessorIsFlagged) {
    ASSERT_TRUE(open());
    const auto flagged = [&] {
        return test_.store().read(scope_, [](store::Tx& tx) {
            SqlAppraisalStore store(tx);
            return is_flagged(*store.newest(id), store);
        });
    };
    EXPECT_FALSE(flagged());
    (void)as(principal_, [&](const AppraisalDesk&) -> Result<int> {
        auto& tx = *tx_;
        const Uuid programme = uuid_for_name("programme");
        tx.run(R"sql(
            insert into programmes_programme (org_id, id, revision, template, name, label_year, starts_on, ends_on,
                school_id, region_ids, state, created_at)
            values ($1, $2, 1, 'peer_mentoring', 'Contoh', 2025, $3, $4, null, $6, 'running', $5)
        )sql",
               scope_.owner, programme, *day_of(2025, 7, 1), *day_of(2025, 12, 1), scope_.now, "[]");
        tx.run(R"sql(
            insert into mentoring_pair (org_id, id, revision, programme_id, match_id, mentor_participant_id,
                mentee_participant_id, mentor_id, mentee_id, mentor_answer, mentee_answer, reasons, starts_on, ends_on,
                ended_on, made_at)
            values ($1, $2, 1, $3, null, $4, $5, $4, $5, 'accepted', 'accepted', $9, $6, $7, null, $8)
        )sql",
               scope_.owner, uuid_for_name("pair"), programme, uuid_for_name("head"), sari, *day_of(2025, 7, 1),
               *day_of(2025, 12, 1), scope_.now, "{}");
        tx.journal("pair.started", "pair", uuid_for_name("pair"));
        return 0;
    });
    EXPECT_TRUE(flagged());  // the head mentored Sari from July to December 2025 and appraises 2025
}

TEST_P(YearlyAppraisal, TalksStayWithTheTwoAndCreditFollowsThePredicate) {
    practise();
    ASSERT_TRUE(rate_as(Expectation::above, Expectation::above));
    const access::Actor district({}, scope_.owner, {}, {{access::Role::district, access::ScopeKind::all}});
    for (const auto& [actor, reads] : {std::pair(principal_, true), std::pair(district, false)}) {
        const bool seen = as(actor, [](const AppraisalDesk& desk) -> Result<bool> {
                              return reads_notes(*desk.store.newest(id), desk);
                          }).value_or(!reads);
        EXPECT_EQ(seen, reads);
    }
    const auto record = test_.store().read(scope_, [](store::Tx& tx) { return *SqlAppraisalStore(tx).newest(id); });
    // Sangat Baik 150 % x 12.5 (Ahli Pertama, III/b) = 18.75 a year: example of the agency's slides, PerBKN 3/2023.
    const auto credit = credit_of(record, "III/b");
    ASSERT_TRUE(credit);
    EXPECT_EQ(credit->credit, Exact(1875, 100));
    EXPECT_FALSE(credit_of(record, "unknown"));
}

INSTANTIATE_TEST_SUITE_P(Stores, YearlyAppraisal, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace yearly_appraisal_test
}  // namespace pamong::performance
