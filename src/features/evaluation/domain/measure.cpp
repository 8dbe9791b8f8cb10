#include "features/evaluation/domain/measure.h"

#include <set>

namespace pamong::evaluation {
namespace {

using Inputs = std::map<std::string, Exact>;

bool are(const Inputs& inputs, std::initializer_list<std::string_view> names) {
    if (inputs.size() != names.size()) return false;
    for (const auto name : names)
        if (!inputs.contains(std::string(name))) return false;
    return true;
}

Result<ScaleReading> within(const Exact& value, const Exact& least, const Exact& most, const RatingScale& scale) {
    if (value < least || value > most)
        return refused("evaluation.scale_score",
                       {{"score", to_string(value)}, {"min", to_string(least)}, {"max", to_string(most)}});
    return ScaleReading{value, scale.band_of(value)};
}

}  // namespace

Result<ScaleReading> read_measure(ScaleRule rule, const Inputs& inputs, const Scales& scales) {
    const auto at = [&](const char* name) { return inputs.at(name); };
    switch (rule) {
        case ScaleRule::A:
        case ScaleRule::B: {
            const RatingScale& scale = scales.at(rule);
            if (are(inputs, {"percent"})) return within(at("percent"), 0, 100, scale);
            if (are(inputs, {"part", "whole"})) {
                if (at("whole") <= 0) return refused("evaluation.scale_range");
                return within(Exact{100} * at("part") / at("whole"), 0, 100, scale);
            }
            if (are(inputs, {"sum", "respondents", "items", "scale_max"}))
                return percent_reading(at("respondents"), at("items"), at("scale_max"), at("sum"), scale);
            return refused("evaluation.measure_inputs",
                           {{"needed", "percent | part, whole | sum, respondents, items, scale_max"}}, "inputs");
        }
        case ScaleRule::C:
            if (are(inputs, {"score", "min", "max"}))
                return ideal_mean_reading(at("min"), at("max"), at("score"), scales.at(rule));
            return refused("evaluation.measure_inputs", {{"needed", "score, min, max"}}, "inputs");
        case ScaleRule::D:
            if (are(inputs, {"mean"})) return within(at("mean"), 1, 5, scales.at(rule));
            if (are(inputs, {"sum", "count"})) {
                if (at("count") <= 0) return refused("evaluation.scale_counts");
                return within(at("sum") / at("count"), 1, 5, scales.at(rule));
            }
            return refused("evaluation.measure_inputs", {{"needed", "mean | sum, count"}}, "inputs");
        case ScaleRule::E:
            return refused("evaluation.measure_none");
    }
    return refused("evaluation.measure_none");
}

std::string unit_of(ScaleRule rule) { return rule == ScaleRule::A || rule == ScaleRule::B ? "%" : ""; }

}  // namespace pamong::evaluation
