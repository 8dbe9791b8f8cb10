#include "features/performance/adapters/regulations.h"

#include <algorithm>

#include "platform/regulation_table.h"

namespace pamong {
namespace {

std::vector<std::string> parted(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(';', at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

/// Opens tables and stops at the first problem: once one table is wrong, the following reads do nothing.
class RuleReader {
  public:
    explicit RuleReader(const RegulationFiles& files) : files_(files) {}

    template <class Fill>
    void rows(std::string_view path, Fill fill) {
        if (problem) return;
        const auto content = files_(path);
        if (!content) {
            problem = Problem{"regulations.missing", std::string(path), {{"file", std::string(path)}}, {}};
            return;
        }
        auto table = RegulationTable::parse(path, *content);
        if (!table) {
            problem = table.error();
            return;
        }
        for (std::size_t row = 0; row < table->size(); ++row) fill(*table, row);
        problem = table->problem();
    }

    void scale(std::string_view path, const std::function<bool(RegulationTable&, std::size_t)>& wanted,
               const std::function<RatingBand(RegulationTable&, std::size_t)>& band_at, RatingScale& into) {
        Citation source;
        std::vector<RatingBand> bands;
        rows(path, [&](RegulationTable& table, std::size_t row) {
            if (!wanted(table, row)) return;
            source = table.citation(row);
            bands.push_back(band_at(table, row));
        });
        if (problem) return;
        auto read = RatingScale::of(source, std::move(bands));
        if (read) into = std::move(*read);
        else
            problem = Problem{"regulations.malformed",
                              std::string(path),
                              {{"file", std::string(path)}, {"line", "1"}, {"column", "lower"}},
                              {}};
    }

    std::optional<Problem> problem;

  private:
    const RegulationFiles& files_;
};

BandEdge edge_at(RegulationTable& table, std::size_t row) {
    const std::string& edge = table.text(row, "edge");
    if (edge == "above") return BandEdge::above;
    if (edge == "from") return BandEdge::from;
    if (edge != "rest") table.wrong(row, "edge");
    return BandEdge::rest;
}

RatingBand labelled_band(RegulationTable& table, std::size_t row) {
    const BandEdge edge = edge_at(table, row);
    return {edge,
            edge == BandEdge::rest ? Exact{} : table.decimal(row, "lower"),
            table.text(row, "name_id"),
            table.text(row, "name_en"),
            {}};
}

void read_pkg(RuleReader& reader, PerformanceRules& rules) {
    // The last row (Kurang) has lower bound 0 in the decree's table and takes the rest: 0 % is Kurang too.
    reader.scale(
        "regulations/pkg_bands.csv", [](RegulationTable&, std::size_t) { return true; },
        [](RegulationTable& table, std::size_t row) {
            const bool last = row + 1 == table.size();
            return RatingBand{last ? BandEdge::rest : BandEdge::above, table.decimal(row, "above"),
                              table.text(row, "name_id"), table.text(row, "name_en"),
                              table.decimal(row, "credit_percent")};
        },
        rules.pkg_bands);
    const auto instrument = [&](std::string_view path, std::string code, PkgInstrument& into) {
        into.code = std::move(code);
        reader.rows(path, [&](RegulationTable& table, std::size_t row) {
            if (table.whole(row, "competence_no") != static_cast<int>(row) + 1) table.wrong(row, "competence_no");
            into.indicators.push_back(table.whole(row, "indicator_count"));
            if (into.indicators.back() < 1) table.wrong(row, "indicator_count");
            into.source = table.citation(row);
        });
    };
    instrument("regulations/pkg_teacher_competences.csv", "teacher", rules.teacher);
    instrument("regulations/pkg_counsellor_competences.csv", "counsellor", rules.counsellor);
    reader.rows("regulations/pkg_rank_credit.csv", [&](RegulationTable& table, std::size_t row) {
        RankCredit rank{table.text(row, "golongan"),
                        table.text(row, "pangkat"),
                        table.text_or_empty(row, "jabatan"),
                        table.decimal_or_nothing(row, "cumulative_credit"),
                        std::nullopt,
                        table.decimal_or_nothing(row, "contested_base"),
                        table.text_or_empty(row, "note"),
                        table.citation(row)};
        if (table.decimal_or_nothing(row, "credit_needed"))
            rank.need = RankNeed{table.decimal(row, "credit_needed"), table.decimal(row, "self_development"),
                                 table.decimal(row, "publication_innovation"), table.decimal(row, "supporting")};
        rules.ranks.push_back(std::move(rank));
    });
}

void read_duties(RuleReader& reader, PerformanceRules& rules) {
    reader.rows("regulations/pkg_additional_duties.csv", [&](RegulationTable& table, std::size_t row) {
        rules.duties.push_back({table.text(row, "duty_code"),
                                table.text(row, "name_id"),
                                table.whole(row, "maximum"),
                                table.decimal(row, "share_teaching_percent"),
                                table.decimal(row, "share_duty_percent"),
                                {},
                                table.citation(row)});
    });
    reader.rows("regulations/pkg_additional_duty_components.csv", [&](RegulationTable& table, std::size_t row) {
        const auto duty = std::ranges::find(rules.duties, table.text(row, "duty_code"), &AdditionalDuty::code);
        if (duty == rules.duties.end()) return table.wrong(row, "duty_code");
        const int number = table.whole(row, "component_no");
        const int known = static_cast<int>(duty->components.size());
        const bool alternative = !table.text_or_empty(row, "alternative").empty();
        if (number == known + 1) duty->components.push_back({table.text(row, "name_id"), {}});
        else if (number != known || !alternative) return table.wrong(row, "component_no");
        duty->components.back().criteria_counts.push_back(table.whole(row, "criteria_count"));
        if (duty->components.back().criteria_counts.back() < 1) table.wrong(row, "criteria_count");
    });
    for (const AdditionalDuty& duty : rules.duties)
        if (!reader.problem && duty.maximum != 4 * static_cast<int>(duty.components.size()))
            reader.problem =
                Problem{"regulations.malformed",
                        "regulations/pkg_additional_duties.csv",
                        {{"file", "regulations/pkg_additional_duties.csv"}, {"line", duty.code}, {"column", "maximum"}},
                        {}};
}

void read_2023(RuleReader& reader, PerformanceRules& rules) {
    reader.rows("regulations/ak2023_coefficients.csv", [&](RegulationTable& table, std::size_t row) {
        rules.levels.push_back({table.text(row, "level"), parted(table.text_or_empty(row, "ranks")),
                                table.decimal(row, "coefficient"), table.decimal_or_nothing(row, "credit_for_rank"),
                                table.decimal_or_nothing(row, "credit_for_level"),
                                table.decimal_or_nothing(row, "integration_base"), table.citation(row)});
    });
    reader.rows("regulations/ak2023_integration_ranges.csv", [&](RegulationTable& table, std::size_t row) {
        rules.integration.push_back({table.text(row, "level"), table.text(row, "golongan"),
                                     table.decimal(row, "old_from"), table.decimal_or_nothing(row, "old_below"),
                                     table.decimal(row, "base"), table.decimal(row, "new_from"),
                                     table.decimal(row, "new_to"), table.citation(row)});
    });
    reader.rows("regulations/ak2023_predicates.csv", [&](RegulationTable& table, std::size_t row) {
        rules.predicates.push_back(
            {table.text(row, "name_id"), table.text(row, "name_en"), table.decimal(row, "percent")});
    });
    int cells = 0;
    reader.rows("regulations/performance_predicate_matrix.csv", [&](RegulationTable& table, std::size_t row) {
        const auto result = expectation_from(table.text(row, "work_result"));
        const auto behaviour = expectation_from(table.text(row, "behaviour"));
        const Predicate* predicate = rules.predicate(table.text(row, "predicate"));
        if (!result) return table.wrong(row, "work_result");
        if (!behaviour) return table.wrong(row, "behaviour");
        if (predicate == nullptr) return table.wrong(row, "predicate");
        auto& cell = rules.matrix.cells.at(static_cast<std::size_t>(*result)).at(static_cast<std::size_t>(*behaviour));
        if (!cell.name_id.empty()) return table.wrong(row, "behaviour");
        cell = *predicate;
        rules.matrix.source = table.citation(row);
        ++cells;
    });
    if (!reader.problem && cells != 9)
        reader.problem =
            Problem{"regulations.malformed",
                    "regulations/performance_predicate_matrix.csv",
                    {{"file", "regulations/performance_predicate_matrix.csv"}, {"line", "9"}, {"column", "predicate"}},
                    {}};
}

void read_pkb_and_quality(RuleReader& reader, PerformanceRules& rules) {
    reader.rows("regulations/pkb_credit_values.csv", [&](RegulationTable& table, std::size_t row) {
        const bool training = !table.text_or_empty(row, "training_hours_from").empty();
        rules.pkb_activities.push_back({table.whole(row, "code"), table.text(row, "kind"),
                                        table.text(row, "activity_id"), table.decimal(row, "credit"),
                                        training ? table.whole(row, "training_hours_from") : 0,
                                        table.text(row, "team_work") == "yes", table.citation(row)});
    });
    reader.rows("regulations/pkb_team_shares.csv", [&](RegulationTable& table, std::size_t row) {
        rules.pkb_shares.push_back(
            {table.whole(row, "authors"), table.whole(row, "author"), table.decimal(row, "percent")});
    });
    reader.rows("regulations/pkb_minimums.csv", [&](RegulationTable& table, std::size_t row) {
        rules.pkb_minimums.push_back({table.text(row, "from"), table.text(row, "to"),
                                      table.decimal(row, "self_development"),
                                      table.decimal(row, "publication_innovation"),
                                      parted(table.text_or_empty(row, "must_include")), table.citation(row)});
    });
    reader.rows("regulations/quality_index_weights.csv", [&](RegulationTable& table, std::size_t row) {
        static constexpr std::array<std::string_view, 3> names = {"main_duty", "additional_duty",
                                                                  "professional_development"};
        const auto place = std::ranges::find(names, table.text(row, "component"));
        const std::string& model = table.text(row, "model");
        if (place == names.end()) return table.wrong(row, "component");
        if (model != "with_duty" && model != "without_duty") return table.wrong(row, "model");
        QualityWeights& weights = model == "with_duty" ? rules.weights_with_duty : rules.weights_without_duty;
        weights.percent.at(static_cast<std::size_t>(place - names.begin())) = table.decimal(row, "weight_percent");
        weights.minimum = table.decimal(row, "minimum");
        weights.cap_name = table.text(row, "cap_name_id");
        weights.source = table.citation(row);
    });
}

template <class Rows, class Field>
auto found_in(const Rows& rows, Field field, std::string_view wanted) {
    const auto found = std::ranges::find(rows, wanted, field);
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace

const RankCredit* PerformanceRules::rank(std::string_view golongan) const {
    return found_in(ranks, &RankCredit::golongan, golongan);
}
const AdditionalDuty* PerformanceRules::duty(std::string_view code) const {
    return found_in(duties, &AdditionalDuty::code, code);
}
const Predicate* PerformanceRules::predicate(std::string_view name_id) const {
    return found_in(predicates, &Predicate::name_id, name_id);
}
const CareerLevel* PerformanceRules::level(std::string_view name) const {
    return found_in(levels, &CareerLevel::name, name);
}
const IntegrationRange* PerformanceRules::integration_of(std::string_view golongan) const {
    return found_in(integration, &IntegrationRange::golongan, golongan);
}

Result<PerformanceRules> read_performance_rules(const RegulationFiles& files) {
    PerformanceRules rules;
    RuleReader reader{files};
    read_pkg(reader, rules);
    read_duties(reader, rules);
    read_2023(reader, rules);
    read_pkb_and_quality(reader, rules);
    if (reader.problem) return refused(*reader.problem);
    auto supervision = read_scale(files, "regulations/supervision_bands.csv", "supervision");
    if (!supervision) return refused(supervision.error());
    rules.supervision_bands = std::move(*supervision);
    return rules;
}

Result<RatingScale> read_scale(const RegulationFiles& files, std::string_view path, std::string_view rule) {
    RuleReader reader{files};
    RatingScale scale;
    reader.scale(
        path, [rule](RegulationTable& table, std::size_t row) { return table.text(row, "rule") == rule; },
        labelled_band, scale);
    if (reader.problem) return refused(*reader.problem);
    return scale;
}

}  // namespace pamong
