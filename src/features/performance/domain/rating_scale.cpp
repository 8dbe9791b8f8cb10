#include "features/performance/domain/rating_scale.h"

namespace pamong {

Result<RatingScale> RatingScale::of(Citation source, std::vector<RatingBand> bands) {
    bool right = bands.size() >= 2 && bands.back().edge == BandEdge::rest;
    for (std::size_t i = 0; right && i + 1 < bands.size(); ++i) {
        right = bands[i].edge != BandEdge::rest;
        if (right && i > 0) right = bands[i].lower < bands[i - 1].lower;
    }
    if (!right) return refused("performance.scale_shape", {{"source", source.source}});
    RatingScale scale;
    scale.source_ = std::move(source);
    scale.bands_ = std::move(bands);
    return scale;
}

const RatingBand& RatingScale::band_of(const Exact& value) const {
    for (const RatingBand& band : bands_) {
        if (band.edge == BandEdge::above && value > band.lower) return band;
        if (band.edge == BandEdge::from && value >= band.lower) return band;
    }
    expects(!bands_.empty(), "a scale has bands");
    return bands_.back();
}

const RatingBand* RatingScale::band_named(std::string_view name_id) const {
    for (const RatingBand& band : bands_)
        if (band.name_id == name_id) return &band;
    return nullptr;
}

}  // namespace pamong
