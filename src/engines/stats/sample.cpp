#include "engines/stats/sample.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <string>

namespace pamong::stats {

Result<std::vector<double>> present(std::span<const double> values) {
    std::vector<double> kept;
    kept.reserve(values.size());
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (std::isinf(values[row])) return refused("stats.not_finite", {{"row", std::to_string(row + 1)}});
        if (!std::isnan(values[row])) kept.push_back(values[row]);
    }
    return kept;
}

Result<PairedSample> complete_pairs(std::span<const double> first, std::span<const double> second) {
    if (first.size() != second.size())
        return refused("stats.different_lengths",
                       {{"first", std::to_string(first.size())}, {"second", std::to_string(second.size())}});
    PairedSample sample;
    for (std::size_t row = 0; row < first.size(); ++row) {
        if (std::isinf(first[row]) || std::isinf(second[row]))
            return refused("stats.not_finite", {{"row", std::to_string(row + 1)}});
        if (std::isnan(first[row]) || std::isnan(second[row])) {
            ++sample.missing;
            continue;
        }
        sample.first.push_back(first[row]);
        sample.second.push_back(second[row]);
    }
    if (const auto enough = at_least(sample.first.size(), 5); !enough) return refused(enough.error());
    return sample;
}

double mean_of(std::span<const double> values) {
    long double sum = 0;
    for (const double value : values) sum += static_cast<long double>(value);
    return static_cast<double>(sum / static_cast<long double>(values.size()));
}

double covariance_of(std::span<const double> first, std::span<const double> second) {
    const double mean_first = mean_of(first);
    const double mean_second = mean_of(second);
    long double sum = 0;
    for (std::size_t row = 0; row < first.size(); ++row)
        sum += static_cast<long double>(first[row] - mean_first) * static_cast<long double>(second[row] - mean_second);
    return static_cast<double>(sum / static_cast<long double>(first.size() - 1));
}

double variance_of(std::span<const double> values) { return covariance_of(values, values); }

bool all_the_same(std::span<const double> values) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    return *most - *least <= 1e-12 * std::max(std::abs(*least), std::abs(*most));
}

Done at_least(std::size_t n, std::size_t needed) {
    if (n >= needed) return {};
    return refused("stats.too_few", {{"n", std::to_string(n)}, {"needed", std::to_string(needed)}});
}

Done probability_inside(double probability, std::string_view what) {
    if (probability > 0 && probability < 1) return {};
    return refused("stats.bad_probability", {{"what", std::string(what)}});
}

double t_quantile(double probability, double degrees) {
    return boost::math::quantile(boost::math::students_t(degrees), probability);
}

double t_two_sided_p(double t, double degrees) {
    if (std::isinf(t)) return 0;
    return 2 * boost::math::cdf(boost::math::complement(boost::math::students_t(degrees), std::abs(t)));
}

double normal_quantile(double probability) { return boost::math::quantile(boost::math::normal(), probability); }

}  // namespace pamong::stats
