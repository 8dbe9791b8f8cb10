#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/result.h"

// Shared by the sources of this folder.
namespace pamong::stats {

/// The values that are there, in their order. problem  stats.not_finite.
Result<std::vector<double>> present(std::span<const double> values);

struct PairedSample {
    std::vector<double> first;
    std::vector<double> second;
    std::size_t missing = 0;  ///< pairs of which one or both values are missing
};
/// problem  stats.different_lengths, stats.not_finite, stats.too_few below 5 complete pairs.
Result<PairedSample> complete_pairs(std::span<const double> first, std::span<const double> second);

double mean_of(std::span<const double> values);
/// Variance with n - 1 below; n is at least 2.
double variance_of(std::span<const double> values);
double covariance_of(std::span<const double> first, std::span<const double> second);
/// Whether they differ by more than the rounding of their mean: 0.1 three times has a mean that is not exactly 0.1.
bool all_the_same(std::span<const double> values);

Done at_least(std::size_t n, std::size_t needed);
Done probability_inside(double probability, std::string_view what);

double t_quantile(double probability, double degrees);
double t_two_sided_p(double t, double degrees);
double normal_quantile(double probability);

}  // namespace pamong::stats
