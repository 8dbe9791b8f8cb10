#include "features/competence/domain/gap.h"

#include <algorithm>
#include <map>

#include "engines/stats/descriptives.h"

namespace pamong::competence {
namespace {

Gap gap_of(const std::vector<GroupedScore>& group, const Exact& minimum) {
    Gap gap{group.front().key, group.front().name, group.size()};
    Exact sum;
    std::vector<double> values;
    std::int64_t below = 0;
    for (const GroupedScore& one : group) {
        sum = sum + one.total;
        values.push_back(one.total.to_double());
        if (one.total < minimum) ++below;
    }
    gap.mean = sum / Exact(static_cast<std::int64_t>(group.size()));
    gap.gap = *gap.mean - minimum;
    gap.below = below;
    if (const auto mean = stats::mean_with_interval(values)) {
        gap.low = mean->interval.low;
        gap.high = mean->interval.high;
    }
    return gap;
}

bool is_small(const std::vector<GroupedScore>& group) {
    return group.size() < smallest_group && !std::ranges::all_of(group, &GroupedScore::own_school);
}

void hide(Gap& gap) { gap = {gap.key, gap.name, gap.people, {}, {}, {}, {}, {}, true}; }

}  // namespace

std::vector<Gap> gaps_by_group(std::vector<GroupedScore> scores, const Exact& minimum) {
    std::map<std::string, std::vector<GroupedScore>> groups;
    for (GroupedScore& one : scores) groups[one.key].push_back(std::move(one));
    std::vector<Gap> gaps;
    for (auto& [key, group] : groups) {
        // Sums in the order of people, so that every machine prints the same.
        std::ranges::sort(group, {}, &GroupedScore::person_id);
        gaps.push_back(gap_of(group, minimum));
        if (is_small(group)) hide(gaps.back());
    }
    if (std::ranges::count(gaps, true, &Gap::hidden) == 1) {
        const auto shown = std::ranges::partition(gaps, &Gap::hidden);
        const auto next = std::ranges::min_element(
            shown, [](const Gap& a, const Gap& b) { return std::pair(a.people, a.key) < std::pair(b.people, b.key); });
        if (next != shown.end()) hide(*next);
    }
    std::ranges::sort(gaps, [](const Gap& a, const Gap& b) {
        if (a.hidden != b.hidden) return b.hidden;
        if (!a.hidden && *a.gap != *b.gap) return *a.gap < *b.gap;
        return a.name < b.name;
    });
    return gaps;
}

}  // namespace pamong::competence
