#pragma once

#include "features/evaluation/adapters/wire.h"
#include "features/evaluation/usecases/evaluation_store.h"

namespace pamong::evaluation {

/// The evaluation as the client shows it, with what has gone stale.
EvaluationPage evaluation_page(const Evaluation& evaluation, Work& work);
AspectPage aspect_page(const Aspect& aspect, const Evaluation& evaluation, Work& work);
RecommendationLine recommendation_line(const Recommendation& recommendation);
CitableItem citable(const evidence::Item& item);

}  // namespace pamong::evaluation
