#include "features/outcomes/domain/class_result.h"

#include <gtest/gtest.h>

namespace pamong::outcomes {
namespace {

ClassResult a_result(const std::string& class_name, const std::string& period, int mean) {
    ClassResult result;
    result.id = {uuid_for_name(class_name + period)};
    result.teacher_id = uuid_for_name("teacher of " + class_name);
    result.school_id = uuid_for_name("school");
    result.class_name = class_name;
    result.subject = "IPA";
    result.instrument = "Sumatif IPA";
    result.period = period;
    result.measured_on = *day_of(2025, 6, 10);
    result.pupils = 28;
    result.mean = mean;
    return result;
}

std::string problem_code(const Done& done) { return done ? "" : done.error().code + " at " + done.error().at; }

TEST(ClassResult, RefusesWhatCannotBe) {
    auto result = a_result("VIII-A", "1", 70);
    EXPECT_TRUE(check_class_result(result));
    result.mean = 101;
    EXPECT_EQ(problem_code(check_class_result(result)), "outcomes.mean_range at mean");
    result.mean = 70;
    result.mastered = 29;
    EXPECT_EQ(problem_code(check_class_result(result)), "outcomes.mastered_range at mastered");
    result.mastered = 21;
    EXPECT_EQ(mastery_share(result), Exact(3, 4));  // 21 of 28, by hand
    result.pupils = 0;
    EXPECT_EQ(problem_code(check_class_result(result)), "outcomes.pupils at pupils");
}

TEST(PairPeriods, ComparesTheSameClassAndInstrumentOnly) {
    auto other_instrument = a_result("VIII-C", "2", 80);
    other_instrument.instrument = "Tes lain";
    const auto changes =
        pair_periods({a_result("VIII-A", "1", 60), a_result("VIII-A", "2", 66), a_result("VIII-B", "1", 70),
                      a_result("VIII-C", "1", 64), other_instrument, a_result("VIII-A", "3", 90)},
                     "1", "2");
    ASSERT_EQ(changes.pairs.size(), 1U);
    EXPECT_EQ(changes.pairs[0].after.mean - changes.pairs[0].before.mean, Exact(6));
    EXPECT_EQ(changes.without_partner, 3U);
}

}  // namespace
}  // namespace pamong::outcomes
