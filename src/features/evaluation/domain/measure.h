#pragma once

#include <functional>

#include "base/result.h"
#include "features/evaluation/domain/evaluation.h"
#include "features/evaluation/domain/scale_rules.h"

namespace pamong::evaluation {

/// The bands of the rules (regulations/cipp_scales.csv).
using Scales = std::map<ScaleRule, RatingScale>;

/// Reads the numbers of an aspect with the evaluation's rule.
///
/// A, B  `percent`; or `part` and `whole`; or `sum`, `respondents`, `items`, `scale_max`
/// C     `score`, `min`, `max`
/// D     `mean`; or `sum` and `count`
/// E     nothing: the judgement itself is the measure
///
/// Problems: evaluation.measure_inputs {needed}, evaluation.measure_none (rule E), and those of the scale rules.
Result<ScaleReading> read_measure(ScaleRule rule, const std::map<std::string, Exact>& inputs, const Scales& scales);

/// "%" after percents, nothing after the others.
std::string unit_of(ScaleRule rule);

}  // namespace pamong::evaluation
