#include "app/score_methods.h"

#include "features/performance/domain/regime.h"

namespace pamong {
namespace {

std::string listed(const std::vector<Exact>& values) {
    std::string text;
    for (const Exact& value : values) text += (text.empty() ? "" : "; ") + step_number(value);
    return text;
}

/// A problem of the domain, placed below the field it came from.
std::unexpected<Problem> refused_in(Problem problem, std::string_view field) {
    problem.at = std::string(field) + problem.at;
    return refused(std::move(problem));
}

Result<const RankCredit*> rank_with_next(ScoreFields& fields, const ScoreRules& rules) {
    const std::string golongan = fields.text("golongan");
    if (fields.problem()) return refused(*fields.problem());
    const RankCredit* rank = rules.performance.rank(golongan);
    if (rank == nullptr) return refused("performance.credit_no_rank", {{"golongan", golongan}}, "golongan");
    if (!rank->need) return refused("performance.credit_last_rank", {{"golongan", golongan}}, "golongan");
    return rank;
}

Result<Exact> hours_of(ScoreFields& fields, ScoreSheet& sheet) {
    if (!fields.has("jm") && !fields.has("jwm")) {
        sheet.step("performance.step_full_hours");
        return Exact{1};
    }
    const Exact taught = fields.number("jm");
    const Exact compulsory = fields.number("jwm");
    if (fields.problem()) return refused(*fields.problem());
    auto share = hours_share(taught, compulsory);
    if (!share) return refused_in(share.error(), "jm");
    sheet.step("performance.step_hours",
               {{"jm", step_number(taught)}, {"jwm", step_number(compulsory)}, {"share", step_number(*share)}});
    return share;
}

const RatingBand& band_step(const Exact& raw, const Exact& maximum, const Exact& npkg, const ScoreRules& rules,
                            ScoreSheet& sheet) {
    const RatingBand& band = rules.performance.pkg_bands.band_of(npkg);
    sheet.step("performance.step_npkg", {{"raw", step_number(raw)},
                                         {"maximum", step_number(maximum)},
                                         {"npkg", step_number(npkg)},
                                         {"category", band.name_id},
                                         {"npk", step_number(band.credit_percent)}});
    return band;
}

Exact credit_step(const RankCredit& rank, const Exact& hours, const Exact& percent, ScoreSheet& sheet) {
    const Exact credit = yearly_credit_2009(rank.need->base(), hours, percent);
    const Exact pkb = rank.need->self_development + rank.need->publication_innovation;
    sheet.step("performance.step_credit_2009", {{"akk", step_number(rank.need->credit_needed)},
                                                {"pkb", step_number(pkb)},
                                                {"akp", step_number(rank.need->supporting)},
                                                {"share", step_number(hours)},
                                                {"npk", step_number(percent)},
                                                {"ak", step_number(credit)}});
    if (rank.contested_base)
        sheet.step(
            "performance.step_contested",
            {{"ak", step_number(yearly_credit_2009(*rank.contested_base, hours, percent))}, {"note", rank.note}});
    return credit;
}

/// What four years bring, and with PKB and supporting credit; the key names the numbers, as the worked examples do.
void four_years(const RankCredit& rank, const Exact& credit, ScoreSheet& sheet) {
    const Exact pkb = rank.need->self_development + rank.need->publication_innovation;
    const Exact four = credit * 4;
    const Exact all = four + pkb + rank.need->supporting;
    sheet.number("four_years", four);
    sheet.number("plus_pkb_" + to_string(pkb) + "_plus_support_" + to_string(rank.need->supporting), all);
    sheet.step("performance.step_four_years", {{"four", step_number(four)},
                                               {"pkb", step_number(pkb)},
                                               {"akp", step_number(rank.need->supporting)},
                                               {"all", step_number(all)},
                                               {"akk", step_number(rank.need->credit_needed)}});
}

/// The raw score: given, or from lists of indicator scores. Also sets `values` and `raw` in the result then.
Result<Exact> raw_of(const PkgInstrument& instrument, ScoreFields& fields, ScoreSheet& sheet) {
    const Exact maximum = fields.number_or("max", instrument.raw_maximum());
    if (maximum != instrument.raw_maximum())
        return refused("score.wrong_maximum",
                       {{"expected", std::to_string(instrument.raw_maximum())}, {"found", to_string(maximum)}}, "max");
    if (!fields.has("competences")) {
        const int raw = fields.whole("raw");
        if (fields.problem()) return refused(*fields.problem());
        return Exact{raw};
    }
    const auto lists = fields.lists_of_wholes("competences");
    if (fields.problem()) return refused(*fields.problem());
    const auto scored = score_competences(instrument, lists);
    if (!scored) return refused_in(scored.error(), "competences");
    std::vector<Exact> values;
    for (const CompetenceValue& competence : scored->competences) values.emplace_back(competence.value);
    sheet.numbers("values", values);
    sheet.number("raw", scored->raw);
    sheet.step("performance.step_values", {{"values", listed(values)}, {"raw", std::to_string(scored->raw)}});
    if (scored->zero_rule) sheet.step("performance.step_zero_rule");
    return Exact{scored->raw};
}

Done score_pkg(const PkgInstrument& instrument, ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    const auto raw = raw_of(instrument, fields, sheet);
    if (!raw) return refused(raw.error());
    const auto npkg = npkg_of(*raw, instrument.raw_minimum(), instrument.raw_maximum());
    if (!npkg) return refused_in(npkg.error(), "raw");
    sheet.number("npkg", *npkg);
    const RatingBand& band = band_step(*raw, instrument.raw_maximum(), *npkg, rules, sheet);
    sheet.text("category", band.name_id);
    sheet.number("npk", band.credit_percent);
    sheet.rule("performance.rule_pkg", code_of(Regime::pkg_2009), rules.performance.pkg_bands.source());
    if (!fields.has("golongan")) return {};

    const auto rank = rank_with_next(fields, rules);
    if (!rank) return refused(rank.error());
    const auto hours = hours_of(fields, sheet);
    if (!hours) return refused(hours.error());
    const Exact credit = credit_step(**rank, *hours, band.credit_percent, sheet);
    sheet.number("ak_per_year", credit);
    if ((*rank)->contested_base)
        sheet.number("ak_per_year_contested",
                     yearly_credit_2009(*(*rank)->contested_base, *hours, band.credit_percent));
    // The result is as sure as its least sure part: the row of the rank says so itself.
    sheet.rule("performance.rule_credit_2009", code_of(Regime::pkg_2009), (*rank)->source);
    four_years(**rank, credit, sheet);
    return {};
}

}  // namespace

Done score_pkg_competence(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    const auto scores = fields.wholes("indicator_scores");
    if (fields.problem()) return refused(*fields.problem());
    const auto value = competence_value(scores);
    if (!value) return refused_in(value.error(), "indicator_scores");
    sheet.number("percent", value->percent());
    sheet.number("value", value->value);
    sheet.step("performance.step_competence", {{"sum", std::to_string(value->sum)},
                                               {"maximum", std::to_string(value->maximum)},
                                               {"percent", step_number(value->percent())},
                                               {"value", std::to_string(value->value)}});
    if (value->zero_rule) sheet.step("performance.step_zero_rule");
    sheet.rule("performance.rule_pkg", code_of(Regime::pkg_2009), rules.performance.teacher.source);
    return {};
}

Done score_pkg_teacher(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    return score_pkg(rules.performance.teacher, fields, rules, sheet);
}

Done score_pkg_counsellor(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    return score_pkg(rules.performance.counsellor, fields, rules, sheet);
}

/// {"duty": "KS", "components": [[3, 4, ...], ...]} or {"raw": 18, "max": 24}.
Done score_pkg_duty(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    Exact total;
    Exact maximum;
    Citation source = rules.performance.pkg_bands.source();
    if (fields.has("components")) {
        const std::string code = fields.text("duty");
        const auto lists = fields.lists_of_wholes("components");
        if (fields.problem()) return refused(*fields.problem());
        const AdditionalDuty* duty = rules.performance.duty(code);
        if (duty == nullptr) return refused("performance.no_duty", {{"duty", code}}, "duty");
        const auto scored = score_duty(*duty, lists);
        if (!scored) return refused_in(scored.error(), "components");
        sheet.numbers("averages", scored->averages);
        sheet.number("raw", scored->total);
        sheet.step("performance.step_duty_total",
                   {{"averages", listed(scored->averages)}, {"total", step_number(scored->total)}});
        total = scored->total;
        maximum = duty->maximum;
        source = duty->source;
    } else {
        total = fields.number(fields.has("raw_duty") ? "raw_duty" : "raw");
        maximum = fields.number(fields.has("max_duty") ? "max_duty" : "max");
        if (fields.problem()) return refused(*fields.problem());
    }
    const auto npkg = npkg_of(total, maximum / 4, maximum);
    if (!npkg) return refused_in(npkg.error(), "raw");
    const RatingBand& band = band_step(total, maximum, *npkg, rules, sheet);
    sheet.number("npkg", *npkg);
    sheet.text("category", band.name_id);
    sheet.number("npk", band.credit_percent);
    sheet.rule("performance.rule_pkg", code_of(Regime::pkg_2009), source);
    return {};
}

/// Teaching alone ({raw, max}) or with an additional duty ({raw_teaching, max_teaching, raw_duty, max_duty, share}).
Done score_credit_2009(ScoreFields& fields, const ScoreRules& rules, ScoreSheet& sheet) {
    const bool with_duty = fields.has("raw_duty");
    const auto name = [&](const char* base) {
        return std::string(base) + (fields.has("raw_teaching") ? "_teaching" : "");
    };
    const Exact raw = fields.number(name("raw"));
    const Exact maximum = fields.number(name("max"));
    if (fields.problem()) return refused(*fields.problem());
    const auto rank = rank_with_next(fields, rules);
    if (!rank) return refused(rank.error());
    const auto& teacher = rules.performance.teacher;
    const auto& counsellor = rules.performance.counsellor;
    if (maximum != teacher.raw_maximum() && maximum != counsellor.raw_maximum())
        return refused(
            "score.wrong_maximum",
            {{"expected", std::to_string(teacher.raw_maximum()) + " / " + std::to_string(counsellor.raw_maximum())},
             {"found", to_string(maximum)}},
            name("max"));
    const auto npkg = npkg_of(raw, maximum / 4, maximum);
    if (!npkg) return refused_in(npkg.error(), name("raw"));
    const auto hours = hours_of(fields, sheet);
    if (!hours) return refused(hours.error());
    const RatingBand& band = band_step(raw, maximum, *npkg, rules, sheet);
    const std::string suffix = with_duty ? "_teaching" : "";
    sheet.number("npkg" + suffix, *npkg);
    sheet.text("category" + suffix, band.name_id);
    sheet.number("npk" + suffix, band.credit_percent);
    const Exact teaching = credit_step(**rank, *hours, band.credit_percent, sheet);
    sheet.rule("performance.rule_credit_2009", code_of(Regime::pkg_2009), (*rank)->source);
    if (!with_duty) {
        sheet.number("ak_per_year", teaching);
        if ((*rank)->contested_base)
            sheet.number("ak_per_year_contested",
                         yearly_credit_2009(*(*rank)->contested_base, *hours, band.credit_percent));
        return {};
    }

    const Exact raw_duty = fields.number("raw_duty");
    const Exact max_duty = fields.number("max_duty");
    const auto share = fields.numbers("share");
    if (fields.problem()) return refused(*fields.problem());
    if (share.size() != 2) return refused("score.not_list", {{"field", "share"}}, "share");
    const auto npkg_duty = npkg_of(raw_duty, max_duty / 4, max_duty);
    if (!npkg_duty) return refused_in(npkg_duty.error(), "raw_duty");
    const RatingBand& duty_band = band_step(raw_duty, max_duty, *npkg_duty, rules, sheet);
    const Exact duty = credit_step(**rank, Exact{1}, duty_band.credit_percent, sheet);
    const auto total = shared_credit(teaching, duty, share[0], share[1]);
    if (!total) return refused_in(total.error(), "share");
    sheet.number("npkg_duty", *npkg_duty);
    sheet.text("category_duty", duty_band.name_id);
    sheet.number("npk_duty", duty_band.credit_percent);
    sheet.number("ak_teaching", teaching);
    sheet.number("ak_duty", duty);
    sheet.number("ak_total", *total);
    sheet.step("performance.step_shared", {{"share_teaching", step_number(share[0])},
                                           {"teaching", step_number(teaching)},
                                           {"share_duty", step_number(share[1])},
                                           {"duty", step_number(duty)},
                                           {"total", step_number(*total)}});
    return {};
}

}  // namespace pamong
