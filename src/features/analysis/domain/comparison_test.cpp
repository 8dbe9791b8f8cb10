#include "features/analysis/domain/comparison.h"

#include <gtest/gtest.h>

namespace pamong::analysis {
namespace {

std::vector<Observed> units(const std::vector<double>& first, const std::vector<double>& second) {
    std::vector<Observed> all;
    for (std::size_t i = 0; i < first.size(); ++i)
        all.push_back({"K-" + std::to_string(i + 1), first[i], second[i], {}});
    return all;
}

TEST(ChangeOf, MatchesAValueWorkedByHand) {
    // Differences 2, 4, 6, 8, 10: mean 6, sd sqrt(10) = 3.1623; t = 6 / (3.1623 / sqrt(5)) = 4.2426; d_z = 6 / 3.1623
    // = 1.8974.
    const Change change = change_of(units({60, 60, 60, 60, 60}, {62, 64, 66, 68, 70}));
    EXPECT_EQ(change.n, 5);
    EXPECT_NEAR(change.difference.value, 6.0, 1e-12);
    EXPECT_NEAR(*change.t, 4.242640687, 1e-8);
    EXPECT_NEAR(change.effect->value, 1.897366596, 1e-8);
    EXPECT_LT(*change.difference.low, 6.0);
    EXPECT_FALSE(change.problem);
}

TEST(ChangeOf, TooFewDataGiveMeansButNoTest) {
    const Change change = change_of(units({60, 61, 62, 63}, {61, 63, 64, 68}));
    EXPECT_EQ(change.problem, "stats.too_few");
    EXPECT_FALSE(change.p);
    EXPECT_NEAR(change.mean_before, 61.5, 1e-12);
}

TEST(AssociationOf, MatchesTheVectorOfTheHandbook) {
    // Handbook 13, section 5: x 1..5, y 2, 4, 5, 4, 5 gives r 0.7746.
    const Association association = association_of(units({1, 2, 3, 4, 5}, {2, 4, 5, 4, 5}));
    EXPECT_NEAR(association.pearson->value, 0.7746, 5e-5);
    EXPECT_EQ(association_of(units({1, 2, 3, 4, 5}, {3, 3, 3, 3, 3})).problem, "stats.no_variation");
    EXPECT_EQ(guards_of(association_method).size(), 3U);
}

TEST(ScaleTotalOf, AddsUpSheetsAndGivesTheMeanWithItsInterval) {
    // Sheets of 20, 21, 22, 23, 24 points of 25: percents 80, 84, 88, 92, 96; mean 88, sd 6.324555,
    // half width qt(0.975, 4) * sd / sqrt(5) = 2.776445 * 2.828427 = 7.852972 (by hand, t from printed tables).
    const ScaleTotal total = scale_total_of(units({20, 21, 22, 23, 24}, {25, 25, 25, 25, 25}));
    EXPECT_EQ(total.points, 110);
    EXPECT_EQ(total.maximum, 125);
    EXPECT_NEAR(total.percent.value, 88, 1e-12);
    EXPECT_NEAR(*total.percent.low, 80.147028, 5e-6);
    EXPECT_NEAR(*total.percent.high, 95.852972, 5e-6);
    EXPECT_EQ(guards_of(scale_method), std::vector<std::string>{"analysis.guard_uncertainty"});
}

TEST(ScaleTotalOf, FewSheetsHaveNoInterval) {
    const ScaleTotal total = scale_total_of(units({20, 25}, {25, 25}));
    EXPECT_NEAR(total.percent.value, 90, 1e-12);
    EXPECT_FALSE(total.percent.low);
}

}  // namespace
}  // namespace pamong::analysis
