#include "features/evaluation/domain/scale_rules.h"

namespace pamong {
namespace {

bool is_count(const Exact& value) { return value.denominator() == 1 && value >= 1; }

}  // namespace

Result<ScaleReading> percent_reading(const Exact& respondents, const Exact& items, const Exact& scale_max,
                                     const Exact& sum, const RatingScale& percent_scale) {
    if (!is_count(respondents) || !is_count(items) || scale_max <= 0) return refused("evaluation.scale_counts");
    const Exact maximum = respondents * items * scale_max;
    if (sum < 0 || sum > maximum)
        return refused("evaluation.scale_sum", {{"sum", to_string(sum)}, {"maximum", to_string(maximum)}});
    const Exact percent = Exact{100} * sum / maximum;
    return ScaleReading{percent, percent_scale.band_of(percent)};
}

IdealMean ideal_mean_of(const Exact& min, const Exact& max) { return {(max + min) / 2, (max - min) / 6}; }

Result<ScaleReading> ideal_mean_reading(const Exact& min, const Exact& max, const Exact& score,
                                        const RatingScale& deviation_scale) {
    if (max <= min) return refused("evaluation.scale_range");
    if (score < min || score > max)
        return refused("evaluation.scale_score",
                       {{"score", to_string(score)}, {"min", to_string(min)}, {"max", to_string(max)}});
    const auto [mean, deviation] = ideal_mean_of(min, max);
    const Exact deviations = (score - mean) / deviation;
    return ScaleReading{deviations, deviation_scale.band_of(deviations)};
}

Result<ScaleReading> normalised_gain(const Exact& pre, const Exact& post, const Exact& max,
                                     const RatingScale& gain_scale) {
    if (max <= 0) return refused("evaluation.scale_range");
    for (const Exact& score : {pre, post})
        if (score < 0 || score > max)
            return refused("evaluation.scale_score",
                           {{"score", to_string(score)}, {"min", "0"}, {"max", to_string(max)}});
    if (pre == max) return refused("evaluation.gain_undefined");
    const Exact gain = (post - pre) / (max - pre);
    return ScaleReading{gain, gain_scale.band_of(gain)};
}

}  // namespace pamong
