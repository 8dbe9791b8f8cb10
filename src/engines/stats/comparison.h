#pragma once

#include <cstddef>
#include <span>

#include "engines/stats/descriptives.h"

namespace pamong::stats {

/// A difference of two means with its test. `difference` is second minus first (after minus before).
struct MeanComparison {
    double difference = 0;
    Interval interval;
    double confidence = 0.95;
    double t = 0;
    double degrees = 0;
    double p = 1;  ///< two-sided
    std::size_t n_first = 0;
    std::size_t n_second = 0;
    std::size_t missing = 0;
};

/// Paired t test, such as the same classes before and after.
/// problem  stats.too_few below 5 complete pairs; stats.no_variation: all differences equal; stats.different_lengths,
///          stats.not_finite, stats.bad_probability.
Result<MeanComparison> paired_t(std::span<const double> before, std::span<const double> after,
                                double confidence = 0.95);

/// Two groups with variances of their own (Welch 1947, Biometrika 34, 28-35).
/// problem  stats.too_few below 5 in a group; stats.no_variation: both groups constant; else as paired_t().
Result<MeanComparison> welch_t(std::span<const double> first, std::span<const double> second, double confidence = 0.95);

/// A standardised difference, second minus first. Formulas in docs/methods/statistics.md.
struct EffectSize {
    double value = 0;
    Interval interval;
    double confidence = 0.95;
    std::size_t n = 0;
};

/// d_z = mean difference / sd of the differences; interval by the non-central t distribution, noncentrality / sqrt(n).
/// problem  as paired_t().
Result<EffectSize> cohen_d_z(std::span<const double> before, std::span<const double> after, double confidence = 0.95);
/// d_av = mean difference / sqrt((s1^2 + s2^2) / 2); interval with the standard error of Bonett (2008), Psychological
/// Methods 13(2), 99-109. problem  as paired_t(), stats.no_variation when neither varies.
Result<EffectSize> cohen_d_av(std::span<const double> before, std::span<const double> after, double confidence = 0.95);
/// d = difference / pooled sd; interval by the non-central t distribution, noncentrality * sqrt(1/n1 + 1/n2).
/// problem  as welch_t().
Result<EffectSize> cohen_d_pooled(std::span<const double> first, std::span<const double> second,
                                  double confidence = 0.95);
/// d times J = gamma(m/2) / (sqrt(m/2) gamma((m-1)/2)), m = n1 + n2 - 2 (Hedges 1981, J. Educ. Statistics 6(2),
/// 107-128); the interval, too.
Result<EffectSize> hedges_g(std::span<const double> first, std::span<const double> second, double confidence = 0.95);

/// d of published figures. problem  stats.too_few: a group below 2; stats.no_variation: both sd 0 or one negative.
struct GroupFigures {
    double mean;
    double sd;
    std::size_t n;
};
Result<double> cohen_d_of_figures(const GroupFigures& first, const GroupFigures& second);

}  // namespace pamong::stats
