#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/citation.h"
#include "base/exact.h"
#include "base/result.h"

namespace pamong {

/// One competence: what its indicators earned (0 no evidence, 1 partly, 2 fully) and the value 1..4 that follows.
struct CompetenceValue {
    int sum = 0;
    int maximum = 0;  ///< 2 for each indicator
    int value = 1;    ///< 1 up to 25 %, 2 up to 50 %, 3 up to 75 %, 4 above
    /// Nothing was earned at all: the printed rule leaves 0 % open and we give 1, the lowest (U).
    bool zero_rule = false;

    [[nodiscard]] Exact percent() const { return {static_cast<std::int64_t>(100) * sum, maximum}; }
};

/// Problems (at = index of the score): pkg_no_indicators; pkg_score_range, a score outside 0..2.
Result<CompetenceValue> competence_value(std::span<const int> indicator_scores);

/// The instrument of the 2009 regime as one version of it was printed: how many indicators each competence has.
struct PkgInstrument {
    std::string code;  ///< "teacher" (14 competences, 78 indicators) or "counsellor" (17, 69)
    std::vector<int> indicators;
    Citation source;

    [[nodiscard]] int competences() const { return static_cast<int>(indicators.size()); }
    [[nodiscard]] int raw_minimum() const { return competences(); }
    [[nodiscard]] int raw_maximum() const { return 4 * competences(); }
};

struct PkgResult {
    std::vector<CompetenceValue> competences;
    int raw = 0;
    bool zero_rule = false;
};

/// All competences of one person. Problems: pkg_competence_count, pkg_indicator_count and those of competence_value.
Result<PkgResult> score_competences(const PkgInstrument& instrument, std::span<const std::vector<int>> scores);

/// NPKG: what was earned of what could be earned, in percent. Problem pkg_raw_range: raw outside lowest..maximum.
Result<Exact> npkg_of(const Exact& raw, const Exact& lowest, const Exact& maximum);

}  // namespace pamong
