#include "engines/scheduling/batch.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "engines/scheduling/group.h"

namespace pamong::scheduling {
namespace {

// Shared by all groups, so that a province of hard groups ends, too; counted, not timed: the answer is the same
// everywhere.
constexpr std::int64_t all_search_steps = 3'000'000;
constexpr std::int64_t least_search_steps = 20'000;
constexpr std::int64_t most_search_steps = 300'000;

std::size_t number(std::int32_t index) { return static_cast<std::size_t>(index); }

Done sound_batch(const Batch& batch) {
    if (batch.pairs.empty()) return refused("scheduling.nobody");
    if (const auto week = make_week(batch.week.days, batch.week.periods); !week) return refused(week.error());
    if (batch.session_periods < 1 || batch.session_periods > batch.week.periods)
        return refused("scheduling.bad_session_length", {{"length", std::to_string(batch.session_periods)},
                                                         {"periods", std::to_string(batch.week.periods)}});
    if (batch.most_per_mentor_day.value_or(1) < 1 || batch.most_per_mentor_week.value_or(1) < 1)
        return refused("scheduling.bad_cap");
    const auto people = static_cast<std::int64_t>(batch.free.size());
    std::map<std::pair<std::int32_t, std::int32_t>, std::size_t> seen;
    for (std::size_t row = 0; row < batch.pairs.size(); ++row) {
        const auto [mentor, mentee] = batch.pairs[row];
        const std::string at = "pairs[" + std::to_string(row) + "]";
        const std::string named = std::to_string(row + 1);
        if (mentor < 0 || mentor >= people || mentee < 0 || mentee >= people)
            return refused("scheduling.unknown_person", {{"row", named}}, at);
        if (mentor == mentee) return refused("scheduling.same_person", {{"row", named}}, at);
        if (const auto [earlier, fresh] = seen.emplace(std::pair(mentor, mentee), row); !fresh)
            return refused("scheduling.duplicate_pair",
                           {{"row", named}, {"first", std::to_string(earlier->second + 1)}}, at);
    }
    return {};
}

WeekBits starts_of(const Batch& batch, const PairToMeet& pair) {
    return common_starts(batch.week, batch.free[number(pair.mentor)], batch.free[number(pair.mentee)],
                         batch.session_periods);
}

/// Pairs that share people, directly or through others; those that can never meet stand aside.
std::vector<Group> groups_of(const Batch& batch) {
    std::vector<std::int32_t> parent(batch.free.size());
    std::iota(parent.begin(), parent.end(), 0);
    const auto root = [&](std::int32_t person) {
        while (parent[number(person)] != person)
            person = parent[number(person)] = parent[number(parent[number(person)])];
        return person;
    };
    std::vector<WeekBits> starts;
    for (const PairToMeet& pair : batch.pairs) {
        starts.push_back(starts_of(batch, pair));
        if (!starts.back().empty()) parent[number(root(pair.mentee))] = root(pair.mentor);
    }
    std::map<std::int32_t, Group> groups;
    for (std::size_t pair = 0; pair < batch.pairs.size(); ++pair) {
        if (starts[pair].empty()) continue;
        Group& group = groups[root(batch.pairs[pair].mentor)];
        group.pairs.push_back(static_cast<std::int32_t>(pair));
        group.starts.push_back(starts[pair]);
    }
    std::vector<Group> all;
    for (auto& [person, group] : groups) all.push_back(std::move(group));
    return all;
}

std::map<std::int32_t, Group> by_mentor(const Batch& batch, const Group& group) {
    std::map<std::int32_t, Group> mentors;
    for (std::size_t pair = 0; pair < group.pairs.size(); ++pair) {
        Group& own = mentors[batch.pairs[number(group.pairs[pair])].mentor];
        own.pairs.push_back(group.pairs[pair]);
        own.starts.push_back(group.starts[pair]);
    }
    return mentors;
}

GroupAnswer solve_group(const Batch& batch, const Group& group, std::int64_t steps) {
    const auto mentors = by_mentor(batch, group);
    const bool one_mentor = mentors.size() == 1;  // then every mentee stands once, as no pair comes twice
    if (one_mentor && batch.session_periods == 1) return solve_single_periods(batch, group);
    if (one_mentor && group.pairs.size() <= largest_table) return solve_by_table(batch, group);
    GroupAnswer answer = solve_by_search(batch, group, steps);
    if (answer.optimal) return answer;
    answer.bound = 0;
    for (const auto& [mentor, own] : mentors) answer.bound += most_of_one_mentor(batch, own);
    return answer;
}

std::int64_t stated_start(const Batch& batch, int start) {
    return batch.earliest == Earliest::cell_of_week ? start : batch.week.period_of(start);
}

}  // namespace

Result<Schedule> schedule_batch(const Batch& batch) {
    if (const auto sound = sound_batch(batch); !sound) return refused(sound.error());
    Schedule schedule;
    schedule.start_of.assign(batch.pairs.size(), not_held);
    schedule.optimal = true;
    int can_meet = 0;
    const auto groups = groups_of(batch);
    const auto steps = std::clamp(all_search_steps / static_cast<std::int64_t>(std::max<std::size_t>(1, groups.size())),
                                  least_search_steps, most_search_steps);
    for (const Group& group : groups) {
        const GroupAnswer answer = solve_group(batch, group, steps);
        ++schedule.components;
        schedule.bound_scheduled += answer.bound;
        schedule.optimal = schedule.optimal && answer.optimal;
        for (std::size_t pair = 0; pair < group.pairs.size(); ++pair) {
            ++can_meet;
            schedule.candidate_slots += group.starts[pair].count();
            const int start = answer.start_of[pair];
            if (start == not_held) continue;
            schedule.start_of[number(group.pairs[pair])] = start;
            schedule.sum_start += stated_start(batch, start);
            ++schedule.scheduled;
        }
    }
    schedule.pairs_without_slot = static_cast<int>(batch.pairs.size()) - can_meet;
    return schedule;
}

Done check_schedule(const Batch& batch, const Schedule& schedule) {
    const auto wrong = [](std::string what) { return refused("scheduling.bad_schedule", {{"what", std::move(what)}}); };
    if (schedule.start_of.size() != batch.pairs.size()) return wrong("length");
    std::vector<WeekBits> busy(batch.free.size());
    std::map<std::pair<std::int32_t, int>, int> sessions;  // by mentor and day; day -1 is the week
    int held = 0;
    std::int64_t sum = 0;
    for (std::size_t pair = 0; pair < batch.pairs.size(); ++pair) {
        const int start = schedule.start_of[pair];
        if (start == not_held) continue;
        if (start < 0 || start >= batch.week.cells() || !starts_of(batch, batch.pairs[pair]).has(start))
            return wrong("not free");
        const WeekBits cells = session_cells(start, batch.session_periods);
        for (const std::int32_t person : {batch.pairs[pair].mentor, batch.pairs[pair].mentee}) {
            if (!(busy[number(person)] & cells).empty()) return wrong("two places at once");
            busy[number(person)] = busy[number(person)] | cells;
        }
        const std::int32_t mentor = batch.pairs[pair].mentor;
        if (++sessions[{mentor, batch.week.day_of(start)}] > batch.most_per_mentor_day.value_or(64))
            return wrong("day cap");
        if (++sessions[{mentor, -1}] > batch.most_per_mentor_week.value_or(64)) return wrong("week cap");
        ++held;
        sum += stated_start(batch, start);
    }
    if (held != schedule.scheduled || sum != schedule.sum_start || held > schedule.bound_scheduled)
        return wrong("counts");
    return {};
}

}  // namespace pamong::scheduling
