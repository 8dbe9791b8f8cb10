#include "features/performance/domain/quality_index.h"

namespace pamong {

Result<QualityIndex> quality_index(const std::array<std::optional<Exact>, 3>& components, const QualityWeights& weights,
                                   const RatingScale& labels) {
    Exact together;
    for (const Exact& weight : weights.percent) {
        if (weight < 0) return refused("performance.quality_weights");
        together = together + weight;
    }
    if (together != 100) return refused("performance.quality_weights");

    QualityIndex result;
    bool below = false;
    for (std::size_t i = 0; i < components.size(); ++i) {
        const auto& component = components.at(i);
        const bool weighted = weights.percent.at(i) > 0;
        if (weighted && !component) return refused("performance.quality_component", {}, std::to_string(i));
        if (component && (*component < 0 || *component > 100))
            return refused("performance.quality_component", {}, std::to_string(i));
        if (!weighted) continue;
        result.index = result.index + weights.percent.at(i) * *component / 100;
        below = below || *component < weights.minimum;
    }
    result.band = labels.band_of(result.index);
    const RatingBand* cap = labels.band_named(weights.cap_name);
    if (below && cap != nullptr && result.band.edge != BandEdge::rest && result.band.lower > cap->lower) {
        result.band = *cap;
        result.capped = true;
    }
    return result;
}

}  // namespace pamong
