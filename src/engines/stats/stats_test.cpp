// Expected numbers marked "R" come from reference/reference.R, whose output is kept in reference/reference.txt.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "engines/stats/comparison.h"
#include "engines/stats/correlation.h"
#include "engines/stats/descriptives.h"

namespace pamong::stats {
namespace {

const std::vector<double> before{52, 61, 48, 70, 66, 55, 73, 59};
const std::vector<double> after{60, 66, 47, 78, 75, 61, 74, 70};
const std::vector<double> third{71, 64, 80, 77, 69, 85};
const double missing = std::numeric_limits<double>::quiet_NaN();
const double infinite = std::numeric_limits<double>::infinity();

template <class T>
std::string code_of(const Result<T>& result) {
    return result ? "computed" : result.error().code;
}
void expect_interval(const Interval& found, double low, double high, double tolerance = 1e-9) {
    EXPECT_NEAR(found.low, low, tolerance);
    EXPECT_NEAR(found.high, high, tolerance);
}

TEST(Descriptives, CountsMissingValuesAndDescribesTheOthers) {
    auto values = before;
    values.insert(values.begin() + 2, missing);
    const auto all = describe(values);
    ASSERT_TRUE(all);
    EXPECT_EQ(all->n, 8U);
    EXPECT_EQ(all->missing, 1U);
    EXPECT_NEAR(all->mean, 60.5, 1e-12);               // R mean_sd
    EXPECT_NEAR(*all->sd, 8.76682056718072, 1e-12);    // R mean_sd
    EXPECT_NEAR(all->lower_quartile, 54.25, 1e-12);    // R quantile7
    EXPECT_NEAR(all->median, 60, 1e-12);               // R quantile7
    EXPECT_NEAR(all->upper_quartile, 67, 1e-12);       // R quantile7
    EXPECT_NEAR(*quantile(before, 0.9), 70.9, 1e-12);  // R quantile7
    EXPECT_EQ(all->minimum, 48);
    EXPECT_EQ(all->maximum, 73);
}

TEST(Descriptives, HasNoSpreadForOneValueAndNothingForNone) {
    EXPECT_FALSE(describe(std::vector<double>{70})->sd);
    EXPECT_EQ(code_of(describe(std::vector<double>{missing})), "stats.too_few");
    EXPECT_EQ(code_of(describe(std::vector<double>{1, infinite})), "stats.not_finite");
    EXPECT_EQ(code_of(quantile(before, 1.1)), "stats.bad_probability");
}

TEST(Descriptives, GivesIntervalsOfMeanAndProportion) {
    expect_interval(mean_with_interval(before)->interval, 53.1707545896633, 67.8292454103367);  // R mean_interval
    expect_interval(proportion_with_interval(17, 20)->interval, 0.639581135259243,
                    0.947631254103783);                                                     // R wilson_17_20
    expect_interval(proportion_with_interval(0, 8, 0.90)->interval, 0, 0.252723597423763);  // R wilson_0_8_90
    EXPECT_EQ(proportion_with_interval(8, 8)->interval.high, 1);
    EXPECT_EQ(code_of(mean_with_interval(std::vector<double>{1, 2, 3, 4})), "stats.too_few");
    EXPECT_EQ(code_of(mean_with_interval(std::vector<double>(6, 0.1))), "stats.no_variation");
    EXPECT_EQ(code_of(proportion_with_interval(0, 0)), "stats.too_few");
    EXPECT_EQ(code_of(proportion_with_interval(3, 2)), "stats.bad_count");
    EXPECT_EQ(code_of(proportion_with_interval(1, 2, 1.0)), "stats.bad_probability");
}

TEST(NormalisedGain, FollowsHake) {
    EXPECT_NEAR(*normalised_gain(52, 76, 100), 0.5, 1e-12);  // (76 - 52) / (100 - 52)
    EXPECT_EQ(band_of_gain(*normalised_gain(52, 76, 100)), GainBand::medium);
    EXPECT_EQ(band_of_gain(0.7), GainBand::medium);
    EXPECT_EQ(band_of_gain(0.71), GainBand::high);
    EXPECT_EQ(band_of_gain(0.29), GainBand::low);
    EXPECT_EQ(code_of(normalised_gain(100, 100, 100)), "stats.gain_undefined");
    EXPECT_EQ(code_of(normalised_gain(52, 101, 100)), "stats.bad_score");
    EXPECT_EQ(code_of(normalised_gain(missing, 80, 100)), "stats.bad_score");
}

TEST(DifferenceInDifferences, TakesTheComparedGroupsChangeAway) {
    EXPECT_EQ(difference_in_differences(60, 72, 61, 66), 7);  // 12 - 5
}

TEST(PairedT, AgreesWithR) {
    const auto found = paired_t(before, after);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->difference, 5.875, 1e-12);  // R paired, and the next five
    expect_interval(found->interval, 2.45891288059762, 9.29108711940238);
    EXPECT_NEAR(found->t, 4.06669004405776, 1e-10);
    EXPECT_EQ(found->degrees, 7);
    EXPECT_NEAR(found->p, 0.00476911564503047, 1e-12);
}

TEST(PairedT, LeavesOutIncompletePairsAndRefusesTooFew) {
    auto first = before;
    auto second = after;
    first.push_back(missing);
    second.push_back(70);
    const auto found = paired_t(first, second);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->missing, 1U);
    EXPECT_NEAR(found->t, 4.06669004405776, 1e-10);  // R paired

    EXPECT_EQ(code_of(paired_t(std::vector<double>{1, 2, 3, 4}, std::vector<double>{2, 2, 5, 4})), "stats.too_few");
    EXPECT_EQ(code_of(paired_t(before, third)), "stats.different_lengths");
    EXPECT_EQ(code_of(paired_t(before, before)), "stats.no_variation");
    EXPECT_EQ(code_of(paired_t(before, after, 95)), "stats.bad_probability");
}

TEST(WelchT, AgreesWithR) {
    const auto found = welch_t(before, third);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->difference, 13.8333333333333, 1e-10);  // R welch, and the next five
    expect_interval(found->interval, 4.15300479538928, 23.5136618712774);
    EXPECT_NEAR(found->t, 3.12583416754949, 1e-10);
    EXPECT_NEAR(found->degrees, 11.5894081364007, 1e-9);
    EXPECT_NEAR(found->p, 0.00910152276939007, 1e-11);
    EXPECT_EQ(code_of(welch_t(before, std::vector<double>{1, 2, 3, 4})), "stats.too_few");
    EXPECT_EQ(code_of(welch_t(std::vector<double>(5, 1), std::vector<double>(5, 2))), "stats.no_variation");
}

TEST(EffectSizes, AgreeWithR) {
    const auto expect_effect = [](const Result<EffectSize>& found, double value, double low, double high) {
        ASSERT_TRUE(found);
        EXPECT_NEAR(found->value, value, 1e-10);
        expect_interval(found->interval, low, high, 1e-8);
    };
    expect_effect(cohen_d_z(before, after), 1.43779205356853, 0.403419450901267, 2.4274308186007);     // R d_z
    expect_effect(cohen_d_z(after, before), -1.43779205356853, -2.4274308186007, -0.403419450901267);  // R d_z_negative
    expect_effect(cohen_d_av(before, after), 0.618329301034531, 0.173009801869162, 1.0636488001999);   // R d_av
    expect_effect(cohen_d_pooled(before, third), 1.65603028527031, 0.386507863434016, 2.87624399391122);  // R d_pooled
    expect_effect(hedges_g(before, third), 1.54994800398423, 0.36174887427012, 2.69199704678507);         // R hedges
}

TEST(EffectSizes, AreTakenFromPublishedFiguresToo) {
    EXPECT_NEAR(*cohen_d_of_figures({70, 10, 30}, {78, 10, 30}), 0.8, 1e-12);  // 8 / 10
    EXPECT_EQ(code_of(cohen_d_of_figures({70, 0, 30}, {78, 0, 30})), "stats.no_variation");
    EXPECT_EQ(code_of(cohen_d_of_figures({70, 10, 1}, {78, 10, 30})), "stats.too_few");
}

TEST(EffectSizes, StayFiniteFarOut) {
    // Differences of 100 that vary in the sixth digit: d_z is some hundred thousand.
    std::vector<double> later;
    for (std::size_t row = 0; row < before.size(); ++row)
        later.push_back(before[row] + 100 + 1e-4 * static_cast<double>(row));
    const auto found = cohen_d_z(before, later);
    ASSERT_TRUE(found);
    EXPECT_GT(found->interval.low, 0);
    EXPECT_LT(found->interval.low, found->value);
    EXPECT_GT(found->interval.high, found->value);
    for (const double shift : {0.0, 1.0, 20.0, 60.0, 61.0, 200.0}) {
        std::vector<double> moved;
        for (const double value : third) moved.push_back(value + shift);
        const auto g = hedges_g(third, moved);
        ASSERT_TRUE(g);
        EXPECT_LT(g->interval.low, g->value + 1e-9);
        EXPECT_GT(g->interval.high, g->value - 1e-9);
    }
}

TEST(Pearson, AgreesWithR) {
    const auto found = pearson(before, after);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->value, 0.917722469057952, 1e-12);  // R pearson, and the next four
    expect_interval(found->interval, 0.603017353291312, 0.985243901042912);
    EXPECT_NEAR(found->t, 5.65917972402887, 1e-10);
    EXPECT_NEAR(found->p, 0.0013079509373474, 1e-12);
    // x 1..5, y 2 4 5 4 5: sxy 6, sxx 10, syy 6; 6 / sqrt(60)
    EXPECT_NEAR(pearson(std::vector<double>{1, 2, 3, 4, 5}, std::vector<double>{2, 4, 5, 4, 5})->value, 0.7746, 5e-5);
}

TEST(Pearson, HasNoValueWithoutVariationAndNoDoubtOnALine) {
    EXPECT_EQ(code_of(pearson(before, std::vector<double>(8, 3))), "stats.no_variation");
    EXPECT_EQ(code_of(pearson(std::vector<double>{1, 2}, std::vector<double>{1, 2})), "stats.too_few");
    const auto line = pearson(before, before);
    EXPECT_NEAR(line->value, 1, 1e-12);
    EXPECT_NEAR(line->p, 0, 1e-12);
}

TEST(Spearman, AgreesWithRWithTies) {
    const std::vector<double> bands{1, 2, 2, 3, 4, 4, 5, 3};
    const std::vector<double> marks{2, 1, 3, 3, 5, 4, 4, 2};
    EXPECT_EQ(mean_ranks(bands), (std::vector<double>{1, 2.5, 2.5, 4.5, 6.5, 6.5, 8, 4.5}));  // by hand
    const auto found = spearman(bands, marks);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->value, 0.790123456790123, 1e-12);  // R spearman, and the next four
    expect_interval(found->interval, 0.0676090216695097, 0.969009834472583);
    EXPECT_NEAR(found->t, 3.15752746876798, 1e-10);
    EXPECT_NEAR(found->p, 0.0196264434876942, 1e-11);
}

}  // namespace
}  // namespace pamong::stats
