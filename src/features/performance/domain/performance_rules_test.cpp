#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "features/performance/domain/appraisal_cycle.h"
#include "features/performance/domain/credit_2009.h"
#include "features/performance/domain/pkg_duty.h"
#include "features/performance/domain/pkg_score.h"
#include "features/performance/domain/practice_cycle.h"
#include "features/performance/domain/practice_rating.h"
#include "features/performance/domain/quality_index.h"

namespace pamong {
namespace {

template <class T>
std::string rule_problem(const Result<T>& result) {
    return result ? std::string{} : result.error().code;
}

StepRecord a_step_on(const char* date) {
    return {*day_from(date),
            "Ruang kelas 7A",
            {Private<std::string>{"Sari"}, Private<std::string>{"Adi"}},
            Private<std::string>{"catatan"},
            Private<std::string>{"kesepakatan"}};
}

std::vector<int> some_scores() {
    const auto count = *rc::gen::inRange(1, 12);
    return *rc::gen::container<std::vector<int>>(static_cast<std::size_t>(count), rc::gen::inRange(0, 3));
}

}  // namespace

TEST(CompetenceValueRule, PutsEdgesInTheLowerValue) {
    // By hand: quarters of the maximum, an edge belongs to the value below (guide book 2, section 2 of the scoring).
    EXPECT_EQ(competence_value(std::vector{1, 0, 0, 0})->value, 1);  // 12.5 %
    EXPECT_EQ(competence_value(std::vector{1, 1, 0, 0})->value, 1);  // 25 %
    EXPECT_EQ(competence_value(std::vector{2, 1, 0, 0})->value, 2);  // 37.5 %
    EXPECT_EQ(competence_value(std::vector{2, 2, 0, 0})->value, 2);  // 50 %
    EXPECT_EQ(competence_value(std::vector{2, 2, 2, 0})->value, 3);  // 75 %
    EXPECT_EQ(competence_value(std::vector{2, 2, 2, 1})->value, 4);  // 87.5 %
}

TEST(CompetenceValueRule, GivesOneWhenNothingWasEarnedAndSaysSo) {
    const auto value = competence_value(std::vector{0, 0, 0});
    EXPECT_EQ(value->value, 1);
    EXPECT_TRUE(value->zero_rule);
}

TEST(CompetenceValueRule, ABetterIndicatorNeverLowersTheValue) {
    rc::check("raising one score never lowers the value", [] {
        auto scores = some_scores();
        const auto before = competence_value(scores);
        const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(scores.size())));
        RC_PRE(scores[at] < 2);
        ++scores[at];
        RC_ASSERT(competence_value(scores)->value >= before->value);
        RC_ASSERT(competence_value(scores)->percent() > before->percent());
    });
}

TEST(DutyScore, AveragesExactly) {
    // By hand: 3 1/7 + 2 = 36/7; of 8 = 450/7 %
    const AdditionalDuty duty{"X", "Contoh", 8, 50, 50, {{"a", {7}}, {"b", {2, 3}}}, {}};
    const auto result = score_duty(duty, std::vector<std::vector<int>>{{3, 3, 3, 3, 3, 3, 4}, {2, 2}});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->total, Exact(36, 7));
    EXPECT_EQ(result->npkg, Exact(450, 7));
    EXPECT_EQ(rule_problem(score_duty(duty, std::vector<std::vector<int>>{{3, 3, 3, 3, 3, 3, 5}, {2, 2}})),
              "performance.duty_score_range");
    EXPECT_EQ(rule_problem(score_duty(duty, std::vector<std::vector<int>>{{3, 3, 3, 3, 3, 3, 3}, {2}})),
              "performance.duty_criteria_count");
}

TEST(HoursShare, IsOneFromTheCompulsoryHoursOn) {
    EXPECT_EQ(*hours_share(18, 24), Exact(3, 4));
    EXPECT_EQ(*hours_share(24, 24), Exact(1));
    EXPECT_EQ(*hours_share(40, 24), Exact(1));  // 24 to 40 hours count as one
    EXPECT_EQ(*hours_share(0, 24), Exact(0));
    EXPECT_EQ(rule_problem(shared_credit(1, 1, 25, 70)), "performance.credit_shares");
}

TEST(PracticeRatingRule, IsAPercentOfSixPoints) {
    EXPECT_EQ(PracticeRating::of({2, 1, 1})->percent_of_six(), Exact(200, 3));  // 4 of 6, by hand
    EXPECT_EQ(rule_problem(PracticeRating::of({2, 3, 1})), "performance.practice_rating_range");
}

TEST(PracticeCycleRule, TakesFiveStepsInOrderAndSkipsNone) {
    PracticeCycle cycle;
    EXPECT_EQ(rule_problem(cycle.with(PracticeStep::observation, a_step_on("2026-02-02"))),
              "performance.practice_step_order");
    for (const auto step : {PracticeStep::preparation_talk, PracticeStep::observation, PracticeStep::follow_up_talk,
                            PracticeStep::follow_up_effort, PracticeStep::reflection}) {
        EXPECT_EQ(cycle.next(), step);
        auto longer = cycle.with(step, a_step_on("2026-02-02"));
        ASSERT_TRUE(longer);
        cycle = *longer;
    }
    EXPECT_FALSE(cycle.next());
    EXPECT_EQ(rule_problem(cycle.with(PracticeStep::reflection, a_step_on("2026-03-01"))),
              "performance.practice_step_order");
}

TEST(PracticeCycleRule, WantsTheWholeTrailAndNoStepBackInTime) {
    auto record = a_step_on("2026-02-02");
    record.people.clear();
    const auto missing = PracticeCycle{}.with(PracticeStep::preparation_talk, record);
    EXPECT_EQ(rule_problem(missing), "performance.practice_step_incomplete");
    EXPECT_EQ(missing.error().at, "people");
    const auto cycle = PracticeCycle{}.with(PracticeStep::preparation_talk, a_step_on("2026-02-02"));
    EXPECT_EQ(rule_problem(cycle->with(PracticeStep::observation, a_step_on("2026-02-01"))),
              "performance.practice_step_date");
}

TEST(AppraisalCourseRule, FreezesWhatWasAgreedAndCorrectsByANewVersion) {
    AppraisalCourse draft;
    draft.regime = Regime::pkg_2009;
    EXPECT_EQ(rule_problem(agree(draft)), "performance.appraisal_state");
    EXPECT_EQ(rule_problem(freeze(draft)), "performance.appraisal_state");
    const auto frozen = freeze(*agree(*share(draft)));
    ASSERT_TRUE(frozen);
    EXPECT_EQ(rule_problem(share(*frozen)), "performance.appraisal_state");
    EXPECT_EQ(rule_problem(correct(*frozen, Private<std::string>{""})), "performance.appraisal_reason");
    const auto corrected = correct(*frozen, Private<std::string>{"salah ketik"});
    EXPECT_EQ(corrected->version, 2);
    EXPECT_EQ(corrected->state, AppraisalState::draft);
    EXPECT_EQ(corrected->regime, Regime::pkg_2009);
}

TEST(AppraisalCourseRule, AnswersAnObjectionBeforeItFreezes) {
    const auto shared = share(AppraisalCourse{});
    EXPECT_EQ(rule_problem(object(*shared, Private<std::string>{""})), "performance.appraisal_reason");
    const auto objected = object(*shared, Private<std::string>{"bukti belum dilihat"});
    EXPECT_EQ(rule_problem(freeze(*objected)), "performance.appraisal_objection_open");
    EXPECT_TRUE(freeze(*answer_objection(*objected, Private<std::string>{"bukti sudah dilihat"})));
    EXPECT_EQ(accept_objection(*objected, Private<std::string>{"benar"})->state, AppraisalState::draft);
}

TEST(AssessorConflict, FlagsTheMentorOfTheSamePeriod) {
    const Uuid rina{1, 1};
    const Uuid adi{1, 2};
    const std::vector<MentoringSpan> spans = {{rina, adi, {*day_from("2026-01-10"), *day_from("2026-06-30")}}};
    const Period first{*day_from("2026-06-30"), *day_from("2026-12-31")};
    const Period later{*day_from("2026-07-01"), *day_from("2026-12-31")};
    EXPECT_TRUE(mentor_is_assessor(rina, adi, first, spans));
    EXPECT_FALSE(mentor_is_assessor(rina, adi, later, spans));
    EXPECT_FALSE(mentor_is_assessor(adi, rina, first, spans));
}

TEST(QualityIndexRule, RefusesMissingComponentsAndOddWeights) {
    const auto labels = RatingScale::of({}, {{BandEdge::above, 75, "Baik", "Good", {}},
                                             {BandEdge::above, 60, "Cukup", "Sufficient", {}},
                                             {BandEdge::rest, {}, "Kurang", "Poor", {}}});
    QualityWeights weights{{60, 20, 20}, 50, "Cukup", {}};
    EXPECT_EQ(rule_problem(quality_index({80, std::nullopt, 80}, weights, *labels)), "performance.quality_component");
    EXPECT_EQ(rule_problem(quality_index({101, 80, 80}, weights, *labels)), "performance.quality_component");
    // 0.6 * 49 + 0.2 * 100 + 0.2 * 100 = 69.4: already Cukup, nothing to cap
    EXPECT_FALSE(quality_index({49, 100, 100}, weights, *labels)->capped);
    weights.percent = {60, 20, 10};
    EXPECT_EQ(rule_problem(quality_index({80, 80, 80}, weights, *labels)), "performance.quality_weights");
}

}  // namespace pamong
