#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/citation.h"
#include "base/exact.h"
#include "base/result.h"
#include "features/performance/domain/rating_scale.h"

namespace pamong {

/// Weights of the three components after certification. The source names the components and gives no weights, so
/// these are versioned settings (D): main duty, additional duty, professional development, in percent.
struct QualityWeights {
    std::array<Exact, 3> percent{};
    Exact minimum{};       ///< a weighted component below it caps the label
    std::string cap_name;  ///< the best label still possible then
    Citation source{};
};

struct QualityIndex {
    Exact index{};
    RatingBand band{};
    bool capped = false;
};

/// Components are 0..100 in the order of the weights. Problems: quality_component (out of range, or missing though
/// weighted), quality_weights (below zero or not 100 together).
Result<QualityIndex> quality_index(const std::array<std::optional<Exact>, 3>& components, const QualityWeights& weights,
                                   const RatingScale& labels);

}  // namespace pamong
