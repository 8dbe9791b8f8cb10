#pragma once

#include "base/matrix.h"
#include "base/result.h"

// How far two people who rated or coded the same things agree. Method page: docs/methods/statistics.md.
namespace pamong::agreement {

/// Share of items that both raters put in the same category.
///
/// counts   k x k: how many items rater A put in category i and rater B in category j.
/// problem  agreement.not_square, agreement.negative_count, agreement.nothing_rated.
Result<double> percent_agreement(const Matrix<int>& counts);

struct Kappa {
    double observed = 0;  ///< share of agreement
    double chance = 0;    ///< agreement that the two margins alone would give
    double kappa = 0;     ///< no unit, at most 1; 0 is what chance alone would give
};
/// Agreement beyond chance (Cohen 1960, Educational and Psychological Measurement 20(1), 37-46).
///
/// counts   as percent_agreement().
/// problem  agreement.no_variation: both raters used one and the same category (0/0); else as percent_agreement().
Result<Kappa> cohen_kappa(const Matrix<int>& counts);

/// 2 M / (N1 + N2): agreements over the codes both coders set (Holsti 1969, Content Analysis for the Social Sciences).
/// problem  agreement.negative_count, agreement.nothing_rated, agreement.more_agreements_than_codes.
Result<double> holsti(long agreements, long codes_first, long codes_second);

/// Agreements / (agreements + disagreements) (Miles and Huberman 1994, Qualitative Data Analysis, p. 64).
/// problem  agreement.negative_count, agreement.nothing_rated.
Result<double> miles_huberman(long agreements, long disagreements);

}  // namespace pamong::agreement
