#include "engines/stats/descriptives.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "engines/stats/sample.h"

namespace pamong::stats {
namespace {

double quantile_of_sorted(const std::vector<double>& sorted, double probability) {
    const double position = static_cast<double>(sorted.size() - 1) * probability;
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (position - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

Result<Descriptives> describe(std::span<const double> values) {
    auto kept = present(values);
    if (!kept) return refused(kept.error());
    if (const auto enough = at_least(kept->size(), 1); !enough) return refused(enough.error());
    std::sort(kept->begin(), kept->end());
    Descriptives all;
    all.n = kept->size();
    all.missing = values.size() - kept->size();
    all.mean = mean_of(*kept);
    if (all.n > 1) all.sd = std::sqrt(variance_of(*kept));
    all.minimum = kept->front();
    all.lower_quartile = quantile_of_sorted(*kept, 0.25);
    all.median = quantile_of_sorted(*kept, 0.5);
    all.upper_quartile = quantile_of_sorted(*kept, 0.75);
    all.maximum = kept->back();
    return all;
}

Result<double> quantile(std::span<const double> values, double probability) {
    if (!(probability >= 0 && probability <= 1)) return refused("stats.bad_probability", {{"what", "probability"}});
    auto kept = present(values);
    if (!kept) return refused(kept.error());
    if (const auto enough = at_least(kept->size(), 1); !enough) return refused(enough.error());
    std::sort(kept->begin(), kept->end());
    return quantile_of_sorted(*kept, probability);
}

Result<Estimate> mean_with_interval(std::span<const double> values, double confidence) {
    if (const auto sound = probability_inside(confidence, "confidence"); !sound) return refused(sound.error());
    const auto kept = present(values);
    if (!kept) return refused(kept.error());
    if (const auto enough = at_least(kept->size(), least_for_a_test); !enough) return refused(enough.error());
    if (all_the_same(*kept)) return refused("stats.no_variation");
    const auto n = static_cast<double>(kept->size());
    const double mean = mean_of(*kept);
    const double half = t_quantile((1 + confidence) / 2, n - 1) * std::sqrt(variance_of(*kept) / n);
    return Estimate{mean, {mean - half, mean + half}, confidence, kept->size()};
}

Result<Estimate> proportion_with_interval(long successes, long n, double confidence) {
    if (const auto sound = probability_inside(confidence, "confidence"); !sound) return refused(sound.error());
    if (n == 0) return refused("stats.too_few", {{"n", "0"}, {"needed", "1"}});
    if (n < 0 || successes < 0 || successes > n) return refused("stats.bad_count");
    const double z = normal_quantile((1 + confidence) / 2);
    const auto count = static_cast<double>(n);
    const double share = static_cast<double>(successes) / count;
    const double middle = (share + z * z / (2 * count)) / (1 + z * z / count);
    const double half = z / (1 + z * z / count) * std::sqrt(share * (1 - share) / count + z * z / (4 * count * count));
    // At 0 and 1 the score interval touches the end exactly; rounding must not push it beyond.
    const Interval interval{successes == 0 ? 0 : middle - half, successes == n ? 1 : middle + half};
    return Estimate{share, interval, confidence, static_cast<std::size_t>(n)};
}

Result<double> normalised_gain(double pre, double post, double maximum) {
    const auto inside = [&](double score) { return std::isfinite(score) && score >= 0 && score <= maximum; };
    if (!std::isfinite(maximum) || maximum <= 0 || !inside(pre) || !inside(post))
        return refused("stats.bad_score", {{"maximum", std::to_string(maximum)}});
    if (pre == maximum) return refused("stats.gain_undefined");
    return (post - pre) / (maximum - pre);
}

GainBand band_of_gain(double gain) {
    return gain > 0.7 ? GainBand::high : gain >= 0.3 ? GainBand::medium : GainBand::low;
}

}  // namespace pamong::stats
