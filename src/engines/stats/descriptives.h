#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"

// In this folder a missing value is NaN. Method page: docs/methods/statistics.md.
namespace pamong::stats {

/// Below this many values no test or interval is given (handbook of the programme: "too few data").
constexpr std::size_t least_for_a_test = 5;

struct Interval {
    double low = 0;
    double high = 0;
    friend bool operator==(const Interval&, const Interval&) = default;
};

struct Descriptives {
    std::size_t n = 0;  ///< without the missing ones
    std::size_t missing = 0;
    double mean = 0;
    std::optional<double> sd;  ///< n - 1 below; nothing when n is 1
    double minimum = 0;
    double lower_quartile = 0;  ///< quantile of type 7, as everywhere here
    double median = 0;
    double upper_quartile = 0;
    double maximum = 0;
};

/// problem  stats.too_few: no value at all; stats.not_finite.
Result<Descriptives> describe(std::span<const double> values);

/// Quantile of type 7: linear between order statistics, position (n - 1) p (Hyndman and Fan 1996, The American
/// Statistician 50(4)). problem  stats.too_few, stats.not_finite, stats.bad_probability.
Result<double> quantile(std::span<const double> values, double probability);

/// A figure with its confidence interval.
struct Estimate {
    double value = 0;
    Interval interval;
    double confidence = 0.95;
    std::size_t n = 0;
};

/// Mean with its t interval. problem  stats.too_few below 5, stats.no_variation, stats.not_finite,
/// stats.bad_probability.
Result<Estimate> mean_with_interval(std::span<const double> values, double confidence = 0.95);

/// Proportion with the score interval (Wilson 1927, J. Am. Stat. Assoc. 22, 209-212).
/// problem  stats.too_few: nobody asked; stats.bad_count: successes below 0 or above n; stats.bad_probability.
Result<Estimate> proportion_with_interval(long successes, long n, double confidence = 0.95);

/// Hake's normalised gain (post - pre) / (maximum - pre); Am. J. Phys. 66, 64-74 (1998).
/// problem  stats.gain_undefined: pre is the maximum; stats.bad_score: outside 0 to maximum.
Result<double> normalised_gain(double pre, double post, double maximum);

enum class GainBand { low, medium, high };
/// Above 0.7 high, from 0.3 medium, else low.
GainBand band_of_gain(double gain);

/// (treated after - before) - (compared after - before), of means.
inline double difference_in_differences(double treated_before, double treated_after, double compared_before,
                                        double compared_after) {
    return (treated_after - treated_before) - (compared_after - compared_before);
}

}  // namespace pamong::stats
