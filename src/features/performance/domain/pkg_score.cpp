#include "features/performance/domain/pkg_score.h"

namespace pamong {

Result<CompetenceValue> competence_value(std::span<const int> indicator_scores) {
    if (indicator_scores.empty()) return refused("performance.pkg_no_indicators");
    CompetenceValue result;
    for (std::size_t i = 0; i < indicator_scores.size(); ++i) {
        const int score = indicator_scores[i];
        if (score < 0 || score > 2)
            return refused("performance.pkg_score_range", {{"score", std::to_string(score)}},
                           "[" + std::to_string(i) + "]");
        result.sum += score;
        result.maximum += 2;
    }
    result.zero_rule = result.sum == 0;
    // Quarters of the maximum; an edge belongs to the lower value: 4 of 8 is 50 % and gives 2.
    result.value = result.zero_rule ? 1 : (4 * result.sum + result.maximum - 1) / result.maximum;
    return result;
}

Result<PkgResult> score_competences(const PkgInstrument& instrument, std::span<const std::vector<int>> scores) {
    if (scores.size() != instrument.indicators.size())
        return refused("performance.pkg_competence_count", {{"expected", std::to_string(instrument.competences())},
                                                            {"found", std::to_string(scores.size())}});
    PkgResult result;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const std::string at = "[" + std::to_string(i) + "]";
        if (scores[i].size() != static_cast<std::size_t>(instrument.indicators[i]))
            return refused("performance.pkg_indicator_count",
                           {{"competence", std::to_string(i + 1)},
                            {"expected", std::to_string(instrument.indicators[i])},
                            {"found", std::to_string(scores[i].size())}},
                           at);
        auto value = competence_value(scores[i]);
        if (!value) {
            Problem problem = value.error();
            problem.at = at + problem.at;
            return refused(std::move(problem));
        }
        result.raw += value->value;
        result.zero_rule = result.zero_rule || value->zero_rule;
        result.competences.push_back(*value);
    }
    return result;
}

Result<Exact> npkg_of(const Exact& raw, const Exact& lowest, const Exact& maximum) {
    if (maximum <= 0 || raw < lowest || raw > maximum)
        return refused("performance.pkg_raw_range",
                       {{"raw", to_string(raw)}, {"lowest", to_string(lowest)}, {"maximum", to_string(maximum)}});
    return Exact{100} * raw / maximum;
}

}  // namespace pamong
