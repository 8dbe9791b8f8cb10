#include "engines/scheduling/flow.h"

#include <deque>
#include <limits>

namespace pamong::scheduling {

void SmallFlow::half_edge(int from, int to, int capacity, std::int64_t cost) {
    edges_.push_back({to, first_[static_cast<std::size_t>(from)], capacity, cost});
    first_[static_cast<std::size_t>(from)] = static_cast<int>(edges_.size()) - 1;
}

int SmallFlow::edge(int from, int to, int capacity, std::int64_t cost) {
    half_edge(from, to, capacity, cost);
    half_edge(to, from, 0, -cost);
    return static_cast<int>(edges_.size()) - 2;
}

int SmallFlow::send(int source, int sink) {
    constexpr auto far = std::numeric_limits<std::int64_t>::max();
    int sent = 0;
    for (;;) {
        std::vector<std::int64_t> distance(first_.size(), far);
        std::vector<int> by(first_.size(), -1);
        std::vector<bool> waiting(first_.size(), false);
        std::deque<int> queue{source};
        distance[static_cast<std::size_t>(source)] = 0;
        while (!queue.empty()) {
            const auto node = static_cast<std::size_t>(queue.front());
            queue.pop_front();
            waiting[node] = false;
            for (int number = first_[node]; number >= 0; number = edges_[static_cast<std::size_t>(number)].next) {
                const Edge& edge = edges_[static_cast<std::size_t>(number)];
                const auto to = static_cast<std::size_t>(edge.to);
                if (edge.capacity == 0 || distance[node] + edge.cost >= distance[to]) continue;
                distance[to] = distance[node] + edge.cost;
                by[to] = number;
                if (!waiting[to]) queue.push_back(edge.to);
                waiting[to] = true;
            }
        }
        if (distance[static_cast<std::size_t>(sink)] == far) return sent;
        for (int node = sink; node != source;) {
            const auto number = static_cast<std::size_t>(by[static_cast<std::size_t>(node)]);
            --edges_[number].capacity;
            ++edges_[number ^ 1U].capacity;
            node = edges_[number ^ 1U].to;
        }
        ++sent;
    }
}

}  // namespace pamong::scheduling
