#include "engines/stats/comparison.h"

#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "engines/stats/sample.h"

namespace pamong::stats {
namespace {

struct TwoGroups {
    std::vector<double> first;
    std::vector<double> second;
    std::size_t missing = 0;
    double difference = 0;
    double variance_first = 0;
    double variance_second = 0;
    [[nodiscard]] double n_first() const { return static_cast<double>(first.size()); }
    [[nodiscard]] double n_second() const { return static_cast<double>(second.size()); }
    [[nodiscard]] double degrees() const { return n_first() + n_second() - 2; }
    [[nodiscard]] double pooled_sd() const {
        return std::sqrt(((n_first() - 1) * variance_first + (n_second() - 1) * variance_second) / degrees());
    }
};

Result<TwoGroups> two_groups(std::span<const double> first, std::span<const double> second, double confidence) {
    if (const auto sound = probability_inside(confidence, "confidence"); !sound) return refused(sound.error());
    const auto one = present(first);
    if (!one) return refused(one.error());
    const auto two = present(second);
    if (!two) return refused(two.error());
    for (const std::size_t n : {one->size(), two->size()})
        if (const auto enough = at_least(n, least_for_a_test); !enough) return refused(enough.error());
    if (all_the_same(*one) && all_the_same(*two)) return refused("stats.no_variation");
    TwoGroups groups{*one, *two, first.size() + second.size() - one->size() - two->size(), 0, 0, 0};
    groups.difference = mean_of(*two) - mean_of(*one);
    groups.variance_first = variance_of(*one);
    groups.variance_second = variance_of(*two);
    return groups;
}

struct BeforeAfter {
    PairedSample pairs;
    std::vector<double> differences;
    double mean = 0;
    double sd = 0;
    [[nodiscard]] double n() const { return static_cast<double>(differences.size()); }
};

Result<BeforeAfter> before_after(std::span<const double> before, std::span<const double> after, double confidence) {
    if (const auto sound = probability_inside(confidence, "confidence"); !sound) return refused(sound.error());
    auto pairs = complete_pairs(before, after);
    if (!pairs) return refused(pairs.error());
    BeforeAfter sample{std::move(*pairs), {}, 0, 0};
    for (std::size_t row = 0; row < sample.pairs.first.size(); ++row)
        sample.differences.push_back(sample.pairs.second[row] - sample.pairs.first[row]);
    if (all_the_same(sample.differences)) return refused("stats.no_variation");
    sample.mean = mean_of(sample.differences);
    sample.sd = std::sqrt(variance_of(sample.differences));
    return sample;
}

/// The noncentralities under which `t` lies at the upper and the lower end of the confidence range.
Interval noncentrality_interval(double t, double degrees, double confidence) {
    // Far out the series of the distribution lose their digits; there the large-sample interval is as good.
    if (std::abs(t) > 60 || degrees > 20'000) {
        const double half = normal_quantile((1 + confidence) / 2) * std::sqrt(1 + t * t / (2 * degrees));
        return {t - half, t + half};
    }
    // Solved on |t| and turned back, by halving: P(T <= t) falls as the noncentrality grows.
    const auto noncentrality = [&](double below) {
        const auto beyond = [&](double delta) {
            return boost::math::cdf(boost::math::non_central_t(degrees, delta), std::abs(t)) > below;
        };
        double low = std::abs(t) - 8;
        double high = std::abs(t) + 8;
        for (double step = 16; !beyond(low); step *= 2) low -= step;
        for (double step = 16; beyond(high); step *= 2) high += step;
        for (int halving = 0; halving < 100 && high - low > 1e-13 * std::max(1.0, std::abs(high)); ++halving) {
            const double middle = (low + high) / 2;
            (beyond(middle) ? low : high) = middle;
        }
        return (low + high) / 2;
    };
    const Interval found{noncentrality((1 + confidence) / 2), noncentrality((1 - confidence) / 2)};
    return t < 0 ? Interval{-found.high, -found.low} : found;
}

EffectSize scaled(EffectSize effect, double factor) {
    effect.value *= factor;
    effect.interval = {effect.interval.low * factor, effect.interval.high * factor};
    return effect;
}

/// The factor J by which d is too large on average, through logarithms so that large samples do not overflow.
double small_sample_correction(double degrees) {
    return std::exp(boost::math::lgamma(degrees / 2) - boost::math::lgamma((degrees - 1) / 2)) / std::sqrt(degrees / 2);
}

}  // namespace

Result<MeanComparison> paired_t(std::span<const double> before, std::span<const double> after, double confidence) {
    const auto sample = before_after(before, after, confidence);
    if (!sample) return refused(sample.error());
    const double error = sample->sd / std::sqrt(sample->n());
    const double degrees = sample->n() - 1;
    const double half = t_quantile((1 + confidence) / 2, degrees) * error;
    const double t = sample->mean / error;
    const std::size_t n = sample->differences.size();
    return MeanComparison{sample->mean,
                          {sample->mean - half, sample->mean + half},
                          confidence,
                          t,
                          degrees,
                          t_two_sided_p(t, degrees),
                          n,
                          n,
                          sample->pairs.missing};
}

Result<MeanComparison> welch_t(std::span<const double> first, std::span<const double> second, double confidence) {
    const auto groups = two_groups(first, second, confidence);
    if (!groups) return refused(groups.error());
    const double part_first = groups->variance_first / groups->n_first();
    const double part_second = groups->variance_second / groups->n_second();
    const double error = std::sqrt(part_first + part_second);
    const double degrees =
        (part_first + part_second) * (part_first + part_second) /
        (part_first * part_first / (groups->n_first() - 1) + part_second * part_second / (groups->n_second() - 1));
    const double half = t_quantile((1 + confidence) / 2, degrees) * error;
    const double t = groups->difference / error;
    return MeanComparison{groups->difference,
                          {groups->difference - half, groups->difference + half},
                          confidence,
                          t,
                          degrees,
                          t_two_sided_p(t, degrees),
                          groups->first.size(),
                          groups->second.size(),
                          groups->missing};
}

Result<EffectSize> cohen_d_z(std::span<const double> before, std::span<const double> after, double confidence) {
    const auto sample = before_after(before, after, confidence);
    if (!sample) return refused(sample.error());
    const double root_n = std::sqrt(sample->n());
    const double d = sample->mean / sample->sd;
    const EffectSize in_t{d * root_n, noncentrality_interval(d * root_n, sample->n() - 1, confidence), confidence,
                          sample->differences.size()};
    return scaled(in_t, 1 / root_n);
}

Result<EffectSize> cohen_d_av(std::span<const double> before, std::span<const double> after, double confidence) {
    const auto sample = before_after(before, after, confidence);
    if (!sample) return refused(sample.error());
    const double v1 = variance_of(sample->pairs.first);
    const double v2 = variance_of(sample->pairs.second);
    const double covariance = covariance_of(sample->pairs.first, sample->pairs.second);
    const double average = (v1 + v2) / 2;
    const double degrees = sample->n() - 1;
    const double d = sample->mean / std::sqrt(average);
    // With r^2 s1^2 s2^2 = covariance^2 and 2 r s1 s2 = 2 covariance.
    const double error =
        std::sqrt(d * d * (v1 * v1 + v2 * v2 + 2 * covariance * covariance) / (8 * degrees * average * average) +
                  (v1 + v2 - 2 * covariance) / (degrees * average));
    const double half = normal_quantile((1 + confidence) / 2) * error;
    return EffectSize{d, {d - half, d + half}, confidence, sample->differences.size()};
}

Result<EffectSize> cohen_d_pooled(std::span<const double> first, std::span<const double> second, double confidence) {
    const auto groups = two_groups(first, second, confidence);
    if (!groups) return refused(groups.error());
    const double unit = std::sqrt(1 / groups->n_first() + 1 / groups->n_second());
    const double t = groups->difference / (groups->pooled_sd() * unit);
    const EffectSize in_t{t, noncentrality_interval(t, groups->degrees(), confidence), confidence,
                          groups->first.size() + groups->second.size()};
    return scaled(in_t, unit);
}

Result<EffectSize> hedges_g(std::span<const double> first, std::span<const double> second, double confidence) {
    const auto d = cohen_d_pooled(first, second, confidence);
    if (!d) return d;
    return scaled(*d, small_sample_correction(static_cast<double>(d->n) - 2));
}

Result<double> cohen_d_of_figures(const GroupFigures& first, const GroupFigures& second) {
    for (const std::size_t n : {first.n, second.n})
        if (const auto enough = at_least(n, 2); !enough) return refused(enough.error());
    const auto weight_first = static_cast<double>(first.n - 1);
    const auto weight_second = static_cast<double>(second.n - 1);
    const double variance =
        (weight_first * first.sd * first.sd + weight_second * second.sd * second.sd) / (weight_first + weight_second);
    if (!(first.sd >= 0) || !(second.sd >= 0) || !(variance > 0)) return refused("stats.no_variation");
    return (second.mean - first.mean) / std::sqrt(variance);
}

}  // namespace pamong::stats
