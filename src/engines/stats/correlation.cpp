#include "engines/stats/correlation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engines/stats/sample.h"

namespace pamong::stats {
namespace {

enum class Spread { fisher, bonett_wright };

Result<Correlation> correlate(const PairedSample& sample, double confidence, Spread spread) {
    if (all_the_same(sample.first) || all_the_same(sample.second)) return refused("stats.no_variation");
    const auto n = static_cast<double>(sample.first.size());
    const double r = std::clamp(
        covariance_of(sample.first, sample.second) / std::sqrt(variance_of(sample.first) * variance_of(sample.second)),
        -1.0, 1.0);
    Correlation found{r, {r, r}, confidence, 0, 0, sample.first.size(), sample.missing};
    const double unexplained = 1 - r * r;
    if (unexplained < 1e-14) {  // on a line: there is nothing left to be uncertain about
        found.t = std::copysign(std::numeric_limits<double>::infinity(), r);
        return found;
    }
    found.t = r * std::sqrt((n - 2) / unexplained);
    found.p = t_two_sided_p(found.t, n - 2);
    const double variance = (spread == Spread::fisher ? 1 : 1 + r * r / 2) / (n - 3);
    const double half = normal_quantile((1 + confidence) / 2) * std::sqrt(variance);
    found.interval = {std::tanh(std::atanh(r) - half), std::tanh(std::atanh(r) + half)};
    return found;
}

}  // namespace

std::vector<double> mean_ranks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) ++last;
        for (std::size_t place = first; place <= last; ++place)
            ranks[order[place]] = static_cast<double>(first + last) / 2 + 1;
        first = last + 1;
    }
    return ranks;
}

Result<Correlation> pearson(std::span<const double> x, std::span<const double> y, double confidence) {
    if (const auto sound = probability_inside(confidence, "confidence"); !sound) return refused(sound.error());
    const auto sample = complete_pairs(x, y);
    if (!sample) return refused(sample.error());
    return correlate(*sample, confidence, Spread::fisher);
}

Result<Correlation> spearman(std::span<const double> x, std::span<const double> y, double confidence) {
    if (const auto sound = probability_inside(confidence, "confidence"); !sound) return refused(sound.error());
    auto sample = complete_pairs(x, y);
    if (!sample) return refused(sample.error());
    sample->first = mean_ranks(sample->first);
    sample->second = mean_ranks(sample->second);
    return correlate(*sample, confidence, Spread::bonett_wright);
}

}  // namespace pamong::stats
