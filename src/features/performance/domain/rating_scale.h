#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/citation.h"
#include "base/exact.h"
#include "base/result.h"

namespace pamong {

/// `above`: the bound itself belongs to the band below. `from`: it belongs to this band. `rest`: no bound.
enum class BandEdge { above, from, rest };

struct RatingBand {
    BandEdge edge = BandEdge::rest;
    Exact lower{};
    std::string name_id;
    std::string name_en;
    Exact credit_percent{};  ///< NPK of the 2009 regime; 0 for scales that give no credit
};

/// The bands of one regulation or tradition, best first; the last takes the rest.
class RatingScale {
  public:
    /// Problem performance.scale_shape: fewer than two bands, bounds that do not fall, or a last band with a bound.
    static Result<RatingScale> of(Citation source, std::vector<RatingBand> bands);

    /// The band a value falls in. Nothing is rounded first: 41 of 68 = 60.29 lies in no printed band of
    /// Permenneg PAN-RB 16/2009 (51-60, 61-75); the published tables call it Cukup (decision 0007).
    [[nodiscard]] const RatingBand& band_of(const Exact& value) const;
    [[nodiscard]] const RatingBand* band_named(std::string_view name_id) const;
    [[nodiscard]] const std::vector<RatingBand>& bands() const { return bands_; }
    [[nodiscard]] const Citation& source() const { return source_; }

  private:
    Citation source_;
    std::vector<RatingBand> bands_;
};

}  // namespace pamong
