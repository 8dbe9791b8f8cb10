#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/citation.h"
#include "base/exact.h"
#include "base/result.h"

namespace pamong {

/// A level of the functional post since 2023, such as Ahli Muda with 25 a year.
struct CareerLevel {
    std::string name;
    std::vector<std::string> ranks;
    Exact coefficient{};
    std::optional<Exact> credit_for_rank{};
    std::optional<Exact> credit_for_level{};
    std::optional<Exact> integration_base{};
    Citation source{};
};

/// The old and new range of credit for a rank when old credit was integrated in 2023.
struct IntegrationRange {
    std::string level;
    std::string golongan;
    Exact old_from{};
    std::optional<Exact> old_below{};  ///< nothing for the highest rank
    Exact base{};
    Exact new_from{};
    Exact new_to{};
    Citation source{};
};

/// percent * coefficient * months / 12. Problem credit_months: months not a whole number 1..12.
Result<Exact> yearly_credit_2023(const Exact& coefficient, const Exact& percent, const Exact& months);

struct Integration {
    Exact integrated{};
    /// The old credit lies outside the range of the rank: flagged, not refused (some people hold more than their rank
    /// needs).
    bool outside_range = false;
};

/// conventional - base. Problem credit_below_base.
Result<Integration> integrate_credit(const Exact& conventional, const Exact& base, const IntegrationRange* range);

struct WayToGo {
    Exact remaining{};
    std::int64_t full_years = 0;
};

/// How many full years at `coefficient` and `percent` it takes from `current` to `need`. Problem credit_no_growth.
Result<WayToGo> years_to(const Exact& current, const Exact& need, const Exact& coefficient, const Exact& percent);

}  // namespace pamong
