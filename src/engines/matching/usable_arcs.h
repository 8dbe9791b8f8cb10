#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engines/matching/assignment.h"

namespace pamong::matching {

/// An arc as seen from its left.
struct Choice {
    std::int32_t right;
    std::int64_t cost;       ///< as given
    std::int64_t full_cost;  ///< with the price of a moved pair
};

/// The arcs that may be used in this run (not forbidden, no rule broken, locks kept), row by row.
class UsableArcs {
  public:
    UsableArcs(const Instance& instance, Rules dropped_rules);

    [[nodiscard]] std::span<const Choice> of(std::int32_t left) const {
        const auto row = static_cast<std::size_t>(left);
        return {choices_.data() + starts_[row], starts_[row + 1] - starts_[row]};
    }
    [[nodiscard]] const Choice* find(std::int32_t left, std::int32_t right) const;
    [[nodiscard]] std::size_t size() const { return choices_.size(); }
    /// The right a left is locked to, or `unplaced`.
    [[nodiscard]] std::int32_t locked_to(std::int32_t left) const { return locked_to_[static_cast<std::size_t>(left)]; }
    /// What being unplaced is counted with, including the price of a moved pair.
    [[nodiscard]] std::int64_t full_outside_cost(std::int32_t left) const {
        return full_outside_[static_cast<std::size_t>(left)];
    }
    /// The common outside price of "most placed, then cheapest"; 0 where the instance states its own.
    [[nodiscard]] std::int64_t outside_price() const { return outside_price_; }

  private:
    std::vector<std::size_t> starts_;
    std::vector<Choice> choices_;  ///< of each left in order of right
    std::vector<std::int32_t> locked_to_;
    std::vector<std::int64_t> full_outside_;
    std::int64_t outside_price_ = 0;
};

/// The price that makes one more person placed worth any detour of the others; nothing when it does not fit 62 bits.
std::optional<std::int64_t> price_of_being_unplaced(const Instance& instance);

/// Why arc number `arc` may not be used: the rules it breaks that are not dropped.
inline Rules blocking_rules(const Instance& instance, std::size_t arc, Rules dropped) {
    return instance.broken_rules.empty() ? 0 : instance.broken_rules[arc] & ~dropped;
}

}  // namespace pamong::matching
