#include "engines/scheduling/batch.h"

#include <gtest/gtest.h>

#include <functional>

#include "base/random.h"

namespace pamong::scheduling {
namespace {

/// Tries every start of every pair.
struct TriedAll {
    int held = -1;
    std::int64_t sum = 0;
};
TriedAll try_all(const Batch& batch) {
    TriedAll best;
    Schedule trial;
    trial.start_of.assign(batch.pairs.size(), not_held);
    trial.bound_scheduled = 64;
    const std::function<void(std::size_t)> next = [&](std::size_t pair) {
        if (!check_schedule(batch, trial)) return;
        if (pair == batch.pairs.size()) {
            if (trial.scheduled > best.held || (trial.scheduled == best.held && trial.sum_start < best.sum))
                best = {trial.scheduled, trial.sum_start};
            return;
        }
        next(pair + 1);
        for (int start = 0; start < batch.week.cells(); ++start) {
            const int stated = batch.earliest == Earliest::cell_of_week ? start : batch.week.period_of(start);
            trial.start_of[pair] = start;
            ++trial.scheduled;
            trial.sum_start += stated;
            next(pair + 1);
            trial.start_of[pair] = not_held;
            --trial.scheduled;
            trial.sum_start -= stated;
        }
    };
    next(0);
    return best;
}

Batch random_batch(SeededRandom& random, bool one_mentor) {
    Batch batch;
    batch.week = {2, 3 + static_cast<int>(random.below(2))};
    batch.session_periods = 1 + static_cast<int>(random.below(2));
    const int people = 5;
    for (int person = 0; person < people; ++person) {
        WeekBits free;
        for (int cell = 0; cell < batch.week.cells(); ++cell)
            if (random.below(3) != 0) free.add(cell);
        batch.free.push_back(free);
    }
    const auto pairs = 1 + static_cast<std::size_t>(random.below(4));
    for (int mentee = 1; batch.pairs.size() < pairs && mentee < people; ++mentee) {
        const auto mentor =
            one_mentor ? 0 : static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(mentee)));
        batch.pairs.push_back({mentor, mentee});
    }
    if (random.below(2) == 0) batch.most_per_mentor_day = 1 + static_cast<int>(random.below(2));
    if (random.below(3) == 0) batch.most_per_mentor_week = 1 + static_cast<int>(random.below(3));
    if (random.below(2) == 0) batch.earliest = Earliest::cell_of_week;
    return batch;
}

TEST(ScheduleBatch, IsAsGoodAsTryingEverything) {
    SeededRandom random(2026);
    for (int round = 0; round < 800; ++round) {
        const auto batch = random_batch(random, round % 2 == 0);
        const auto schedule = schedule_batch(batch);
        ASSERT_TRUE(schedule);
        const auto sound = check_schedule(batch, *schedule);
        ASSERT_TRUE(sound) << "round " << round << " " << sound.error().values.at("what");
        const TriedAll best = try_all(batch);
        ASSERT_EQ(schedule->scheduled, best.held) << "round " << round;
        ASSERT_EQ(schedule->sum_start, best.sum) << "round " << round;
        ASSERT_EQ(schedule->bound_scheduled, best.held);
        ASSERT_TRUE(schedule->optimal);
    }
}

/// Sari mentors Adi and Bela; a week of one day with four periods, sessions of two.
Batch one_day_with_two_mentees() {
    return {.week = {1, 4},
            .session_periods = 2,
            .free = {WeekBits{0b1111}, WeekBits{0b1111}, WeekBits{0b0011}},  // Sari, Adi, Bela (first two periods only)
            .pairs = {{0, 1}, {0, 2}}};
}

TEST(ScheduleBatch, LetsTheOneWithLessChoiceGoFirst) {
    const auto schedule = schedule_batch(one_day_with_two_mentees());
    ASSERT_TRUE(schedule);
    EXPECT_EQ(schedule->start_of, (std::vector<int>{2, 0}));
    EXPECT_EQ(schedule->sum_start, 2);
    EXPECT_EQ(schedule->candidate_slots, 4);  // Adi 0, 1, 2; Bela 0
    EXPECT_EQ(schedule->components, 1);
    EXPECT_TRUE(schedule->optimal);
}

TEST(ScheduleBatch, CountsPairsThatCanNeverMeet) {
    auto batch = one_day_with_two_mentees();
    batch.free[2] = WeekBits{0b1001};  // two free periods, but not in a row
    const auto schedule = schedule_batch(batch);
    EXPECT_EQ(schedule->scheduled, 1);
    EXPECT_EQ(schedule->pairs_without_slot, 1);
    EXPECT_EQ(schedule->bound_scheduled, 1);
}

TEST(ScheduleBatch, KeepsTheCapOfADay) {
    auto batch = one_day_with_two_mentees();
    batch.most_per_mentor_day = 1;
    EXPECT_EQ(schedule_batch(batch)->scheduled, 1);
}

TEST(ScheduleBatch, PrefersTheFirstLessonOfALaterDayUnlessTheWeekCounts) {
    Batch batch{
        .week = {2, 3}, .session_periods = 1, .free = {WeekBits{0b001100}, WeekBits{0b001100}}, .pairs = {{0, 1}}};
    EXPECT_EQ(schedule_batch(batch)->start_of[0], 3);  // Tuesday's first instead of Monday's third
    batch.earliest = Earliest::cell_of_week;
    EXPECT_EQ(schedule_batch(batch)->start_of[0], 2);
}

TEST(ScheduleBatch, StatesABoundWhereItCannotProveTheBest) {
    // One mentor with 30 mentees and sessions of two periods: more than the table takes, too many for the search.
    SeededRandom random(3);
    Batch batch{
        .week = {6, 10}, .session_periods = 2, .free = {whole_week({6, 10})}, .pairs = {}, .most_per_mentor_day = 3};
    for (std::int32_t mentee = 1; mentee <= 30; ++mentee) {
        batch.free.push_back({whole_week({6, 10}).word & (random.next() | random.next())});
        batch.pairs.push_back({0, mentee});
    }
    const auto schedule = schedule_batch(batch);
    ASSERT_TRUE(schedule);
    EXPECT_TRUE(check_schedule(batch, *schedule));
    EXPECT_EQ(schedule->bound_scheduled, 18);  // 6 days of 3
    EXPECT_LE(schedule->scheduled, 18);
    EXPECT_GE(schedule->scheduled, 16);
}

TEST(ScheduleBatch, GivesAnAnswerToAChainOfThousands) {
    // Everyone mentors the next: one group of 6,000, too deep for the search. Free all week, so all can meet.
    Batch batch{.week = {5, 8}, .session_periods = 2, .free = {}, .pairs = {}};
    batch.free.assign(6001, whole_week({5, 8}));
    for (std::int32_t person = 0; person < 6000; ++person) batch.pairs.push_back({person, person + 1});
    const auto schedule = schedule_batch(batch);
    ASSERT_TRUE(schedule);
    EXPECT_TRUE(check_schedule(batch, *schedule));
    EXPECT_EQ(schedule->components, 1);
    EXPECT_EQ(schedule->scheduled, 6000);
    EXPECT_EQ(schedule->bound_scheduled, 6000);
    EXPECT_FALSE(schedule->optimal);  // the sum is not proven
}

TEST(ScheduleBatch, RefusesWhatHasNoMeaning) {
    const auto code = [](const Batch& batch) { return schedule_batch(batch).error().code; };
    EXPECT_EQ(code({}), "scheduling.nobody");
    auto batch = one_day_with_two_mentees();
    batch.session_periods = 5;
    EXPECT_EQ(code(batch), "scheduling.bad_session_length");
    batch = one_day_with_two_mentees();
    batch.most_per_mentor_day = 0;
    EXPECT_EQ(code(batch), "scheduling.bad_cap");
    batch = one_day_with_two_mentees();
    batch.pairs[1].mentee = 3;
    EXPECT_EQ(code(batch), "scheduling.unknown_person");
    batch.pairs[1].mentee = 0;
    EXPECT_EQ(code(batch), "scheduling.same_person");
    batch.pairs[1].mentee = 1;
    EXPECT_EQ(code(batch), "scheduling.duplicate_pair");
    batch = one_day_with_two_mentees();
    batch.week = {6, 11};
    EXPECT_EQ(code(batch), "scheduling.bad_week");
}

TEST(SuggestMoves, SaysWhatElseCanGive) {
    const auto batch = one_day_with_two_mentees();
    const auto schedule = *schedule_batch(batch);  // Adi at 2, Bela at 0
    const auto for_adi = suggest_moves(batch, schedule, 0);
    EXPECT_TRUE(for_adi.empty());  // Bela can only begin at 0, so 0 and 1 stay closed to Adi

    auto roomier = batch;
    roomier.free[2] = WeekBits{0b1111};
    const auto moves = suggest_moves(roomier, schedule, 0);
    ASSERT_EQ(moves.size(), 1U);
    EXPECT_EQ(moves[0].start, 0);
    EXPECT_EQ(moves[0].other_pair, 1);
    EXPECT_EQ(moves[0].other_start, 2);
}

}  // namespace
}  // namespace pamong::scheduling
