#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "features/performance/domain/credit_2009.h"
#include "features/performance/domain/credit_2023.h"
#include "features/performance/domain/pkb_credit.h"
#include "features/performance/domain/pkg_duty.h"
#include "features/performance/domain/pkg_score.h"
#include "features/performance/domain/predicate.h"
#include "features/performance/domain/quality_index.h"
#include "features/performance/domain/rating_scale.h"

namespace pamong {

/// Everything that regulations/ says about appraisal and credit, read once at start.
struct PerformanceRules {
    RatingScale pkg_bands;
    RatingScale supervision_bands;
    PkgInstrument teacher;
    PkgInstrument counsellor;
    std::vector<RankCredit> ranks;
    std::vector<AdditionalDuty> duties;
    std::vector<CareerLevel> levels;
    std::vector<IntegrationRange> integration;
    std::vector<Predicate> predicates;
    PredicateMatrix matrix;
    std::vector<PkbActivity> pkb_activities;
    std::vector<TeamShare> pkb_shares;
    std::vector<PkbMinimum> pkb_minimums;
    QualityWeights weights_with_duty;
    QualityWeights weights_without_duty;

    [[nodiscard]] const RankCredit* rank(std::string_view golongan) const;
    [[nodiscard]] const AdditionalDuty* duty(std::string_view code) const;
    [[nodiscard]] const Predicate* predicate(std::string_view name_id) const;
    [[nodiscard]] const CareerLevel* level(std::string_view name) const;
    [[nodiscard]] const IntegrationRange* integration_of(std::string_view golongan) const;
};

/// Gives the content of a file such as "regulations/pkg_bands.csv": embedded() where the product runs.
using RegulationFiles = std::function<std::optional<std::string_view>(std::string_view path)>;

/// Problems: regulations.missing {file}; regulations.malformed {file, line, column}.
Result<PerformanceRules> read_performance_rules(const RegulationFiles& files);
/// A scale file: columns lower, edge, name_id, name_en; only the rows of `rule`.
Result<RatingScale> read_scale(const RegulationFiles& files, std::string_view path, std::string_view rule);

}  // namespace pamong
