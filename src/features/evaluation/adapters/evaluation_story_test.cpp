// An evaluation from plan to report, by the use cases that `pamong demo` and the routes call, on both stores.
#include <gtest/gtest.h>

#include <algorithm>

#include "features/evaluation/adapters/report_output.h"
#include "features/evaluation/adapters/with_work.h"
#include "features/evaluation/usecases/collect.h"
#include "features/evaluation/usecases/judge.h"
#include "features/evaluation/usecases/publish.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "platform/store/testing/test_store.h"

namespace pamong::evaluation {
namespace evaluation_story_test {

class EvaluationStory : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    store::Scope scope_{test_.add_owner("Dinas contoh"), {}, Timestamp{1'760'000'000'000'000}};
    access::Actor evaluator_{{}, scope_.owner, {}, {{access::Role::evaluator, access::ScopeKind::all}}};
    EvaluationId id_{uuid_for_name("evaluation")};

    /// Runs a use case in a transaction of its own and returns its Result.
    template <class F>
    auto run_as(const access::Actor& actor, F use_case) {
        return test_.store().write(scope_, [&](store::Tx& tx) {
            evidence::SqlEvidenceStore graph(tx);
            graph.use_key("a key that both stores share in this test");
            return with_work(tx, actor, scope_.now, graph, use_case);
        });
    }
    template <class F>
    auto run(F use_case) {
        return run_as(evaluator_, use_case);
    }
    template <class T>
    static std::string problem_of(const Result<T>& result) {
        return result ? "" : result.error().code;
    }
    AspectId aspect(const char* code) { return aspect_id(id_, code); }

    static Plan a_plan() {
        Plan plan;
        plan.title = "Evaluasi pendampingan sejawat";
        plan.programme_name = "Pendampingan sejawat";
        plan.purpose = "Memperbaiki program.";
        plan.users = "Kepala sekolah";
        plan.limits = "Satu sekolah saja.";
        plan.period_from = *day_from("2025-07-14");
        plan.period_to = *day_from("2025-12-19");
        plan.informants = {{"Mentor", 6, "bertugas sejak awal", "wawancara"}};
        return plan;
    }
    Result<Evaluation> start(const Plan& plan) {
        return run([&](Work& work) { return plan_evaluation(id_, plan, std::nullopt, checklist(), work); });
    }
    /// Leaves two aspects, I1 and P2, with a standard of 80 percent each.
    void start_and_lock() {
        ASSERT_TRUE(start(a_plan()));
        const auto locked = run([&](Work& work) -> Result<Evaluation> {
            const auto aspects = work.store.evaluation(id_)->aspects;
            for (const Aspect& one : aspects) {
                const bool used = one.code == "I1" || one.code == "P2";
                const auto defined = define_aspect(
                    {id_, one.id, one.question, one.criterion, "Sedikitnya 80 persen", Exact(80), one.sources, used},
                    work);
                if (!defined) return refused(defined.error());
            }
            return lock_evaluation(id_, work);
        });
        ASSERT_TRUE(locked) << problem_of(locked);
    }
    evidence::ItemRef offer_record(const char* name, const std::string& content,
                                   evidence::Kind kind = evidence::Kind::answer,
                                   std::vector<std::pair<evidence::ItemRef, evidence::Why>> rests_on = {}) {
        return *run([&](Work& work) -> Result<evidence::ItemRef> {
            work.store.journal("test.offered", "test", uuid_for_name(name));
            return evidence::offer({kind, uuid_for_name(name), name, content, std::move(rests_on)}, work.now,
                                   work.evidence);
        });
    }
    Result<Link> link(const char* name, const char* code, const char* item) {
        return run([&](Work& work) {
            return link_evidence({{uuid_for_name(name)},
                                  id_,
                                  aspect(code),
                                  uuid_for_name(item),
                                  LinkRole::observation,
                                  LinkWhy::supports,
                                  ""},
                                 work);
        });
    }
    Result<Aspect> find_and_judge(const char* code, const char* item) {
        return run([&](Work& work) -> Result<Aspect> {
            const NumberRef part{"part", {uuid_for_name(item), 1}, "held", 0};
            const NumberRef whole{"whole", {uuid_for_name(item), 1}, "planned", 0};
            if (auto done = measure_aspect({id_, aspect(code), {part, whole}}, work); !done) return done;
            if (auto done =
                    write_finding({id_, aspect(code), {{"{part} dari {whole} terlaksana.", {part, whole}}}}, work);
                !done)
                return done;
            return judge_aspect({id_, aspect(code), Judgement::mostly, "Hampir semua terlaksana.", "Ujian."}, work);
        });
    }
    /// The whole way to a published report that rests on two records.
    Report publish() {
        start_and_lock();
        offer_record("sesi", R"({"held":5,"planned":6})");
        offer_record("mentor", R"({"held":4,"planned":5})");
        EXPECT_TRUE(link("l1", "P2", "sesi"));
        EXPECT_TRUE(link("l2", "I1", "mentor"));
        EXPECT_TRUE(find_and_judge("P2", "sesi"));
        EXPECT_TRUE(find_and_judge("I1", "mentor"));
        auto report = run([&](Work& work) -> Result<Report> {
            if (auto done = decide({id_, Decision::proceed_improved, "Layak dilanjutkan."}, work); !done)
                return refused(done.error());
            if (auto done = recommend({{uuid_for_name("r1")},
                                       id_,
                                       aspect("P2"),
                                       Advice::improve,
                                       "Susun jadwal luwes.",
                                       "Kepala sekolah",
                                       *day_from("2026-01-31"),
                                       Priority::high},
                                      work);
                !done)
                return refused(done.error());
            return publish_report(id_, "Dinas contoh", work);
        });
        EXPECT_TRUE(report) << problem_of(report);
        return *report;
    }
    std::set<std::string> stale_slots() {
        const auto open = run([&](Work& work) {
            work.store.journal("test.read", "test", id_.value);
            return open_report(id_, work);
        });
        std::set<std::string> slots;
        for (const Claim* claim : claims_of(open->report))
            if (open->stale.contains(claim->statement.id)) slots.insert(claim->slot);
        return slots;
    }
    Verification verified() {
        return *run([&](Work& work) {
            work.store.journal("test.read", "test", id_.value);
            return verify_report(id_, work);
        });
    }
};

TEST_P(EvaluationStory, StartsWithTheNineteenAspectsOfTheChecklist) {
    const auto evaluation = start(a_plan());
    ASSERT_TRUE(evaluation);
    EXPECT_EQ(evaluation->aspects.size(), 19U);  // rows of regulations/cipp_checklist.csv
    EXPECT_TRUE(start(a_plan()));                // saying the same again changes nothing
    Plan other = a_plan();
    other.title = "Lain";
    EXPECT_EQ(problem_of(start(other)), "evaluation.conflict");
}

TEST_P(EvaluationStory, CriteriaAndStandardsCannotChangeAfterTheLock) {
    start_and_lock();
    for (int field = 0; field < 5; ++field) {
        const auto changed = run([&](Work& work) -> Result<Aspect> {
            const Aspect now = *work.store.evaluation(id_)->aspect(aspect("P2"));
            DefineAspect command{id_,         now.id,   now.question, now.criterion, now.standard, now.standard_value,
                                 now.sources, now.used, now.revision};
            if (field == 0) command.question += "?";
            if (field == 1) command.criterion += " saja";
            if (field == 2) command.standard = "Sedikitnya 50 persen";
            if (field == 3) command.standard_value = Exact(50);
            if (field == 4) command.used = false;
            return define_aspect(command, work);
        });
        EXPECT_EQ(problem_of(changed), "evaluation.locked") << field;
    }
    Plan other = a_plan();
    other.scale_rule = ScaleRule::B;
    EXPECT_EQ(problem_of(start(other)), "evaluation.locked");
}

TEST_P(EvaluationStory, EvidenceComesAfterTheCriteria) {
    ASSERT_TRUE(start(a_plan()));
    offer_record("sesi", R"({"held":5,"planned":6})");
    EXPECT_EQ(problem_of(link("l1", "P2", "sesi")), "evaluation.not_locked");
    const auto incomplete = run([&](Work& work) { return lock_evaluation(id_, work); });
    EXPECT_EQ(problem_of(incomplete), "evaluation.not_complete");
    EXPECT_EQ(incomplete.error().parts.size(), 19U);  // the checklist has criteria but no standards
}

TEST_P(EvaluationStory, NothingIsJudgedWithoutEvidenceAndFinding) {
    start_and_lock();
    const auto judge = [&](Work& work) {
        return judge_aspect({id_, aspect("P2"), Judgement::fulfilled, "Baik.", ""}, work);
    };
    EXPECT_EQ(problem_of(run(judge)), "evaluation.no_evidence");
    offer_record("sesi", R"({"held":5,"planned":6})");
    ASSERT_TRUE(link("l1", "P2", "sesi"));
    EXPECT_EQ(problem_of(run(judge)), "evaluation.no_finding");
    EXPECT_EQ(problem_of(run([&](Work& work) { return decide({id_, Decision::stop, "Cukup."}, work); })),
              "evaluation.not_all_judged");
    EXPECT_EQ(problem_of(run([&](Work& work) { return publish_report(id_, "", work); })), "evaluation.not_judged");
}

TEST_P(EvaluationStory, EveryClaimOfAReportHasAChainDownToRecords) {
    const Report report = publish();
    // 5 of 6 held: 83.3 percent, "Sangat Baik" by rule A (above 80); nothing missing to 80
    const auto part = std::ranges::find(report.aspects, "P2", &ReportAspect::code);
    EXPECT_EQ(part->finding.at(0).text(), "5 dari 6 terlaksana.");
    EXPECT_EQ(part->measure->text(), "83,3% (Sangat Baik)");
    EXPECT_EQ(part->discrepancy->text(), "0,0%");
    EXPECT_EQ(report.summary.at(0).text(),
              "Dari 2 aspek, 0 terpenuhi, 2 sebagian besar terpenuhi, 0 terpenuhi sebagian, dan 0 belum terpenuhi.");

    const auto verification = verified();
    EXPECT_EQ(verification.claims, claims_of(report).size());
    EXPECT_TRUE(verification.broken.empty())
        << verification.broken.front().text << ": " << verification.broken.front().problem.code;
    EXPECT_TRUE(verification.stale.empty());
    EXPECT_EQ(verification.records, 3U);  // the two records and the locked plan
}

TEST_P(EvaluationStory, ChangingOneRecordMarksExactlyTheDependentClaimsStale) {
    publish();
    EXPECT_TRUE(stale_slots().empty());
    offer_record("sesi", R"({"held":4,"planned":6})");
    // all that P2 says, and what is concluded from all aspects; nothing of I1, of the plan or of the method
    EXPECT_EQ(stale_slots(),
              (std::set<std::string>{"finding:P2:1", "measure:P2", "discrepancy:P2", "judgement:P2", "cause:P2",
                                     "summary", "decision:1", "recommendation:1", "responsible:1"}));
    EXPECT_TRUE(verified().broken.empty());
    EXPECT_EQ(verified().stale.size(), 9U);
}

TEST_P(EvaluationStory, RenewingJudgingAndPublishingAgainClearsWhatWasStale) {
    publish();
    offer_record("sesi", R"({"held":4,"planned":6})");
    const auto again = run([&](Work& work) -> Result<Report> {
        if (auto done = renew_aspect(id_, aspect("P2"), work); !done) return refused(done.error());
        if (auto done = judge_aspect({id_, aspect("P2"), Judgement::partly, "Dua pertiga terlaksana.", "Ujian."}, work);
            !done)
            return refused(done.error());
        if (auto done = decide({id_, Decision::proceed_improved, "Layak dilanjutkan."}, work); !done)
            return refused(done.error());
        if (auto done = recommend({{uuid_for_name("r1")},
                                   id_,
                                   aspect("P2"),
                                   Advice::improve,
                                   "Susun jadwal luwes.",
                                   "Kepala sekolah",
                                   *day_from("2026-01-31"),
                                   Priority::high},
                                  work);
            !done)
            return refused(done.error());
        return publish_report(id_, "Dinas contoh", work);
    });
    ASSERT_TRUE(again) << problem_of(again);
    EXPECT_EQ(again->number, 2);
    EXPECT_EQ(std::ranges::find(again->aspects, "P2", &ReportAspect::code)->measure->text(), "66,7% (Baik)");
    EXPECT_TRUE(stale_slots().empty());
}

TEST_P(EvaluationStory, ARepeatedPublicationKeepsItsStatements) {
    const Report first = publish();
    const auto second = run([&](Work& work) { return publish_report(id_, "Dinas contoh", work); });
    ASSERT_TRUE(second);
    for (std::size_t i = 0; i < claims_of(first).size(); ++i)
        EXPECT_EQ(claims_of(first)[i]->statement, claims_of(*second)[i]->statement);
}

TEST_P(EvaluationStory, AForgedFactIsFound) {
    publish();
    (void)test_.store().write(scope_, [&](store::Tx& tx) -> Done {
        tx.run("update evidence_item set content = $3 where org_id = $1 and id = $2", scope_.owner,
               uuid_for_name("sesi"), R"({"held":6,"planned":6})");
        tx.journal("test.forged", "test", id_.value);
        return {};
    });
    const auto verification = verified();
    ASSERT_FALSE(verification.broken.empty());
    EXPECT_EQ(verification.broken.front().problem.code, "evaluation.broken_hash");
}

TEST_P(EvaluationStory, AnonymousAnswersEndAtATableOfFive) {
    start_and_lock();
    offer_record("satu jawaban", R"({"anonymous":true,"score":4})");
    EXPECT_EQ(problem_of(link("l1", "P2", "satu jawaban")), "evaluation.anonymous_answer");
    offer_record("empat", R"({"anonymous":true,"n":4,"sum":16})", evidence::Kind::snapshot);
    EXPECT_EQ(problem_of(link("l2", "P2", "empat")), "evaluation.group_too_small");
    offer_record("lima", R"({"anonymous":true,"n":5,"sum":20})", evidence::Kind::snapshot);
    EXPECT_TRUE(link("l3", "P2", "lima"));
}

TEST_P(EvaluationStory, TypedNumbersAndUnknownMembersAreRefused) {
    start_and_lock();
    offer_record("sesi", R"({"held":5,"planned":6,"note":"x"})");
    const auto write = [&](std::string text, std::vector<NumberRef> numbers) {
        return problem_of(run([&](Work& work) { return write_finding({id_, aspect("P2"), {{text, numbers}}}, work); }));
    };
    EXPECT_EQ(write("Ada 5 sesi.", {}), "evaluation.number_without_source");
    EXPECT_EQ(write("Ada {n} sesi.", {{"n", {uuid_for_name("sesi"), 1}, "note", 0}}), "evaluation.no_number");
    EXPECT_EQ(write("Ada {n} sesi.", {{"n", {uuid_for_name("sesi"), 1}, "groups.0.held", 0}}), "evaluation.no_number");
    EXPECT_EQ(write("Ada {n} sesi.", {{"n", {uuid_for_name("nowhere"), 1}, "held", 0}}), "evaluation.no_such_evidence");
    EXPECT_EQ(write("", {}), "written.missing");
    EXPECT_EQ(problem_of(link("l1", "P2", "nowhere")), "evaluation.no_such_evidence");
}

TEST_P(EvaluationStory, FollowUpGoesOnUntilEveryRecommendationHasEnded) {
    publish();
    const access::Actor principal({}, scope_.owner, {}, {{access::Role::principal, access::ScopeKind::all}});
    const access::Actor teacher({}, scope_.owner, {}, {{access::Role::teacher, access::ScopeKind::all}});
    const NoteFollowUp note{
        uuid_for_name("f1"), id_, {uuid_for_name("r1")}, FollowUpStatus::done, "Jadwal baru berlaku."};
    EXPECT_EQ(problem_of(run_as(teacher, [&](Work& work) { return note_follow_up(note, work); })),
              "access.not_permitted");
    EXPECT_TRUE(run_as(principal, [&](Work& work) { return note_follow_up(note, work); }));
    const auto closed = run([&](Work& work) {
        work.store.journal("test.read", "test", id_.value);
        return open_evaluation(id_, work);
    });
    EXPECT_EQ(closed->state, EvaluationState::closed);
    EXPECT_EQ(closed->recommendations.at(0).follow_ups.size(), 1U);
}

TEST_P(EvaluationStory, TheReportPrintsAsPdfAndAsAPage) {
    publish();
    const auto printed = run([&](Work& work) -> Result<std::pair<std::string, std::string>> {
        work.store.journal("test.read", "test", id_.value);
        auto pdf = report_pdf(id_, Language::id, work);
        if (!pdf) return refused(pdf.error());
        auto html = report_html(id_, Language::id, work);
        if (!html) return refused(html.error());
        return std::pair(std::move(*pdf), std::move(*html));
    });
    ASSERT_TRUE(printed) << printed.error().code;
    EXPECT_TRUE(printed->first.starts_with("%PDF-"));
    EXPECT_NE(printed->second.find("5 dari 6 terlaksana."), std::string::npos);
    EXPECT_EQ(printed->second.find("evaluation."), std::string::npos) << "a word is missing";
}

INSTANTIATE_TEST_SUITE_P(Stores, EvaluationStory, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace evaluation_story_test
}  // namespace pamong::evaluation
