#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engines/stats/descriptives.h"

namespace pamong::stats {

/// Association, never cause: whoever shows it shows n, the interval and the rival reasons with it.
struct Correlation {
    double value = 0;
    Interval interval;
    double confidence = 0.95;
    double t = 0;
    double p = 1;  ///< two-sided, t distribution with n - 2 degrees of freedom
    std::size_t n = 0;
    std::size_t missing = 0;
};

/// Pearson's r with Fisher's interval: tanh(atanh r +- z / sqrt(n - 3)) (Fisher 1921, Metron 1, 3-32).
/// problem  stats.too_few below 5 complete pairs; stats.no_variation: one of them is constant; stats.different_lengths,
///          stats.not_finite, stats.bad_probability.
Result<Correlation> pearson(std::span<const double> x, std::span<const double> y, double confidence = 0.95);

/// Spearman's rho (ties get their mean rank): for ordered bands. The interval is Fisher's with the variance
/// (1 + rho^2 / 2) / (n - 3) of Bonett and Wright (2000), Psychometrika 65, 23-28.
/// problem  as pearson().
Result<Correlation> spearman(std::span<const double> x, std::span<const double> y, double confidence = 0.95);

/// Ranks from 1, ties with their mean rank.
std::vector<double> mean_ranks(std::span<const double> values);

}  // namespace pamong::stats
