#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "features/evidence/domain/evidence.h"

namespace pamong::analysis {

/// One unit (a class, a mentee) with two numbers, and the facts they come from.
struct Observed {
    std::string label;  ///< "VIII-A", "G-03": never a person's name
    double first = 0;   ///< before, or x
    double second = 0;  ///< after, or y
    std::vector<evidence::ItemRef> facts{};
};

/// A figure with its interval; no interval where there are too few data.
struct Figure {
    double value = 0;
    std::optional<double> low{};
    std::optional<double> high{};
};

/// What a before-and-after comparison says. `problem` is filled instead of the test when there are too few data or no
/// variation; the means stand in any case.
struct Change {
    std::int64_t n = 0;
    double mean_before = 0;
    double mean_after = 0;
    Figure difference;
    std::optional<Figure> effect{};  ///< Cohen's d_z
    std::optional<double> t{};
    std::optional<double> degrees{};
    std::optional<double> p{};
    std::optional<std::string> problem{};
};

struct Association {
    std::int64_t n = 0;
    std::optional<Figure> pearson{};
    std::optional<Figure> spearman{};
    std::optional<double> p{};
    std::optional<std::string> problem{};
};

/// Sheets of a questionnaire: `first` is what a sheet scored, `second` the most it could. Sums are whole numbers, since
/// a published percentage ("86.0") is their quotient.
struct ScaleTotal {
    std::int64_t n = 0;
    std::int64_t points = 0;
    std::int64_t maximum = 0;
    Figure percent;  ///< mean of the sheets' percentages with its 95 % t interval
    std::optional<double> sd{};
    std::optional<std::string> problem{};
};

inline constexpr std::string_view change_method = "paired_t";
inline constexpr std::string_view association_method = "correlation";
inline constexpr std::string_view scale_method = "scale_total";
inline constexpr std::string_view method_version = "1";

Change change_of(const std::vector<Observed>& units);
Association association_of(const std::vector<Observed>& units);

ScaleTotal scale_total_of(const std::vector<Observed>& units);

/// The guards that stand beside a figure: words keys, in order. Whatever links teachers' work with pupils' results has
/// all three (handbook of outcomes); a total of a questionnaire has the one on uncertainty.
std::vector<std::string> guards_of(std::string_view method);

}  // namespace pamong::analysis
