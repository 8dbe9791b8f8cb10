#include <algorithm>

#include "app/score_methods.h"

namespace pamong {
namespace {

std::unexpected<Problem> refused_at(Problem problem, std::string_view field) {
    problem.at = field;
    return refused(std::move(problem));
}

/// The percent of a predicate: as a number, or by the predicate's name.
Exact predicate_percent(ScoreFields& fields, const ScoreRules& rules, std::optional<Problem>& problem) {
    if (fields.has("percent") || !fields.has("predicate_id")) return fields.number("percent");
    const std::string name = fields.text("predicate_id");
    const Predicate* predicate = rules.performance.predicate(name);
    if (predicate != nullptr) return predicate->credit_percent;
    problem = Problem{"performance.no_predicate", "predicate_id", {{"predicate", name}}, {}};
    return {};
}

Done integration(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    const Exact conventional = fields.number("conventional");
    const std::string golongan = fields.text_or("golongan", "");
    const IntegrationRange* range = rules.performance.integration_of(golongan);
    if (!golongan.empty() && range == nullptr)
        return refused("performance.credit_no_rank", {{"golongan", golongan}}, "golongan");
    const Exact base = range != nullptr ? fields.number_or("base", range->base) : fields.number("base");
    if (fields.problem()) return refused(*fields.problem());
    const auto result = integrate_credit(conventional, base, range);
    if (!result) return refused_at(result.error(), "conventional");
    sheet.number("integrated", result->integrated);
    sheet.step("performance.step_integration", {{"conventional", step_number(conventional)},
                                                {"base", step_number(base)},
                                                {"integrated", step_number(result->integrated)}});
    if (range != nullptr) {
        sheet.numbers("range", {range->new_from, range->new_to});
        sheet.truth("outside_range", result->outside_range);
        if (result->outside_range) sheet.step("performance.step_outside_range");
    }
    return {};
}

}  // namespace

/// Three questions: {coefficient, percent, months}, {conventional, golongan, base}, {current, need, coefficient,
/// percent}.
Done score_credit_2023(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    expects(!rules.performance.levels.empty(), "the coefficients were read");
    sheet.rule("performance.rule_credit_2023", "2023", rules.performance.levels.front().source);
    if (fields.has("conventional")) return integration(fields, rules, sheet);

    std::optional<Problem> unknown;
    const Exact coefficient = fields.number("coefficient");
    const Exact percent = predicate_percent(fields, rules, unknown);
    if (fields.has("current")) {
        const Exact current = fields.number("current");
        const Exact need = fields.number("need");
        if (fields.problem()) return refused(*fields.problem());
        if (unknown) return refused(*unknown);
        const auto way = years_to(current, need, coefficient, percent);
        if (!way) return refused_at(way.error(), "coefficient");
        sheet.number("remaining", way->remaining);
        sheet.number("full_years_needed", way->full_years);
        sheet.step("performance.step_years", {{"remaining", step_number(way->remaining)},
                                              {"yearly", step_number(coefficient * percent / 100)},
                                              {"years", std::to_string(way->full_years)}});
        return {};
    }
    const Exact months = fields.number_or("months", 12);
    if (fields.problem()) return refused(*fields.problem());
    if (unknown) return refused(*unknown);
    if (coefficient < 0 || percent < 0) return refused("score.not_number", {{"field", "percent"}}, "percent");
    const auto credit = yearly_credit_2023(coefficient, percent, months);
    if (!credit) return refused_at(credit.error(), "months");
    sheet.number("ak", *credit);
    sheet.text("printed", fixed(*credit, 2));
    sheet.step("performance.step_credit_2023", {{"percent", step_number(percent)},
                                                {"coefficient", step_number(coefficient)},
                                                {"months", step_number(months)},
                                                {"ak", step_number(*credit)}});
    return {};
}

Done score_predicate_2022(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    const std::string result = fields.text("hasil_kerja");
    const std::string behaviour = fields.text("perilaku_kerja");
    if (fields.problem()) return refused(*fields.problem());
    const auto rated_result = expectation_from(result);
    const auto rated_behaviour = expectation_from(behaviour);
    if (!rated_result) return refused("performance.no_expectation", {}, "hasil_kerja");
    if (!rated_behaviour) return refused("performance.no_expectation", {}, "perilaku_kerja");
    const Predicate& predicate = rules.performance.matrix.predicate_of(*rated_result, *rated_behaviour);
    sheet.text("predicate_id", predicate.name_id);
    sheet.number("percent", predicate.credit_percent);
    sheet.step("performance.step_matrix",
               {{"result", result}, {"behaviour", behaviour}, {"predicate", predicate.name_id}});
    sheet.rule("performance.rule_predicate", "2022", rules.performance.matrix.source);
    return {};
}

namespace {

Result<Exact> activity_credit(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    if (fields.has("hours")) {
        const int hours = fields.whole("hours");
        if (fields.problem()) return refused(*fields.problem());
        if (hours < 0) return refused("score.not_whole", {{"field", "hours"}}, "hours");
        const auto training = training_credit(hours, rules.performance.pkb_activities);
        sheet.step("performance.step_training",
                   {{"hours", std::to_string(hours)}, {"credit", step_number(training.credit)}});
        return training.credit;
    }
    const int code = fields.whole("code");
    const int count = fields.has("count") ? fields.whole("count") : 1;
    const int authors = fields.has("authors") ? fields.whole("authors") : 1;
    const int author = fields.has("author") ? fields.whole("author") : 1;
    if (fields.problem()) return refused(*fields.problem());
    const auto& activities = rules.performance.pkb_activities;
    const auto found = std::ranges::find(activities, code, &PkbActivity::code);
    if (found == activities.end())
        return refused("performance.pkb_no_activity", {{"code", std::to_string(code)}}, "code");
    if (found->training_hours_from > 0) return refused("performance.pkb_training_hours", {}, "hours");
    if (count < 0) return refused("score.not_whole", {{"field", "count"}}, "count");
    const auto one = author_credit(*found, authors, author, rules.performance.pkb_shares);
    if (!one) return refused_at(one.error(), "author");
    const Exact credit = *one * count;
    if (authors == 1)
        sheet.step("performance.step_activity",
                   {{"count", std::to_string(count)}, {"activity", found->name_id}, {"credit", step_number(credit)}});
    else
        sheet.step("performance.step_author", {{"activity", found->name_id},
                                               {"author", std::to_string(author)},
                                               {"authors", std::to_string(authors)},
                                               {"credit", step_number(credit)}});
    return credit;
}

Done pkb_requirement(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    const std::string golongan = fields.text("golongan");
    const Exact self = fields.number("self_development");
    const Exact publication = fields.number("publication_innovation");
    const auto works = fields.has("works") ? fields.texts("works") : std::vector<std::string>{};
    if (fields.problem()) return refused(*fields.problem());
    const auto& minimums = rules.performance.pkb_minimums;
    const auto step = std::ranges::find(minimums, golongan, &PkbMinimum::from);
    if (step == minimums.end()) return refused("performance.credit_no_rank", {{"golongan", golongan}}, "golongan");
    const PkbMissing missing = missing_for(*step, self, publication, works);
    std::string missing_works;
    for (const std::string& work : missing.works) missing_works += (missing_works.empty() ? "" : ", ") + work;
    sheet.truth("enough", missing.nothing());
    sheet.number("missing_self_development", missing.self_development);
    sheet.number("missing_publication_innovation", missing.publication_innovation);
    sheet.text("missing_works", missing_works);
    if (missing.nothing()) sheet.step("performance.step_pkb_enough", {{"from", step->from}, {"to", step->to}});
    else
        sheet.step("performance.step_pkb_missing", {{"from", step->from},
                                                    {"to", step->to},
                                                    {"self", step_number(missing.self_development)},
                                                    {"publication", step_number(missing.publication_innovation)},
                                                    {"works", missing_works.empty() ? "-" : missing_works}});
    sheet.rule("performance.rule_pkb", "2009", step->source);
    return {};
}

}  // namespace

/// {hours} or {code, count, authors, author} or {activities: [...]} -> credit; {golongan, ...} -> what is missing.
Done score_pkb(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    if (fields.has("golongan")) return pkb_requirement(fields, rules, sheet);
    sheet.rule("performance.rule_pkb", "2010", rules.performance.pkb_activities.front().source);
    Exact credit;
    if (fields.has("activities")) {
        const auto items = fields.objects("activities");
        if (fields.problem()) return refused(*fields.problem());
        for (std::size_t i = 0; i < items.size(); ++i) {
            ScoreFields inner{items[i]};
            const auto one = activity_credit(inner, rules, sheet);
            if (!one) return refused_at(one.error(), "activities[" + std::to_string(i) + "]." + one.error().at);
            credit = credit + *one;
        }
    } else {
        const auto one = activity_credit(fields, rules, sheet);
        if (!one) return refused(one.error());
        credit = *one;
    }
    sheet.number("credit", credit);
    return {};
}

/// Components 0..100; without `additional_duty` the weights of a teacher without one. `weights` overrides.
Done score_quality_index(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    static constexpr std::array<std::string_view, 3> names = {"main_duty", "additional_duty",
                                                              "professional_development"};
    std::array<std::optional<Exact>, 3> components;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (fields.has(names.at(i))) components.at(i) = fields.number(names.at(i));
    QualityWeights weights =
        components[1] ? rules.performance.weights_with_duty : rules.performance.weights_without_duty;
    if (fields.has("weights")) {
        const auto own = fields.numbers("weights");
        if (own.size() != 3) return refused("performance.quality_weights", {}, "weights");
        std::ranges::copy(own, weights.percent.begin());
    }
    if (fields.problem()) return refused(*fields.problem());
    const auto index = quality_index(components, weights, rules.performance.pkg_bands);
    if (!index) {
        Problem problem = index.error();
        problem.at =
            problem.at.empty() ? "weights" : std::string(names.at(static_cast<std::size_t>(problem.at[0] - '0')));
        return refused(std::move(problem));
    }
    for (std::size_t i = 0; i < names.size(); ++i)
        if (components.at(i)) sheet.number(names.at(i), *components.at(i));
    sheet.numbers("weights", {weights.percent.begin(), weights.percent.end()});
    sheet.number("index", index->index);
    sheet.text("category", index->band.name_id);
    sheet.truth("capped", index->capped);
    sheet.step("performance.step_quality",
               {{"weights", step_number(weights.percent[0]) + "/" + step_number(weights.percent[1]) + "/" +
                                step_number(weights.percent[2])},
                {"index", step_number(index->index)},
                {"category", index->band.name_id}});
    if (index->capped)
        sheet.step("performance.step_capped",
                   {{"minimum", step_number(weights.minimum)}, {"category", index->band.name_id}});
    sheet.rule("performance.rule_quality", "2026", weights.source);
    return {};
}

}  // namespace pamong
