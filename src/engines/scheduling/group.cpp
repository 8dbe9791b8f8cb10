#include "engines/scheduling/group.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>
#include <numeric>

#include "engines/scheduling/flow.h"

namespace pamong::scheduling {
namespace {

constexpr std::int64_t impossible = std::numeric_limits<std::int64_t>::max();

int day_cap(const Batch& batch) { return batch.most_per_mentor_day.value_or(batch.week.periods); }
int week_cap(const Batch& batch) { return batch.most_per_mentor_week.value_or(batch.week.cells()); }

/// Most sessions without overlap in one day among these starts: always taking the earliest is best.
int most_in_day(const Batch& batch, WeekBits starts, int day) {
    int held = 0;
    for (int period = 0; period < batch.week.periods;) {
        const bool here = starts.has(batch.week.cell(day, period));
        held += here ? 1 : 0;
        period += here ? batch.session_periods : 1;
    }
    return held;
}

/// The cheapest way to have held the pairs of each subset, day after day.
class SubsetTable {
  public:
    SubsetTable(const Batch& batch, const Group& group)
        : batch_(batch),
          group_(group),
          subsets_(std::size_t{1} << group.pairs.size()),
          counts_(static_cast<std::size_t>(std::min(day_cap(batch), static_cast<int>(group.pairs.size()))) + 1) {}

    std::vector<int> solve() {
        std::vector<std::int64_t> after(subsets_, impossible);
        after[0] = 0;
        for (int day = 0; day < batch_.week.days; ++day) after = one_day(day, after);
        std::size_t best = 0;
        for (std::size_t subset = 0; subset < subsets_; ++subset) {
            if (after[subset] == impossible) continue;
            const int more = std::popcount(subset) - std::popcount(best);
            if (more > 0 || (more == 0 && after[subset] < after[best])) best = subset;
        }
        return trace(best);
    }

  private:
    [[nodiscard]] std::size_t state(std::size_t subset, std::size_t count) const { return subset * counts_ + count; }

    std::vector<std::int64_t> one_day(int day, const std::vector<std::int64_t>& before) {
        const auto periods = static_cast<std::size_t>(batch_.week.periods);
        const auto length = static_cast<std::size_t>(batch_.session_periods);
        std::vector<std::vector<std::int64_t>> best(periods + 1,
                                                    std::vector<std::int64_t>(subsets_ * counts_, impossible));
        // begun_[cell after][state]: the pair whose session ended there, or -1 for an idle period.
        std::vector<std::vector<std::int16_t>> begun(periods + 1, std::vector<std::int16_t>(subsets_ * counts_, -1));
        for (std::size_t subset = 0; subset < subsets_; ++subset) best[0][state(subset, 0)] = before[subset];
        for (std::size_t period = 0; period < periods; ++period) {
            const int cell = batch_.week.cell(day, static_cast<int>(period));
            for (std::size_t subset = 0; subset < subsets_; ++subset)
                for (std::size_t count = 0; count < counts_; ++count) {
                    const std::int64_t cost = best[period][state(subset, count)];
                    if (cost == impossible) continue;
                    if (cost < best[period + 1][state(subset, count)]) {
                        best[period + 1][state(subset, count)] = cost;
                        begun[period + 1][state(subset, count)] = -1;
                    }
                    if (count + 1 == counts_ || std::popcount(subset) >= week_cap(batch_)) continue;
                    for (std::size_t pair = 0; pair < group_.pairs.size(); ++pair) {
                        const std::size_t bit = std::size_t{1} << pair;
                        if ((subset & bit) != 0 || !group_.starts[pair].has(cell)) continue;
                        const std::size_t next = state(subset | bit, count + 1);
                        const std::int64_t with = cost + cost_of_start(batch_, cell);
                        if (with >= best[period + length][next]) continue;
                        best[period + length][next] = with;
                        begun[period + length][next] = static_cast<std::int16_t>(pair);
                    }
                }
        }
        std::vector<std::int64_t> after(subsets_, impossible);
        std::vector<std::int16_t> count_at_end(subsets_, 0);
        for (std::size_t subset = 0; subset < subsets_; ++subset)
            for (std::size_t count = 0; count < counts_; ++count)
                if (best[periods][state(subset, count)] < after[subset]) {
                    after[subset] = best[periods][state(subset, count)];
                    count_at_end[subset] = static_cast<std::int16_t>(count);
                }
        begun_.push_back(std::move(begun));
        count_at_end_.push_back(std::move(count_at_end));
        return after;
    }

    [[nodiscard]] std::vector<int> trace(std::size_t subset) const {
        std::vector<int> start_of(group_.pairs.size(), not_held);
        for (int day = batch_.week.days - 1; day >= 0; --day) {
            auto count = static_cast<std::size_t>(count_at_end_[static_cast<std::size_t>(day)][subset]);
            for (int period = batch_.week.periods; period > 0;) {
                const int pair =
                    begun_[static_cast<std::size_t>(day)][static_cast<std::size_t>(period)][state(subset, count)];
                if (pair < 0) {
                    --period;
                    continue;
                }
                period -= batch_.session_periods;
                start_of[static_cast<std::size_t>(pair)] = batch_.week.cell(day, period);
                subset &= ~(std::size_t{1} << static_cast<unsigned>(pair));
                --count;
            }
        }
        return start_of;
    }

    const Batch& batch_;
    const Group& group_;
    std::size_t subsets_;
    std::size_t counts_;
    std::vector<std::vector<std::vector<std::int16_t>>> begun_;
    std::vector<std::vector<std::int16_t>> count_at_end_;
};

/// Depth first over the pairs, those with the fewest starts first.
class Search {
  public:
    Search(const Batch& batch, const Group& group, std::int64_t steps)
        : batch_(batch),
          group_(group),
          steps_(steps),
          order_(group.pairs.size()),
          now_(group.pairs.size(), not_held),
          best_(now_) {
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
            return group.starts[a].count() < group.starts[b].count();
        });
        for (const std::size_t pair : order_) {
            std::vector<int> starts;
            for (int cell = 0; cell < batch.week.cells(); ++cell)
                if (group.starts[pair].has(cell)) starts.push_back(cell);
            std::stable_sort(starts.begin(), starts.end(),
                             [&](int a, int b) { return cost_of_start(batch, a) < cost_of_start(batch, b); });
            starts_.push_back(std::move(starts));
        }
        least_rest_.assign(order_.size() + 1, 0);
        for (std::size_t depth = order_.size(); depth > 0; --depth)
            least_rest_[depth - 1] = least_rest_[depth] + cost_of_start(batch, starts_[depth - 1].front());
        if (order_.size() > deepest) steps_ = 0;
        else go(0, 0, 0);
        if (best_held_ < 0) first_fit();
    }
    [[nodiscard]] bool finished() const { return steps_ > 0; }
    [[nodiscard]] const std::vector<int>& best() const { return best_; }

  private:
    /// Too many pairs to go down one call a pair.
    static constexpr std::size_t deepest = 5000;

    bool take(std::size_t number, int start) {
        const PairToMeet& pair = batch_.pairs[static_cast<std::size_t>(group_.pairs[number])];
        const WeekBits cells = session_cells(start, batch_.session_periods);
        int& that_day = per_day_[{pair.mentor, batch_.week.day_of(start)}];
        int& that_week = per_day_[{pair.mentor, -1}];
        WeekBits& mentor = busy_[pair.mentor];
        WeekBits& mentee = busy_[pair.mentee];
        if (!((mentor | mentee) & cells).empty() || that_day >= day_cap(batch_) || that_week >= week_cap(batch_))
            return false;
        mentor.word |= cells.word;
        mentee.word |= cells.word;
        ++that_day;
        ++that_week;
        now_[number] = start;
        return true;
    }
    void give_back(std::size_t number) {
        const PairToMeet& pair = batch_.pairs[static_cast<std::size_t>(group_.pairs[number])];
        const WeekBits cells = session_cells(now_[number], batch_.session_periods);
        --per_day_[{pair.mentor, batch_.week.day_of(now_[number])}];
        --per_day_[{pair.mentor, -1}];
        busy_[pair.mentor].word &= ~cells.word;
        busy_[pair.mentee].word &= ~cells.word;
        now_[number] = not_held;
    }

    void go(std::size_t depth, int held, std::int64_t cost) {
        if (--steps_ <= 0) return;
        const int reachable = held + static_cast<int>(order_.size() - depth);
        if (reachable < best_held_ || (reachable == best_held_ && cost + least_rest_[depth] >= best_cost_)) return;
        if (depth == order_.size()) {
            best_ = now_;
            best_held_ = held;
            best_cost_ = cost;
            return;
        }
        for (const int start : starts_[depth]) {
            if (!take(order_[depth], start)) continue;
            go(depth + 1, held + 1, cost + cost_of_start(batch_, start));
            give_back(order_[depth]);
            if (steps_ <= 0) return;
        }
        go(depth + 1, held, cost);
    }

    void first_fit() {
        for (std::size_t depth = 0; depth < order_.size(); ++depth)
            for (const int start : starts_[depth])
                if (take(order_[depth], start)) break;
        best_ = now_;
    }

    const Batch& batch_;
    const Group& group_;
    std::int64_t steps_;
    std::vector<std::size_t> order_;
    std::vector<std::vector<int>> starts_;
    std::vector<std::int64_t> least_rest_;
    std::map<std::int32_t, WeekBits> busy_;
    std::map<std::pair<std::int32_t, int>, int> per_day_;
    std::vector<int> now_;
    std::vector<int> best_;
    int best_held_ = -1;
    std::int64_t best_cost_ = impossible;
};

int held_in(const std::vector<int>& starts) {
    return static_cast<int>(std::count_if(starts.begin(), starts.end(), [](int start) { return start != not_held; }));
}

}  // namespace

std::int64_t cost_of_start(const Batch& batch, int start) {
    if (batch.earliest == Earliest::cell_of_week) return start;
    const auto one_period = static_cast<std::int64_t>(batch.pairs.size()) * 7 + 1;  // more than all days together
    return batch.week.period_of(start) * one_period + batch.week.day_of(start);
}

GroupAnswer solve_single_periods(const Batch& batch, const Group& group) {
    const int pairs = static_cast<int>(group.pairs.size());
    const int cells = batch.week.cells();
    const int first_cell = pairs;
    const int first_day = first_cell + cells;
    const int week = first_day + batch.week.days;
    const int source = week + 1;
    const int sink = week + 2;
    SmallFlow flow(week + 3);
    std::vector<std::vector<std::pair<int, int>>> edges(group.pairs.size());
    for (int pair = 0; pair < pairs; ++pair) {
        flow.edge(source, pair, 1, 0);
        for (int cell = 0; cell < cells; ++cell)
            if (group.starts[static_cast<std::size_t>(pair)].has(cell))
                edges[static_cast<std::size_t>(pair)].emplace_back(
                    flow.edge(pair, first_cell + cell, 1, cost_of_start(batch, cell)), cell);
    }
    for (int cell = 0; cell < cells; ++cell) flow.edge(first_cell + cell, first_day + batch.week.day_of(cell), 1, 0);
    for (int day = 0; day < batch.week.days; ++day) flow.edge(first_day + day, week, day_cap(batch), 0);
    flow.edge(week, sink, week_cap(batch), 0);
    GroupAnswer answer{std::vector<int>(group.pairs.size(), not_held), flow.send(source, sink), true};
    for (std::size_t pair = 0; pair < group.pairs.size(); ++pair)
        for (const auto& [edge, cell] : edges[pair])
            if (flow.flow_on(edge)) answer.start_of[pair] = cell;
    return answer;
}

GroupAnswer solve_by_table(const Batch& batch, const Group& group) {
    GroupAnswer answer{SubsetTable(batch, group).solve(), 0, true};
    answer.bound = held_in(answer.start_of);
    return answer;
}

GroupAnswer solve_by_search(const Batch& batch, const Group& group, std::int64_t steps) {
    const Search search(batch, group, steps);
    GroupAnswer answer{search.best(), 0, search.finished()};
    answer.bound = search.finished() ? held_in(answer.start_of) : static_cast<int>(group.pairs.size());
    return answer;
}

int most_of_one_mentor(const Batch& batch, const Group& group) {
    if (batch.session_periods == 1) return solve_single_periods(batch, group).bound;
    if (group.pairs.size() <= largest_table) return solve_by_table(batch, group).bound;
    // Longer sessions of many mentees: pairs to days, each day with as many as fit without asking whose they are.
    const int pairs = static_cast<int>(group.pairs.size());
    const int week = pairs + batch.week.days;
    SmallFlow flow(week + 3);
    WeekBits any;
    for (int pair = 0; pair < pairs; ++pair) {
        const WeekBits starts = group.starts[static_cast<std::size_t>(pair)];
        any = any | starts;
        flow.edge(week + 1, pair, 1, 0);
        for (int day = 0; day < batch.week.days; ++day)
            if (!(starts & session_cells(batch.week.cell(day, 0), batch.week.periods)).empty())
                flow.edge(pair, pairs + day, 1, 0);
    }
    for (int day = 0; day < batch.week.days; ++day)
        flow.edge(pairs + day, week, std::min(day_cap(batch), most_in_day(batch, any, day)), 0);
    flow.edge(week, week + 2, week_cap(batch), 0);
    return flow.send(week + 1, week + 2);
}

}  // namespace pamong::scheduling
