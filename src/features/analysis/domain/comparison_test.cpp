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
    EXPECT_EQ(guards().size(), 3U);
}

}  // namespace
}  // namespace pamong::analysis
