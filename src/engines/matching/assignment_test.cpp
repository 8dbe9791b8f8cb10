#include "engines/matching/assignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>

#include "base/random.h"
#include "engines/matching/usable_arcs.h"

namespace pamong::matching {
namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// What tries everything finds: the least cost for the most people (or with the stated outside costs).
struct ByHand {
    std::int32_t placed = -1;
    std::int64_t cost = never;
};

ByHand try_everything(const Instance& instance, Rules dropped) {
    const UsableArcs arcs(instance, dropped);
    auto room = instance.capacities;
    ByHand best;
    const std::function<void(std::int32_t, std::int32_t, std::int64_t)> next =
        [&](std::int32_t left, std::int32_t placed, std::int64_t cost) {
            if (left == instance.lefts) {
                const bool counts_people = instance.outside_costs.empty();
                const bool better = counts_people ? placed > best.placed || (placed == best.placed && cost < best.cost)
                                                  : cost < best.cost;
                if (better) best = {placed, cost};
                return;
            }
            const auto row = static_cast<std::size_t>(left);
            const auto moving = [&](std::int32_t right) {
                if (!instance.earlier) return std::int64_t{0};
                const std::int32_t before = instance.earlier->right_of[row];
                return before == unplaced || before == right ? 0 : instance.earlier->price;
            };
            if (arcs.locked_to(left) == unplaced)
                next(left + 1, placed,
                     cost + (instance.outside_costs.empty() ? 0 : instance.outside_costs[row]) + moving(unplaced));
            for (const Choice& choice : arcs.of(left)) {
                auto& free = room[static_cast<std::size_t>(choice.right)];
                if (free == 0) continue;
                --free;
                next(left + 1, placed + 1, cost + choice.cost + moving(choice.right));
                ++free;
            }
        };
    next(0, 0, 0);
    return best;
}

Instance random_instance(SeededRandom& random, int lefts, int rights) {
    Instance instance;
    instance.lefts = lefts;
    for (int right = 0; right < rights; ++right)
        instance.capacities.push_back(static_cast<std::int32_t>(random.below(3)));
    instance.capacities[0] = 1;
    const bool with_rules = random.below(2) == 0;
    const std::uint64_t dearest = random.below(2) == 0 ? 4 : 100;
    for (int left = 0; left < lefts; ++left)
        for (int right = 0; right < rights; ++right) {
            if (random.below(3) == 0) continue;
            instance.arcs.push_back({left, right, static_cast<std::int64_t>(random.below(dearest))});
            if (with_rules)
                instance.broken_rules.push_back(random.below(4) == 0 ? static_cast<Rules>(random.below(4)) : 0);
        }
    if (random.below(2) == 0)
        for (int left = 0; left < lefts; ++left)
            instance.outside_costs.push_back(static_cast<std::int64_t>(random.below(2 * dearest)));
    if (random.below(3) == 0) {
        Earlier earlier;
        earlier.price = static_cast<std::int64_t>(random.below(20));
        for (int left = 0; left < lefts; ++left)
            earlier.right_of.push_back(static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(rights) + 1)) -
                                       1);
        instance.earlier = earlier;
    }
    if (!instance.arcs.empty() && random.below(3) == 0) {
        const Arc& arc = instance.arcs[random.below(instance.arcs.size())];
        instance.locked.push_back({arc.left, arc.right});
    }
    if (!instance.arcs.empty() && random.below(3) == 0) {
        const Arc& arc = instance.arcs[random.below(instance.arcs.size())];
        instance.forbidden.push_back({arc.left, arc.right});
    }
    return instance;
}

TEST(Assignment, IsAsGoodAsTryingEverything) {
    SeededRandom random(20190801);
    int solved = 0;
    for (int round = 0; round < 6000; ++round) {
        const auto instance =
            random_instance(random, 1 + static_cast<int>(random.below(5)), 1 + static_cast<int>(random.below(4)));
        const Settings settings{random.next(), static_cast<Rules>(random.below(4))};
        const auto answer = assign(instance, settings);
        if (!answer) continue;  // such as a lock that breaks a rule; the refusals have their own tests
        ++solved;
        const ByHand best = try_everything(instance, settings.dropped_rules);
        ASSERT_EQ(answer->total_cost + answer->moved_cost, best.cost) << "round " << round;
        if (instance.outside_costs.empty()) {
            ASSERT_EQ(answer->placed, best.placed) << "round " << round;
        }
        ASSERT_EQ(answer->gap, 0) << "round " << round;
        const auto proof = verify_bound(instance, *answer);
        ASSERT_TRUE(proof) << "round " << round << ": " << proof.error().values.at("what");
    }
    EXPECT_GT(solved, 4000);
}

TEST(Assignment, ProvesItsAnswerOnALargerInstance) {
    SeededRandom random(7);
    Instance instance;
    instance.lefts = 3000;
    instance.capacities.assign(300, 9);  // 2,700 places for 3,000: some prices must rise
    for (std::int32_t left = 0; left < instance.lefts; ++left) {
        std::vector<std::int32_t> rights;
        while (rights.size() < 8) {
            const auto right = static_cast<std::int32_t>(random.below(300));
            if (std::find(rights.begin(), rights.end(), right) == rights.end()) rights.push_back(right);
        }
        for (const auto right : rights)
            instance.arcs.push_back({left, right, static_cast<std::int64_t>(random.below(10'001))});
    }
    const auto most = assign(instance, {.seed = 1});
    ASSERT_TRUE(most);
    EXPECT_EQ(most->gap, 0);
    EXPECT_TRUE(verify_bound(instance, *most));
    EXPECT_LE(most->placed, 2700);
    EXPECT_GE(most->placed, 2690);

    instance.outside_costs.assign(3000, 20'000);
    const auto priced = assign(instance, {.seed = 1});
    ASSERT_TRUE(priced);
    EXPECT_EQ(priced->gap, 0);
    EXPECT_TRUE(verify_bound(instance, *priced));
}

/// Two mentors with one place each: Adi 1 or 5, Bela 1 or 2. Together 1 + 2 = 3, not 1 + 5.
Instance two_by_two() {
    return {.lefts = 2, .capacities = {1, 1}, .arcs = {{0, 0, 1}, {0, 1, 5}, {1, 0, 1}, {1, 1, 2}}};
}

TEST(Assignment, GivesWayWhereItCostsLess) {
    const auto answer = assign(two_by_two());
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->right_of, (std::vector<std::int32_t>{0, 1}));
    EXPECT_EQ(answer->total_cost, 3);
    EXPECT_EQ(answer->lower_bound, 3);
    EXPECT_EQ(answer->components, 1);
}

TEST(Assignment, LeavesSomeoneOutWhenThatCostsLessThanAnyPlace) {
    auto instance = two_by_two();
    instance.outside_costs = {10, 0};  // Bela outside 0 + Adi 1
    const auto answer = assign(instance);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->right_of, (std::vector<std::int32_t>{0, unplaced}));
    EXPECT_EQ(answer->total_cost, 1);
}

TEST(Assignment, PlacesTheMostBeforeItSaves) {
    // Adi has both mentors (0 or 1000), Bela only the first: placing both costs 1000, saving would leave Bela out.
    const Instance instance{.lefts = 2, .capacities = {1, 1}, .arcs = {{0, 0, 0}, {0, 1, 1000}, {1, 0, 0}}};
    const auto answer = assign(instance);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->placed, 2);
    EXPECT_EQ(answer->total_cost, 1000);
    EXPECT_EQ(answer->lower_bound, 1000);
}

TEST(Assignment, MovesNobodyWhenMovingCostsMoreThanItSaves) {
    auto instance = two_by_two();
    instance.earlier = Earlier{{1, 0}, 2};  // kept: 5 + 1 = 6; changed: 3 + two moves of 2 = 7
    auto answer = assign(instance);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->moved, 0);
    EXPECT_EQ(answer->total_cost, 6);

    instance.earlier->price = 1;  // changed: 3 + 2 = 5
    answer = assign(instance);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->moved, 2);
    EXPECT_EQ(answer->total_cost + answer->moved_cost, 5);
}

TEST(Assignment, ObeysLocksBansAndRules) {
    auto instance = two_by_two();
    instance.locked = {{1, 0}};
    auto answer = assign(instance);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->total_cost, 6);  // Bela 1 with the first, so Adi 5 with the second
    EXPECT_TRUE(verify_bound(instance, *answer));

    instance = two_by_two();
    instance.forbidden = {{1, 1}};
    answer = assign(instance);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->total_cost, 6);

    instance = two_by_two();
    instance.broken_rules = {0, 0, 0, 0b10};
    EXPECT_EQ(assign(instance)->total_cost, 6);
    EXPECT_EQ(assign(instance, {.seed = 0, .dropped_rules = 0b10})->total_cost, 3);
}

TEST(Assignment, IsTheSameForTheSameSeedWhateverTheOrderOfArcs) {
    SeededRandom random(5);
    Instance instance;
    instance.lefts = 60;
    instance.capacities.assign(12, 4);
    for (std::int32_t left = 0; left < 60; ++left)
        for (std::int32_t right = 0; right < 12; ++right)
            if (random.below(3) == 0)
                instance.arcs.push_back({left, right, static_cast<std::int64_t>(random.below(3))});
    const auto first = assign(instance, {.seed = 42});
    ASSERT_TRUE(first);
    std::reverse(instance.arcs.begin(), instance.arcs.end());
    EXPECT_EQ(assign(instance, {.seed = 42})->right_of, first->right_of);

    bool another_draw_differs = false;
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        const auto drawn = assign(instance, {.seed = seed});
        EXPECT_EQ(drawn->total_cost, first->total_cost);
        another_draw_differs = another_draw_differs || drawn->right_of != first->right_of;
    }
    EXPECT_TRUE(another_draw_differs);
}

TEST(Assignment, GivesPeopleWithTheSameArcsTheSameChance) {
    // Three people, one place, same cost. 600 draws: 200 each by symmetry; 5 standard deviations are
    // 5 * sqrt(600 * 1/3 * 2/3) = 58.
    const Instance instance{.lefts = 3, .capacities = {1}, .arcs = {{0, 0, 7}, {1, 0, 7}, {2, 0, 7}}};
    std::array<int, 3> won{};
    for (std::uint64_t seed = 0; seed < 600; ++seed) {
        const auto answer = assign(instance, {.seed = seed});
        for (std::size_t left = 0; left < 3; ++left) won[left] += answer->right_of[left] == 0 ? 1 : 0;
    }
    for (const int wins : won) EXPECT_NEAR(wins, 200, 58);
}

TEST(Assignment, CountsIndependentParts) {
    const Instance instance{.lefts = 4, .capacities = {1, 1, 1}, .arcs = {{0, 0, 1}, {1, 0, 1}, {2, 1, 1}}};
    EXPECT_EQ(assign(instance)->components,
              2);  // {0, 1 with right 0} and {2 with right 1}; left 3 and right 2 are alone
}

std::string code_of(const Instance& instance) {
    const auto answer = assign(instance);
    return answer ? "placed" : answer.error().code;
}

TEST(AssignmentRefuses, WhatHasNoMeaning) {
    EXPECT_EQ(code_of({}), "matching.nobody");
    EXPECT_EQ(code_of({.lefts = 2, .capacities = {}, .arcs = {}}), "matching.no_capacity");
    auto instance = two_by_two();
    instance.capacities = {0, 0};
    EXPECT_EQ(code_of(instance), "matching.no_capacity");
    instance.capacities = {1, -1};
    EXPECT_EQ(code_of(instance), "matching.negative_capacity");
    instance.capacities = {1, 0};  // one mentor on leave is no mistake
    EXPECT_EQ(code_of(instance), "placed");

    instance = two_by_two();
    instance.arcs[2].cost = -1;
    EXPECT_EQ(code_of(instance), "matching.negative_cost");
    EXPECT_EQ(assign(instance).error().at, "arcs[2]");
    EXPECT_EQ(assign(instance).error().values.at("row"), "3");
    instance.arcs[2].cost = never;
    EXPECT_EQ(code_of(instance), "matching.costs_too_large");

    instance = two_by_two();
    instance.arcs[1].left = 9;
    EXPECT_EQ(code_of(instance), "matching.unknown_left");
    instance = two_by_two();
    instance.arcs[1].right = -1;
    instance.arcs[2].right = 2;
    EXPECT_EQ(code_of(instance), "matching.unknown_right");
    EXPECT_EQ(assign(instance).error().parts.size(), 2U);

    instance = two_by_two();
    instance.arcs.push_back({0, 1, 3});
    EXPECT_EQ(code_of(instance), "matching.duplicate_pair");
    EXPECT_EQ(assign(instance).error().values.at("first"), "2");

    instance = two_by_two();
    instance.broken_rules = {1};
    EXPECT_EQ(code_of(instance), "matching.wrong_length");
    instance = two_by_two();
    instance.outside_costs = {1};
    EXPECT_EQ(code_of(instance), "matching.wrong_length");
}

TEST(AssignmentRefuses, LocksThatCannotHold) {
    auto instance = two_by_two();
    instance.locked = {{0, 0}, {0, 1}};
    EXPECT_EQ(code_of(instance), "matching.locked_twice");
    instance.locked = {{0, 0}, {1, 0}};
    EXPECT_EQ(code_of(instance), "matching.locked_over_capacity");
    instance.locked = {{0, 0}};
    instance.forbidden = {{0, 0}};
    EXPECT_EQ(code_of(instance), "matching.locked_and_forbidden");
    instance.forbidden.clear();
    instance.broken_rules = {1, 0, 0, 0};
    EXPECT_EQ(code_of(instance), "matching.locked_breaks_rule");
    instance.broken_rules.clear();
    instance.arcs.erase(instance.arcs.begin());
    EXPECT_EQ(code_of(instance), "matching.locked_unknown");
    instance.locked = {{5, 0}};
    EXPECT_EQ(code_of(instance), "matching.unknown_left");
}

TEST(AssignmentRefuses, ARuleThatForbidsEveryoneAndNamesIt) {
    auto instance = two_by_two();
    instance.broken_rules = {0b1, 0b100, 0b1, 0b1};
    ASSERT_EQ(code_of(instance), "matching.no_possible_pair");
    EXPECT_EQ(assign(instance).error().values.at("rules"), "0, 2");
}

TEST(AssignmentBound, IsNotProvedByATamperedAnswer) {
    const auto instance = two_by_two();
    const auto good = *assign(instance);
    const auto refused_because = [&](auto change) {
        auto answer = good;
        change(answer);
        const auto proof = verify_bound(instance, answer);
        return proof ? std::string("proved") : proof.error().values.at("what");
    };
    EXPECT_EQ(refused_because([](Assignment& answer) { answer.total_cost = 2; }), "total cost");
    EXPECT_EQ(refused_because([](Assignment& answer) { answer.lower_bound += 1; }), "lower bound");
    EXPECT_EQ(refused_because([](Assignment& answer) { answer.prices[0] = -5; }), "negative price");
    EXPECT_EQ(refused_because([](Assignment& answer) { answer.right_of = {0, 0}; }), "capacity");
    EXPECT_EQ(refused_because([](Assignment&) {}), "proved");
}

}  // namespace
}  // namespace pamong::matching
