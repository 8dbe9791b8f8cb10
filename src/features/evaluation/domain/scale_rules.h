#pragma once

#include "base/exact.h"
#include "base/result.h"
#include "features/performance/domain/rating_scale.h"

namespace pamong {

/// A label with the number it was read from. The rule belongs to the evaluation record and is never switched later.
struct ScaleReading {
    Exact value{};  ///< percent, or deviations from the ideal mean
    RatingBand band{};
};

/// 100 * sum / (respondents * items * highest answer), read with a percent scale (rules A and B).
/// Problems: scale_counts (not whole or below 1), scale_sum (outside 0..maximum).
Result<ScaleReading> percent_reading(const Exact& respondents, const Exact& items, const Exact& scale_max,
                                     const Exact& sum, const RatingScale& percent_scale);

/// Ideal mean and deviation of a score range: Mi = (max + min)/2, SDi = (max - min)/6.
struct IdealMean {
    Exact mean{};
    Exact deviation{};
};

/// Rule C: bounds of the scale are deviations from the ideal mean (X > Mi + 1.8 SDi ...).
/// Problems: scale_range (max not above min), scale_score (outside min..max).
Result<ScaleReading> ideal_mean_reading(const Exact& min, const Exact& max, const Exact& score,
                                        const RatingScale& deviation_scale);
IdealMean ideal_mean_of(const Exact& min, const Exact& max);

/// Hake's normalised gain (post - pre)/(max - pre). Problems: gain_undefined (pre = max), scale_score.
Result<ScaleReading> normalised_gain(const Exact& pre, const Exact& post, const Exact& max,
                                     const RatingScale& gain_scale);

}  // namespace pamong
