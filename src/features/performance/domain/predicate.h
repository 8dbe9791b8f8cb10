#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/citation.h"
#include "base/exact.h"

namespace pamong {

/// How a superior rates work result or behaviour (PermenPANRB 6/2022). Chosen by a person, never computed.
enum class Expectation { above, as_expected, below };

/// "di atas ekspektasi", "sesuai ekspektasi", "di bawah ekspektasi".
std::optional<Expectation> expectation_from(std::string_view text);
std::string_view name_of(Expectation expectation);

/// A predicate and the percent of the yearly coefficient that it earns (PerBKN 3/2023).
struct Predicate {
    std::string name_id;
    std::string name_en;
    Exact credit_percent{};
};

/// Work result x behaviour -> predicate.
struct PredicateMatrix {
    std::array<std::array<Predicate, 3>, 3> cells{};
    Citation source{};

    [[nodiscard]] const Predicate& predicate_of(Expectation work_result, Expectation behaviour) const {
        return cells.at(static_cast<std::size_t>(work_result)).at(static_cast<std::size_t>(behaviour));
    }
};

}  // namespace pamong
