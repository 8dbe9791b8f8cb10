#include "features/performance/domain/practice_rating.h"

namespace pamong {

Result<PracticeRating> PracticeRating::of(std::array<int, 3> behaviours) {
    for (std::size_t i = 0; i < behaviours.size(); ++i)
        if (behaviours.at(i) < 0 || behaviours.at(i) > 2)
            return refused("performance.practice_rating_range", {{"score", std::to_string(behaviours.at(i))}},
                           "[" + std::to_string(i) + "]");
    return PracticeRating{behaviours};
}

Exact PracticeRating::percent_of_six() const {
    return {static_cast<std::int64_t>(100) * (behaviours_[0] + behaviours_[1] + behaviours_[2]), 6};
}

}  // namespace pamong
