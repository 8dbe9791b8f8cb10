#pragma once

#include <array>

#include "base/exact.h"
#include "base/result.h"

namespace pamong {

/// The observation of one classroom indicator: its three focus behaviours, each 0 not done, 1 done but not yet
/// effective, 2 done and effective. Percent of 6 is our own index (D): it is never mixed with PKG percents, which is
/// why it has a type of its own.
class PracticeRating {
  public:
    /// Problem practice_rating_range (at = "[behaviour]").
    static Result<PracticeRating> of(std::array<int, 3> behaviours);
    [[nodiscard]] Exact percent_of_six() const;
    [[nodiscard]] const std::array<int, 3>& behaviours() const { return behaviours_; }

  private:
    explicit PracticeRating(std::array<int, 3> behaviours) : behaviours_(behaviours) {}
    std::array<int, 3> behaviours_;
};

}  // namespace pamong
