#pragma once

#include <vector>

#include "features/qualitative/domain/study.h"

namespace pamong::qualitative {

/// One cell of a claim's triangulation matrix: who, by which technique, says what.
struct TriangulationCell {
    InformantRole role = InformantRole::none;
    Technique technique = Technique::interview;
    int supports = 0;
    int contradicts = 0;
};

enum class Verdict { consistent, partly_consistent, inconsistent, silent };
BOOST_DESCRIBE_ENUM(Verdict, consistent, partly_consistent, inconsistent, silent)

/// The rules of trustworthiness (handbook "qualitative analysis", section 4): at least two roles, two techniques and
/// two dates must support a claim.
struct Triangulation {
    std::vector<TriangulationCell> cells;  ///< only those that say something, by role and technique
    bool two_roles = false;
    bool two_techniques = false;
    bool two_dates = false;
    Verdict verdict = Verdict::silent;
};

/// What one segment brings along.
struct Voice {
    InformantRole role = InformantRole::none;
    Technique technique = Technique::interview;
    Day dated_on;
    Stance stance = Stance::supports;
};

/// Consistent: nobody contradicts. Inconsistent: at least as many sources' cells contradict as support.
Triangulation triangulate(const std::vector<Voice>& voices);

}  // namespace pamong::qualitative
