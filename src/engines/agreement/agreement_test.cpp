#include "engines/agreement/agreement.h"

#include <gtest/gtest.h>

namespace pamong::agreement {
namespace {

Matrix<int> two_by_two(int both_yes, int only_first, int only_second, int both_no) {
    Matrix<int> counts(2, 2);
    counts(0, 0) = both_yes;
    counts(0, 1) = only_first;
    counts(1, 0) = only_second;
    counts(1, 1) = both_no;
    return counts;
}

TEST(CohenKappa, MatchesAValueWorkedByHand) {
    // Worked example QDA-1: margins 46/54 and 44/56; chance 0.46 * 0.44 + 0.54 * 0.56 = 0.5048; (0.90 - 0.5048) /
    // 0.4952
    const auto found = cohen_kappa(two_by_two(40, 6, 4, 50));
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->observed, 0.9, 1e-12);
    EXPECT_NEAR(found->chance, 0.5048, 1e-12);
    EXPECT_NEAR(found->kappa, 0.7981, 5e-5);
    // chance 0.5 * 0.6 + 0.5 * 0.4 = 0.50; (0.70 - 0.50) / 0.50
    EXPECT_NEAR(cohen_kappa(two_by_two(20, 5, 10, 15))->kappa, 0.40, 1e-12);
}

TEST(CohenKappa, IsUndefinedWhereChanceExplainsEverything) {
    EXPECT_EQ(cohen_kappa(two_by_two(7, 0, 0, 0)).error().code, "agreement.no_variation");
    // One always says yes, the other always no: chance 0, observed 0, so kappa is 0 and defined.
    EXPECT_NEAR(cohen_kappa(two_by_two(0, 7, 0, 0))->kappa, 0, 1e-12);
}

TEST(Agreement, RefusesWhatHasNoMeaning) {
    EXPECT_EQ(percent_agreement(Matrix<int>(2, 3)).error().code, "agreement.not_square");
    EXPECT_EQ(percent_agreement(Matrix<int>(2, 2)).error().code, "agreement.nothing_rated");
    EXPECT_EQ(percent_agreement(two_by_two(-1, 0, 0, 0)).error().code, "agreement.negative_count");
    EXPECT_EQ(holsti(5, 4, 9).error().code, "agreement.more_agreements_than_codes");
    EXPECT_EQ(holsti(0, 0, 0).error().code, "agreement.nothing_rated");
    EXPECT_EQ(miles_huberman(-1, 2).error().code, "agreement.negative_count");
    EXPECT_EQ(miles_huberman(0, 0).error().code, "agreement.nothing_rated");
}

TEST(Agreement, GivesTheSharesOfTheHandbook) {
    EXPECT_NEAR(*percent_agreement(two_by_two(40, 6, 4, 50)), 0.9, 1e-12);  // (40 + 50) / 100
    EXPECT_NEAR(*holsti(45, 52, 48), 0.9, 1e-12);                           // worked example QDA-2: 90 / 100
    EXPECT_NEAR(*miles_huberman(34, 6), 0.85, 1e-12);                       // worked example QDA-3: 34 / 40
}

}  // namespace
}  // namespace pamong::agreement
