#include "engines/matching/cascade.h"

#include <set>
#include <string>

namespace pamong::matching {
namespace {

Done each_person_once(const Cascade& cascade) {
    std::set<std::int64_t> seen;
    const auto add = [&](const std::vector<std::int64_t>& people, std::string_view generation) -> Done {
        for (std::size_t row = 0; row < people.size(); ++row)
            if (!seen.insert(people[row]).second)
                return refused("matching.two_generations", {{"person", std::to_string(people[row])}},
                               std::string(generation) + "[" + std::to_string(row) + "]");
        return {};
    };
    if (auto first = add(cascade.person_1, "person_1"); !first) return first;
    if (auto second = add(cascade.person_2, "person_2"); !second) return second;
    return add(cascade.person_3, "person_3");
}

Instance layer(std::size_t lefts, std::vector<std::int32_t> capacities, const std::vector<Arc>& arcs) {
    Instance instance;
    instance.lefts = static_cast<std::int32_t>(lefts);
    instance.capacities = std::move(capacities);
    instance.arcs = arcs;
    return instance;
}

Result<Assignment> solve_layer(std::string_view name, const Instance& instance, std::uint64_t seed) {
    auto answer = assign(instance, {seed, 0});
    if (answer) return answer;
    Problem problem = answer.error();
    problem.at = std::string(name) + (problem.at.empty() ? "" : ".") + problem.at;
    return refused(std::move(problem));
}

}  // namespace

Result<CascadeAnswer> plan_cascade(const Cascade& cascade, std::uint64_t seed) {
    if (const auto once = each_person_once(cascade); !once) return refused(once.error());
    if (cascade.ratio_12 < 1 || cascade.ratio_23 < 1) return refused("matching.bad_ratio");

    const auto second =
        solve_layer("second",
                    layer(cascade.person_2.size(), std::vector<std::int32_t>(cascade.person_1.size(), cascade.ratio_12),
                          cascade.arcs_12),
                    seed);
    if (!second) return refused(second.error());
    std::vector<std::int32_t> open(cascade.person_2.size(), 0);
    for (std::size_t person = 0; person < open.size(); ++person)
        if (second->right_of[person] != unplaced) open[person] = cascade.ratio_23;
    const auto third = solve_layer("third", layer(cascade.person_3.size(), open, cascade.arcs_23), seed);
    if (!third) return refused(third.error());
    const auto relaxed =
        solve_layer("third",
                    layer(cascade.person_3.size(), std::vector<std::int32_t>(cascade.person_2.size(), cascade.ratio_23),
                          cascade.arcs_23),
                    seed);
    if (!relaxed) return refused(relaxed.error());

    CascadeAnswer answer{*second, *third, second->total_cost + third->total_cost, relaxed->placed, relaxed->lower_bound,
                         false};
    answer.best_as_a_whole = third->placed == relaxed->placed && third->total_cost == relaxed->total_cost;
    return answer;
}

}  // namespace pamong::matching
