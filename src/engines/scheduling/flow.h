#pragma once

#include <cstdint>
#include <vector>

namespace pamong::scheduling {

/// A small minimum cost flow with unit steps (successive shortest paths by Bellman-Ford): a mentor's week has some
/// hundreds of edges.
class SmallFlow {
  public:
    explicit SmallFlow(int nodes) : first_(static_cast<std::size_t>(nodes), -1) {}
    /// Returns the edge's number for flow_on().
    int edge(int from, int to, int capacity, std::int64_t cost);
    /// Sends as much as possible, at least cost for that amount; returns how much.
    int send(int source, int sink);
    [[nodiscard]] bool flow_on(int edge) const { return edges_[static_cast<std::size_t>(edge) ^ 1U].capacity > 0; }

  private:
    struct Edge {
        int to;
        int next;
        int capacity;
        std::int64_t cost;
    };
    void half_edge(int from, int to, int capacity, std::int64_t cost);

    std::vector<Edge> edges_;
    std::vector<int> first_;
};

}  // namespace pamong::scheduling
