#pragma once

#include <optional>
#include <string_view>

namespace pamong {

/// The rules a record was made under. Every appraisal keeps it; an old one is never read with new rules.
enum class Regime { pkg_2009, skp_2024, skp_2025 };

constexpr std::string_view code_of(Regime regime) {
    switch (regime) {
        case Regime::pkg_2009:
            return "PKG_2009";
        case Regime::skp_2024:
            return "SKP_2024";
        case Regime::skp_2025:
            return "SKP_2025";
    }
    return {};
}

constexpr std::optional<Regime> regime_from(std::string_view code) {
    for (const Regime regime : {Regime::pkg_2009, Regime::skp_2024, Regime::skp_2025})
        if (code_of(regime) == code) return regime;
    return std::nullopt;
}

}  // namespace pamong
