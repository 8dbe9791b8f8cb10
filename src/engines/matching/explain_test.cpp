#include "engines/matching/explain.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "engines/matching/cascade.h"

namespace pamong::matching {
namespace {

/// Adi (0) and Bela (1), mentors 0 and 1 with one place each; best is Adi-0 (1) and Bela-1 (2).
Instance a_small_school() {
    return {.lefts = 2, .capacities = {1, 1}, .arcs = {{0, 0, 1}, {0, 1, 5}, {1, 0, 1}, {1, 1, 2}}};
}

TEST(MatchingExplained, NextBestIsNeverBelowTheTruth) {
    SeededRandom random(11);
    int compared = 0;
    for (int round = 0; round < 300; ++round) {
        Instance instance{.lefts = 6, .capacities = {2, 2, 2, 1}};
        for (std::int32_t left = 0; left < 6; ++left)
            for (std::int32_t right = 0; right < 4; ++right)
                if (random.below(4) != 0)
                    instance.arcs.push_back({left, right, static_cast<std::int64_t>(random.below(30))});
        instance.outside_costs.assign(6, 60);
        const auto answer = assign(instance, {.seed = 3});
        ASSERT_TRUE(answer);
        const auto next = next_best(instance, *answer);
        for (std::int32_t left = 0; left < 6; ++left) {
            const NextBest& choice = next[static_cast<std::size_t>(left)];
            EXPECT_GE(choice.at_least, 0);
            if (!choice.exists || choice.right == unplaced) continue;
            const auto exact = exact_price_of(instance, *answer, {left, choice.right});
            ASSERT_TRUE(exact);
            EXPECT_GE(exact->cost, choice.at_least);
            ++compared;
        }
    }
    EXPECT_GT(compared, 1000);
}

TEST(MatchingExplained, ForcingAPairCostsWhatTheOthersPay) {
    const auto instance = a_small_school();
    const auto exact = exact_price_of(instance, *assign(instance), {1, 0});
    ASSERT_TRUE(exact);
    EXPECT_EQ(exact->cost, 3);   // 5 + 1 instead of 1 + 2
    EXPECT_EQ(exact->moved, 1);  // Adi
}

TEST(MatchingExplained, SaysWhyEachPersonHasNoPlace) {
    // 0 is placed; 1 finds it full; 2 has no arc; 3 breaks rule 1; 4 would pay more than going without.
    const Instance instance{.lefts = 5,
                            .capacities = {1, 1},
                            .arcs = {{0, 0, 1}, {1, 0, 2}, {3, 1, 1}, {4, 1, 50}},
                            .broken_rules = {0, 0, 0b10, 0},
                            .outside_costs = {40, 40, 40, 40, 40}};
    const auto why = explain_unmatched(instance, *assign(instance));
    ASSERT_EQ(why.size(), 4U);
    EXPECT_EQ(why[0].why, WhyUnmatched::all_full);
    EXPECT_EQ(why[0].full_rights, std::vector<std::int32_t>{0});
    EXPECT_EQ(why[1].why, WhyUnmatched::no_candidate);
    EXPECT_EQ(why[2].why, WhyUnmatched::blocked);
    EXPECT_EQ(why[2].blocking_rules, 0b10U);
    EXPECT_EQ(why[3].why, WhyUnmatched::outside_is_cheaper);
}

TEST(MatchingExplained, GivesThePriceOfEachRule) {
    auto instance = a_small_school();
    instance.broken_rules = {0, 0, 0, 0b100};  // rule 2 keeps Bela from mentor 1, so 6 instead of 3
    const auto prices = price_of_rules(instance, *assign(instance));
    ASSERT_TRUE(prices);
    ASSERT_EQ(prices->size(), 1U);
    EXPECT_EQ(prices->front().rule, 2);
    EXPECT_EQ(prices->front().cost, 3);
    EXPECT_EQ(prices->front().placed, 0);
    EXPECT_EQ(prices->front().total_without, 3);
}

TEST(MatchingExplained, PricesASwapAndAMoveAtOnce) {
    auto instance = a_small_school();
    const auto answer = *assign(instance);
    EXPECT_EQ(*swap_cost(instance, answer, 0, 1), 3);  // (5 + 1) - (1 + 2)
    EXPECT_EQ(swap_cost(instance, answer, 0, 0).error().code, "matching.swap_not_possible");
    EXPECT_EQ(swap_cost(instance, answer, 0, 7).error().code, "matching.swap_not_possible");
    EXPECT_EQ(move_cost(instance, answer, {0, 1}).error().code, "matching.move_not_possible");  // it is full

    instance.capacities = {1, 2};
    EXPECT_EQ(*move_cost(instance, *assign(instance), {0, 1}), 4);  // 5 instead of 1
}

TEST(MatchingExplained, ShowsFairnessBeforeAndAfter) {
    const auto instance = a_small_school();
    const std::vector<std::int32_t> before{unplaced, 1};
    const std::vector<std::int32_t> groups{52, 94};
    const auto shares = fairness(instance, 0, before, assign(instance)->right_of, groups);
    ASSERT_TRUE(shares);
    ASSERT_EQ(shares->size(), 2U);
    EXPECT_EQ((*shares)[0].placed_before, 0);
    EXPECT_EQ((*shares)[0].placed_after, 1);
    EXPECT_EQ((*shares)[1].cost_before, 2);
    EXPECT_EQ(fairness(instance, 0, before, before, std::vector<std::int32_t>{1}).error().code,
              "matching.wrong_length");
}

/// Program Kemitraan in small: 2 of generation 1, 6 of 2, 12 of 3, all arcs of one subject, costs by distance.
Cascade a_small_partnership() {
    Cascade cascade{
        .person_1 = {1, 2}, .person_2 = {11, 12, 13, 14, 15, 16}, .person_3 = {}, .ratio_12 = 3, .ratio_23 = 2};
    for (std::int64_t person = 0; person < 12; ++person) cascade.person_3.push_back(100 + person);
    for (std::int32_t left = 0; left < 6; ++left)
        for (std::int32_t right = 0; right < 2; ++right)
            cascade.arcs_12.push_back({left, right, std::abs(left - 3 * right)});
    for (std::int32_t left = 0; left < 12; ++left)
        for (std::int32_t right = 0; right < 6; ++right)
            cascade.arcs_23.push_back({left, right, std::abs(left - 2 * right)});
    return cascade;
}

TEST(MatchingCascade, PlacesThreeGenerationsByTheirRatios) {
    const auto plan = plan_cascade(a_small_partnership(), 1);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->second.placed, 6);      // 2 x 3
    EXPECT_EQ(plan->third.placed, 12);      // 6 x 2
    EXPECT_EQ(plan->second.total_cost, 6);  // 0 1 2 and 0 1 2
    EXPECT_EQ(plan->third.total_cost, 6);   // 0 and 1, six times
    EXPECT_TRUE(plan->best_as_a_whole);
}

TEST(MatchingCascade, GivesNobodyToAPersonWithoutAPlace) {
    auto cascade = a_small_partnership();
    cascade.ratio_12 = 2;  // only 4 of 6 find a place
    const auto plan = plan_cascade(cascade, 1);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->second.placed, 4);
    EXPECT_EQ(plan->third.placed, 8);
    EXPECT_EQ(plan->third_placed_at_most, 12);
    EXPECT_FALSE(plan->best_as_a_whole);
    for (const auto right : plan->third.right_of)
        if (right != unplaced) {
            EXPECT_NE(plan->second.right_of[static_cast<std::size_t>(right)], unplaced);
        }
}

TEST(MatchingCascade, RefusesOnePersonInTwoGenerations) {
    auto cascade = a_small_partnership();
    cascade.person_3[4] = 12;
    const auto plan = plan_cascade(cascade, 1);
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, "matching.two_generations");
    EXPECT_EQ(plan.error().at, "person_3[4]");
    cascade = a_small_partnership();
    cascade.ratio_23 = 0;
    EXPECT_EQ(plan_cascade(cascade, 1).error().code, "matching.bad_ratio");
    cascade = a_small_partnership();
    cascade.arcs_23[0].cost = -1;
    EXPECT_EQ(plan_cascade(cascade, 1).error().at, "third.arcs[0]");
}

}  // namespace
}  // namespace pamong::matching
