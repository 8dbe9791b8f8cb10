#include "app/score_methods.h"

#include <boost/json/array.hpp>

#include "features/evaluation/domain/scale_rules.h"

namespace pamong {

Result<ScoreRules> read_score_rules(const RegulationFiles& files) {
    auto performance = read_performance_rules(files);
    if (!performance) return refused(performance.error());
    ScoreRules rules;
    rules.performance = std::move(*performance);
    const auto read = [&](std::string_view path, std::string_view rule, RatingScale& into) -> Done {
        auto scale = read_scale(files, path, rule);
        if (!scale) return refused(scale.error());
        into = std::move(*scale);
        return {};
    };
    constexpr std::string_view cipp = "regulations/cipp_scales.csv";
    if (auto done = read(cipp, "A", rules.percent_a); !done) return refused(done.error());
    if (auto done = read(cipp, "B", rules.percent_b); !done) return refused(done.error());
    if (auto done = read(cipp, "C", rules.ideal_mean); !done) return refused(done.error());
    if (auto done = read("regulations/normalised_gain_bands.csv", "normalised_gain", rules.gain); !done)
        return refused(done.error());
    return rules;
}

void ScoreSheet::number(std::string_view key, const Exact& value) {
    result[{key.data(), key.size()}] = to_string(value);
}
void ScoreSheet::numbers(std::string_view key, const std::vector<Exact>& values) {
    boost::json::array list;
    for (const Exact& value : values) list.emplace_back(to_string(value));
    result[{key.data(), key.size()}] = std::move(list);
}
void ScoreSheet::text(std::string_view key, std::string_view value) {
    result[{key.data(), key.size()}] = boost::json::string(value.data(), value.size());
}
void ScoreSheet::truth(std::string_view key, bool value) { result[{key.data(), key.size()}] = value; }
void ScoreSheet::step(std::string_view key, const std::map<std::string, std::string>& values) {
    steps.push_back(words_.text(Language::id, key, values));
}
void ScoreSheet::rule(std::string_view key, std::string_view version, const Citation& source) {
    std::string cited = source.source;
    if (source.year && cited.find(std::to_string(*source.year)) == std::string::npos)
        cited += " (" + std::to_string(*source.year) + ")";
    made_by = {{"name", words_.text(Language::id, key)},
               {"version", boost::json::string(version.data(), version.size())},
               {"source", cited},
               {"mark", std::string(1, letter(source.mark))}};
}

std::string step_number(const Exact& value) {
    std::string text = to_string(value, 4);
    if (const auto point = text.find('.'); point != std::string::npos) text[point] = ',';
    return text;
}

const std::map<std::string, ScoreMethod, std::less<>>& score_methods() {
    static const std::map<std::string, ScoreMethod, std::less<>> methods = {
        {"pkg_competence", score_pkg_competence},   {"pkg_teacher", score_pkg_teacher},
        {"pkg_counsellor", score_pkg_counsellor},   {"pkg_duty", score_pkg_duty},
        {"credit_2009", score_credit_2009},         {"credit_2023", score_credit_2023},
        {"predicate_2022", score_predicate_2022},   {"pkb", score_pkb},
        {"quality_index", score_quality_index},     {"supervision", score_supervision},
        {"percent_scale", score_percent_scale},     {"ideal_mean_scale", score_ideal_mean_scale},
        {"normalised_gain", score_normalised_gain},
    };
    return methods;
}

namespace {

void step_percent(ScoreSheet& sheet, const Exact& sum, const Exact& maximum, const Exact& percent,
                  const RatingBand& band) {
    sheet.number("percent", percent);
    sheet.text("category", band.name_id);
    sheet.step("performance.step_percent", {{"sum", step_number(sum)},
                                            {"maximum", step_number(maximum)},
                                            {"percent", step_number(percent)},
                                            {"category", band.name_id}});
}

}  // namespace

Done score_supervision(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    const auto scores = fields.numbers("scores");
    const Exact each = fields.number("max_each");
    if (fields.problem()) return refused(*fields.problem());
    Exact sum;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (scores[i] < 0 || scores[i] > each)
            return refused("evaluation.scale_score",
                           {{"score", to_string(scores[i])}, {"min", "0"}, {"max", to_string(each)}},
                           "scores[" + std::to_string(i) + "]");
        sum = sum + scores[i];
    }
    const RatingScale& bands = rules.performance.supervision_bands;
    const auto reading = percent_reading(Exact{1}, static_cast<std::int64_t>(scores.size()), each, sum, bands);
    if (!reading) return refused(reading.error());
    step_percent(sheet, sum, each * static_cast<std::int64_t>(scores.size()), reading->value, reading->band);
    sheet.rule("performance.rule_supervision", "supervision", bands.source());
    return {};
}

Done score_percent_scale(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    const Exact respondents = fields.number("n");
    const Exact items = fields.number("items");
    const Exact scale_max = fields.number("scale_max");
    const Exact sum = fields.number("sum");
    const std::string rule = fields.text_or("rule", "A");
    if (fields.problem()) return refused(*fields.problem());
    if (rule != "A" && rule != "B") return refused("evaluation.no_scale", {{"rule", rule}}, "rule");
    const RatingScale& scale = rule == "A" ? rules.percent_a : rules.percent_b;
    const auto reading = percent_reading(respondents, items, scale_max, sum, scale);
    if (!reading) return refused(reading.error());
    step_percent(sheet, sum, respondents * items * scale_max, reading->value, reading->band);
    sheet.rule("evaluation.rule_percent", rule, scale.source());
    return {};
}

Done score_ideal_mean_scale(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    const Exact min = fields.number("min");
    const Exact max = fields.number("max");
    const Exact score = fields.number("score");
    if (fields.problem()) return refused(*fields.problem());
    const auto reading = ideal_mean_reading(min, max, score, rules.ideal_mean);
    if (!reading) return refused(reading.error());
    const auto [mean, deviation] = ideal_mean_of(min, max);
    sheet.number("mi", mean);
    sheet.number("sdi", deviation);
    sheet.text("category", reading->band.name_id);
    sheet.step("evaluation.step_ideal_mean", {{"mean", step_number(mean)},
                                              {"deviation", step_number(deviation)},
                                              {"score", step_number(score)},
                                              {"distance", step_number(reading->value)},
                                              {"category", reading->band.name_id}});
    sheet.rule("evaluation.rule_ideal_mean", "C", rules.ideal_mean.source());
    return {};
}

Done score_normalised_gain(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    const Exact pre = fields.number("pre");
    const Exact post = fields.number("post");
    const Exact max = fields.number("max");
    if (fields.problem()) return refused(*fields.problem());
    const auto reading = normalised_gain(pre, post, max, rules.gain);
    if (!reading) return refused(reading.error());
    sheet.number("g", reading->value);
    sheet.text("category", reading->band.name_id);
    sheet.step("evaluation.step_gain", {{"pre", step_number(pre)},
                                        {"post", step_number(post)},
                                        {"max", step_number(max)},
                                        {"gain", step_number(reading->value)},
                                        {"category", reading->band.name_id}});
    sheet.rule("evaluation.rule_gain", "Hake", rules.gain.source());
    return {};
}

}  // namespace pamong
