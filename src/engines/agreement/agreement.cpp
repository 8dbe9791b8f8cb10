#include "engines/agreement/agreement.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace pamong::agreement {
namespace {

struct Margins {
    std::int64_t all = 0;
    std::int64_t same = 0;
    std::vector<std::int64_t> first;
    std::vector<std::int64_t> second;
};

Result<Margins> margins_of(const Matrix<int>& counts) {
    if (counts.rows() != counts.columns()) return refused("agreement.not_square");
    Margins margins{0, 0, std::vector<std::int64_t>(counts.rows()), std::vector<std::int64_t>(counts.rows())};
    for (std::size_t row = 0; row < counts.rows(); ++row)
        for (std::size_t column = 0; column < counts.columns(); ++column) {
            const int count = counts(row, column);
            if (count < 0) return refused("agreement.negative_count");
            margins.all += count;
            margins.first[row] += count;
            margins.second[column] += count;
            if (row == column) margins.same += count;
        }
    if (margins.all == 0) return refused("agreement.nothing_rated");
    return margins;
}

}  // namespace

Result<double> percent_agreement(const Matrix<int>& counts) {
    const auto margins = margins_of(counts);
    if (!margins) return refused(margins.error());
    return static_cast<double>(margins->same) / static_cast<double>(margins->all);
}

Result<Kappa> cohen_kappa(const Matrix<int>& counts) {
    const auto margins = margins_of(counts);
    if (!margins) return refused(margins.error());
    // Asked in whole numbers: rounding must not decide whether chance alone explains everything.
    if (std::find(margins->first.begin(), margins->first.end(), margins->all) != margins->first.end() &&
        margins->same == margins->all)
        return refused("agreement.no_variation");
    const auto all = static_cast<double>(margins->all);
    Kappa found{static_cast<double>(margins->same) / all, 0, 0};
    for (std::size_t category = 0; category < counts.rows(); ++category)
        found.chance += (static_cast<double>(margins->first[category]) / all) *
                        (static_cast<double>(margins->second[category]) / all);
    found.kappa = (found.observed - found.chance) / (1 - found.chance);
    return found;
}

Result<double> holsti(long agreements, long codes_first, long codes_second) {
    if (agreements < 0 || codes_first < 0 || codes_second < 0) return refused("agreement.negative_count");
    if (codes_first == 0 && codes_second == 0) return refused("agreement.nothing_rated");
    if (agreements > std::min(codes_first, codes_second)) return refused("agreement.more_agreements_than_codes");
    return 2 * static_cast<double>(agreements) / (static_cast<double>(codes_first) + static_cast<double>(codes_second));
}

Result<double> miles_huberman(long agreements, long disagreements) {
    if (agreements < 0 || disagreements < 0) return refused("agreement.negative_count");
    if (agreements == 0 && disagreements == 0) return refused("agreement.nothing_rated");
    return static_cast<double>(agreements) / (static_cast<double>(agreements) + static_cast<double>(disagreements));
}

}  // namespace pamong::agreement
