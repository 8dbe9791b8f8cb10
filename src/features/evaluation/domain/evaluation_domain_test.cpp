#include <gtest/gtest.h>

#include "features/evaluation/domain/course.h"
#include "features/evaluation/domain/measure.h"
#include "features/evaluation/domain/sentence.h"

namespace pamong::evaluation {
namespace {

Sentence with_number(std::string text) { return {std::move(text), {{"persen", {}, "value", 1}}}; }

std::string refusal(const Sentence& sentence) {
    const auto pieces = pieces_of(sentence);
    return pieces ? "" : pieces.error().code;
}

Aspect an_aspect(std::string code) {
    Aspect aspect;
    aspect.id = {uuid_for_name(code)};
    aspect.code = std::move(code);
    aspect.question = "Apakah?";
    aspect.criterion = "Ada";
    aspect.standard = "Semua";
    return aspect;
}

}  // namespace

TEST(FindingSentence, HasItsNumbersFromRecordsOnly) {
    const auto pieces = pieces_of(with_number("Terlaksana {persen} persen."));
    ASSERT_TRUE(pieces);
    ASSERT_EQ(pieces->size(), 3U);
    EXPECT_EQ((*pieces)[1].number->path, "value");
    EXPECT_EQ(refusal({"Terlaksana 83,3 persen.", {}}), "evaluation.number_without_source");
    EXPECT_EQ(refusal({"Ada 5 dari enam mentor.", {}}), "evaluation.number_without_source");
    EXPECT_EQ(refusal({"Naik 2019,5 poin.", {}}), "evaluation.number_without_source");
}

TEST(FindingSentence, MayNameYearsAndPeople) {
    EXPECT_EQ(refusal({"Pada 2019 guru G-03 dan sekolah S1 ikut.", {}}), "");
}

TEST(FindingSentence, RefusesHolesThatLeadNowhere) {
    EXPECT_EQ(refusal({"Ada {lain}.", {}}), "evaluation.bad_hole");
    EXPECT_EQ(refusal({"Ada {persen", {}}), "evaluation.bad_hole");
    EXPECT_EQ(refusal({"Ada } saja", {}}), "evaluation.bad_hole");
    EXPECT_EQ(refusal(with_number("Tanpa angka.")), "evaluation.unused_number");
}

TEST(EvaluationCourse, IsLockedOnlyWhenEveryUsedAspectIsComplete) {
    Evaluation evaluation;
    EXPECT_EQ(check_may_lock(evaluation).error().parts.at(0).code, "evaluation.no_aspect");
    evaluation.aspects = {an_aspect("C1"), an_aspect("C2")};
    evaluation.aspects[1].standard.clear();
    const auto refused = check_may_lock(evaluation);
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().parts.size(), 1U);
    EXPECT_EQ(refused.error().parts[0].at, "C2.standard");
    evaluation.aspects[1].used = false;
    EXPECT_TRUE(check_may_lock(evaluation));
}

TEST(EvaluationCourse, TakesEvidenceOnlyAfterTheLock) {
    Evaluation evaluation;
    EXPECT_EQ(check_may_collect(evaluation).error().code, "evaluation.not_locked");
    evaluation.state = EvaluationState::locked;
    EXPECT_TRUE(check_may_collect(evaluation));
    EXPECT_EQ(check_may_plan(evaluation).error().code, "evaluation.locked");
    evaluation.state = EvaluationState::closed;
    EXPECT_EQ(check_may_collect(evaluation).error().code, "evaluation.closed");
}

TEST(EvaluationCourse, ClosesWhenEveryRecommendationHasEnded) {
    Evaluation evaluation;
    evaluation.state = EvaluationState::judged;
    EXPECT_EQ(state_after_follow_up(evaluation), EvaluationState::judged);
    evaluation.recommendations.resize(2);
    evaluation.recommendations[0].status = FollowUpStatus::done;
    EXPECT_EQ(state_after_follow_up(evaluation), EvaluationState::judged);
    evaluation.recommendations[1].status = FollowUpStatus::dropped;
    EXPECT_EQ(state_after_follow_up(evaluation), EvaluationState::closed);
}

TEST(AspectMeasure, ReadsWhatTheRuleNeedsAndNothingElse) {
    const auto scale =
        *RatingScale::of({}, {{BandEdge::above, 80, "Sangat Baik", "", {}}, {BandEdge::rest, {}, "Lain", "", {}}});
    const Scales scales{{ScaleRule::A, scale}, {ScaleRule::D, scale}};
    // 5 of 6 = 83.333... (the example of the handbook's aspect table)
    const auto reading = read_measure(ScaleRule::A, {{"part", 5}, {"whole", 6}}, scales);
    ASSERT_TRUE(reading);
    EXPECT_EQ(shown(reading->value, 1), "83,3");
    EXPECT_EQ(reading->band.name_id, "Sangat Baik");
    // 301 of 14 * 5 * 5 (CIPP-1 of the handbook)
    EXPECT_EQ(
        read_measure(ScaleRule::A, {{"sum", 301}, {"respondents", 14}, {"items", 5}, {"scale_max", 5}}, scales)->value,
        Exact(86));
    EXPECT_EQ(read_measure(ScaleRule::A, {{"mean", 4}}, scales).error().code, "evaluation.measure_inputs");
    EXPECT_EQ(read_measure(ScaleRule::A, {{"part", 5}, {"whole", 0}}, scales).error().code, "evaluation.scale_range");
    EXPECT_EQ(read_measure(ScaleRule::D, {{"mean", 6}}, scales).error().code, "evaluation.scale_score");
    EXPECT_EQ(read_measure(ScaleRule::E, {}, scales).error().code, "evaluation.measure_none");
}

TEST(AspectMeasure, TheDiscrepancyIsWhatIsMissingToTheStandard) {
    Aspect aspect = an_aspect("I1");
    EXPECT_FALSE(discrepancy(aspect));
    aspect.standard_value = 80;
    aspect.measure = Measure{{}, Exact(500, 6), ""};
    EXPECT_EQ(*discrepancy(aspect), Exact(0));  // 83.3 of 80: nothing is missing
    aspect.measure->value = Exact(70);
    EXPECT_EQ(*discrepancy(aspect), Exact(10));
}

}  // namespace pamong::evaluation
