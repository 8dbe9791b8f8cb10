#include "engines/matching/assignment.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <queue>
#include <string>

#include "base/random.h"
#include "engines/matching/usable_arcs.h"

namespace pamong::matching {
namespace {

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

/// 0..count-1 in an order drawn by lot.
std::vector<std::int32_t> drawn_order(std::size_t count, Random& random) {
    std::vector<std::int32_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t place = count; place > 1; --place) std::swap(order[place - 1], order[random.below(place)]);
    return order;
}

/// Places one left after the other along a cheapest chain of moves. After each step the placement of those done so far
/// is a cheapest one, and prices_ prove it: cost + price of every usable arc >= what its left pays now.
class ShortestChains {
  public:
    ShortestChains(const Instance& instance, const UsableArcs& arcs, Random& random)
        : instance_(instance),
          arcs_(arcs),
          prices_(instance.capacities.size(), 0),
          holders_(instance.capacities.size()),
          right_of_(at(instance.lefts), unplaced),
          paid_(at(instance.lefts), 0),
          distance_(instance.capacities.size(), 0),
          reached_by_(instance.capacities.size(), unplaced),
          touched_in_(instance.capacities.size(), 0),
          settled_in_(instance.capacities.size(), 0),
          rank_(instance.capacities.size()) {
        const auto order = drawn_order(instance.capacities.size(), random);
        for (std::size_t place = 0; place < order.size(); ++place)
            rank_[at(order[place])] = static_cast<std::int32_t>(place);
        for (const PairOf& lock : instance.locked) put(lock.left, *arcs_.find(lock.left, lock.right));
        for (const std::int32_t left : drawn_order(at(instance.lefts), random))
            if (arcs_.locked_to(left) == unplaced) place(left);
    }
    [[nodiscard]] const std::vector<std::int32_t>& right_of() const { return right_of_; }
    [[nodiscard]] const std::vector<std::int64_t>& prices() const { return prices_; }

  private:
    struct Reached {
        std::int64_t distance;
        std::int32_t rank;
        std::int32_t right;
        bool operator>(const Reached& other) const {
            return distance != other.distance ? distance > other.distance : rank > other.rank;
        }
    };
    /// Where a chain ends: at a free place of `right`, or with `left` going without one.
    struct End {
        std::int64_t distance;
        std::int32_t right;
        std::int32_t left;
    };

    void put(std::int32_t left, const Choice& choice) {
        holders_[at(choice.right)].push_back(left);
        right_of_[at(left)] = choice.right;
        paid_[at(left)] = choice.full_cost;
    }
    void take_away(std::int32_t left) {
        auto& held = holders_[at(right_of_[at(left)])];
        held.erase(std::find(held.begin(), held.end(), left));
        right_of_[at(left)] = unplaced;
    }
    [[nodiscard]] bool has_room(std::int32_t right) const {
        return holders_[at(right)].size() < at(instance_.capacities[at(right)]);
    }

    void reach(std::int32_t left, const Choice& choice, std::int64_t base, std::int64_t limit) {
        const std::size_t right = at(choice.right);
        if (instance_.capacities[right] == 0 || settled_in_[right] == step_) return;
        const std::int64_t distance = base + choice.full_cost + prices_[right];
        if (distance > limit || (touched_in_[right] == step_ && distance_[right] <= distance)) return;
        touched_in_[right] = step_;
        distance_[right] = distance;
        reached_by_[right] = left;
        frontier_.push({distance, rank_[right], choice.right});
    }

    /// Dijkstra over rights, by what a chain from `source` costs beyond what its people pay now.
    End cheapest_end(std::int32_t source) {
        End end{arcs_.full_outside_cost(source), unplaced, source};
        for (const Choice& choice : arcs_.of(source)) reach(source, choice, 0, end.distance);
        while (!frontier_.empty()) {
            const Reached next = frontier_.top();
            if (next.distance > end.distance) break;
            frontier_.pop();
            if (settled_in_[at(next.right)] == step_) continue;
            if (has_room(next.right))
                return {next.distance, next.right, unplaced};  // a place is preferred at equal cost
            settled_in_[at(next.right)] = step_;
            settled_.push_back(next.right);
            for (const std::int32_t left : holders_[at(next.right)]) {
                if (arcs_.locked_to(left) != unplaced) continue;
                const std::int64_t base = next.distance - (paid_[at(left)] + prices_[at(next.right)]);
                const std::int64_t way_out = base + arcs_.full_outside_cost(left);
                if (way_out < end.distance) end = {way_out, unplaced, left};
                for (const Choice& choice : arcs_.of(left)) reach(left, choice, base, end.distance);
            }
        }
        return end;
    }

    void place(std::int32_t source) {
        ++step_;
        settled_.clear();
        frontier_ = {};
        const End end = cheapest_end(source);
        for (const std::int32_t right : settled_)
            if (distance_[at(right)] < end.distance) prices_[at(right)] += end.distance - distance_[at(right)];

        std::int32_t free = end.right;  // the place that the next person of the chain moves to
        if (free == unplaced) {
            if (end.left == source) return;
            free = right_of_[at(end.left)];
            take_away(end.left);
        }
        for (;;) {
            const std::int32_t left = reached_by_[at(free)];
            const std::int32_t before = right_of_[at(left)];
            if (before != unplaced) take_away(left);
            put(left, *arcs_.find(left, free));
            if (left == source) return;
            free = before;
        }
    }

    const Instance& instance_;
    const UsableArcs& arcs_;
    std::vector<std::int64_t> prices_;
    std::vector<std::vector<std::int32_t>> holders_;
    std::vector<std::int32_t> right_of_;
    std::vector<std::int64_t> paid_;
    std::vector<std::int64_t> distance_;
    std::vector<std::int32_t> reached_by_;
    std::vector<std::uint32_t> touched_in_;
    std::vector<std::uint32_t> settled_in_;
    std::vector<std::int32_t> rank_;
    std::vector<std::int32_t> settled_;
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> frontier_;
    std::uint32_t step_ = 0;
};

std::int32_t count_components(const Instance& instance, const UsableArcs& arcs) {
    std::vector<std::int32_t> parent(at(instance.lefts) + instance.capacities.size());
    std::iota(parent.begin(), parent.end(), 0);
    const auto root = [&](std::int32_t node) {
        while (parent[at(node)] != node) node = parent[at(node)] = parent[at(parent[at(node)])];
        return node;
    };
    std::int32_t joined = 0;
    std::vector<bool> touched(parent.size(), false);
    for (std::int32_t left = 0; left < instance.lefts; ++left)
        for (const Choice& choice : arcs.of(left)) {
            touched[at(left)] = touched[at(instance.lefts + choice.right)] = true;
            const std::int32_t a = root(left);
            const std::int32_t b = root(instance.lefts + choice.right);
            if (a == b) continue;
            parent[at(a)] = b;
            ++joined;
        }
    return static_cast<std::int32_t>(std::count(touched.begin(), touched.end(), true)) - joined;
}

/// Weak duality: whatever the prices, nobody can pay less than the cheapest of outside and cost + price.
std::int64_t bound_by_prices(const Instance& instance, const UsableArcs& arcs, std::span<const std::int64_t> prices) {
    __extension__ using Wide = __int128;
    Wide bound = 0;
    for (std::int32_t left = 0; left < instance.lefts; ++left) {
        const bool locked = arcs.locked_to(left) != unplaced;
        std::int64_t pays = locked ? std::numeric_limits<std::int64_t>::max() : arcs.full_outside_cost(left);
        for (const Choice& choice : arcs.of(left))
            if (instance.capacities[at(choice.right)] > 0)
                pays = std::min(pays, choice.full_cost + prices[at(choice.right)]);
        bound += pays;
    }
    for (std::size_t right = 0; right < prices.size(); ++right)
        bound -= Wide{instance.capacities[right]} * prices[right];
    return static_cast<std::int64_t>(bound);
}

Problem nobody_can_be_placed(const Instance& instance, const Settings& settings) {
    Rules blocking = 0;
    for (std::size_t arc = 0; arc < instance.arcs.size(); ++arc)
        blocking |= blocking_rules(instance, arc, settings.dropped_rules);
    std::string names;
    for (int rule = 0; rule < 32; ++rule)
        if ((blocking >> rule & 1U) != 0) names += (names.empty() ? "" : ", ") + std::to_string(rule);
    return {"matching.no_possible_pair", "", {{"rules", names.empty() ? "-" : names}}, {}};
}

}  // namespace

Result<Assignment> assign(const Instance& instance, const Settings& settings) {
    if (const auto sound = check_instance(instance, settings); !sound) return refused(sound.error());
    const UsableArcs arcs(instance, settings.dropped_rules);
    if (arcs.size() == 0) return refused(nobody_can_be_placed(instance, settings));

    SeededRandom lottery(settings.seed);
    const ShortestChains solved(instance, arcs, lottery);

    Assignment answer;
    answer.settings = settings;
    answer.right_of = solved.right_of();
    answer.prices = solved.prices();
    answer.outside_price = arcs.outside_price();
    answer.components = count_components(instance, arcs);
    std::int64_t counted = 0;
    for (std::int32_t left = 0; left < instance.lefts; ++left) {
        const std::int32_t right = answer.right_of[at(left)];
        const std::int32_t before = instance.earlier ? instance.earlier->right_of[at(left)] : unplaced;
        if (before != unplaced && before != right) {
            ++answer.moved;
            answer.moved_cost += instance.earlier->price;
        }
        if (right != unplaced) {
            ++answer.placed;
            answer.total_cost += arcs.find(left, right)->cost;
            continue;
        }
        ++answer.unmatched;
        counted += answer.outside_price;
        if (!instance.outside_costs.empty()) answer.total_cost += instance.outside_costs[at(left)];
    }
    answer.lower_bound = bound_by_prices(instance, arcs, answer.prices) - counted;
    answer.gap = answer.total_cost + answer.moved_cost - answer.lower_bound;
    return answer;
}

}  // namespace pamong::matching
