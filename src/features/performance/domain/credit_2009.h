#pragma once

#include <optional>
#include <string>

#include "base/citation.h"
#include "base/exact.h"
#include "base/result.h"

namespace pamong {

/// What the next rank step needs, per rank (Permenneg PAN-RB 16/2009).
struct RankNeed {
    Exact credit_needed{};           ///< AKK
    Exact self_development{};        ///< part of AKPKB
    Exact publication_innovation{};  ///< part of AKPKB
    Exact supporting{};              ///< AKP

    /// AKK - AKPKB - AKP: what teaching itself has to bring.
    [[nodiscard]] Exact base() const { return credit_needed - self_development - publication_innovation - supporting; }
};

struct RankCredit {
    std::string golongan;
    std::string pangkat;
    std::string jabatan;
    std::optional<Exact> cumulative{};
    std::optional<RankNeed> need{};         ///< nothing for the highest rank
    std::optional<Exact> contested_base{};  ///< a base that circulating tables use instead
    std::string note{};
    Citation source{};
};

/// JM/JWM, at most 1: 24 to 40 hours (150 to 250 counsellees) count as 1, below that in proportion.
/// Problem credit_hours: hours below zero or compulsory hours not above zero.
Result<Exact> hours_share(const Exact& taught, const Exact& compulsory);

/// base * hours * NPK / 4 a year; `hours` is 1 for the part of an additional duty.
Exact yearly_credit_2009(const Exact& base, const Exact& hours, const Exact& credit_percent);

/// share * teaching + share * duty. Problem credit_shares: they do not add up to 100.
Result<Exact> shared_credit(const Exact& teaching, const Exact& duty, const Exact& share_teaching,
                            const Exact& share_duty);

}  // namespace pamong
