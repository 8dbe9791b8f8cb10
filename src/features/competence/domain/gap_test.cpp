// Groups against the minimum of a test: figures from a hand computation, and what stays hidden.
#include <gtest/gtest.h>

#include <algorithm>

#include "features/competence/domain/gap.h"
#include "features/competence/domain/score.h"

namespace pamong::competence {
namespace gap_test {

std::vector<GroupedScore> group(const std::string& key, const std::vector<int>& totals, bool own_school = false) {
    std::vector<GroupedScore> scores;
    for (std::size_t i = 0; i < totals.size(); ++i)
        scores.push_back({key, key, uuid_for_name(key + std::to_string(i)), Exact(totals[i]), own_school});
    return scores;
}
std::vector<GroupedScore> joined(std::vector<std::vector<GroupedScore>> parts) {
    std::vector<GroupedScore> all;
    for (auto& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}
const Gap& named(const std::vector<Gap>& gaps, const std::string& key) {
    return *std::ranges::find(gaps, key, &Gap::key);
}

TEST(GapsByGroup, GiveMeanNeedAndInterval) {
    // 40, 45, 50, 55, 60: mean 50, sd 7.905694; half width 2.776445 * 7.905694 / sqrt(5) = 9.816216 (qt(0.975, 4)).
    const auto gaps = gaps_by_group(group("IPA", {40, 45, 50, 55, 60}), Exact(55));
    ASSERT_EQ(gaps.size(), 1U);
    EXPECT_EQ(gaps[0].mean, Exact(50));
    EXPECT_EQ(gaps[0].gap, Exact(-5));
    EXPECT_EQ(gaps[0].below, 3);  // 55 itself reaches the minimum
    EXPECT_NEAR(*gaps[0].low, 40.183784, 5e-6);
    EXPECT_NEAR(*gaps[0].high, 59.816216, 5e-6);
}

TEST(GapsByGroup, PutTheLargestNeedFirst) {
    const auto gaps =
        gaps_by_group(joined({group("a", {60, 60, 60, 60, 60}), group("b", {40, 41, 42, 43, 44})}), Exact(55));
    EXPECT_EQ(gaps[0].key, "b");
    EXPECT_FALSE(gaps[1].low);  // no variation, no interval
}

TEST(GapsByGroup, ASmallGroupIsHiddenTogetherWithTheNextSmallest) {
    const auto gaps = gaps_by_group(
        joined({group("two", {40, 50}), group("six", {50, 51, 52, 53, 54, 55}), group("five", {60, 61, 62, 63, 64})}),
        Exact(55));
    EXPECT_TRUE(named(gaps, "two").hidden);
    EXPECT_FALSE(named(gaps, "two").mean);
    EXPECT_TRUE(named(gaps, "five").hidden);  // else: whole minus the others gives the two
    EXPECT_FALSE(named(gaps, "six").hidden);
}

TEST(GapsByGroup, TwoSmallGroupsHideEachOther) {
    const auto gaps = gaps_by_group(
        joined({group("a", {40, 50}), group("b", {41, 51}), group("c", {60, 61, 62, 63, 64})}), Exact(55));
    EXPECT_FALSE(named(gaps, "c").hidden);
}

TEST(GapsByGroup, APrincipalSeesSmallGroupsOfTheOwnSchool) {
    const auto gaps = gaps_by_group(group("IPA", {40, 50}, true), Exact(55));
    EXPECT_FALSE(gaps[0].hidden);
    EXPECT_EQ(gaps[0].mean, Exact(45));
    EXPECT_FALSE(gaps[0].low);
}

TEST(WeightedTotal, IsTheNationalMeanOf2015) {
    // Published means: pedagogic 48.94, professional 54.77, total 53.02; 0.3 and 0.7 give 53.021.
    const CompetenceTest ukg{"UKG", 2015, Exact(55), Exact(3, 10), Exact(7, 10), "", "", {}};
    EXPECT_EQ(weighted_total(Exact(4894, 100), Exact(5477, 100), ukg), Exact(53021, 1000));
}

TEST(CheckScore, RefusesWhatNoTestCanGive) {
    TestScore score{{}, {}, "UKG", 2015, "IPA", {}, {}, Exact(101)};
    EXPECT_EQ(check_score(score).error().code, "competence.score_range");
    score.total = Exact(50);
    score.pedagogic = Exact(-1);
    EXPECT_EQ(check_score(score).error().at, "pedagogic");
}

}  // namespace gap_test
}  // namespace pamong::competence
