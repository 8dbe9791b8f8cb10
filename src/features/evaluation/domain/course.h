#pragma once

#include "base/result.h"
#include "features/evaluation/domain/evaluation.h"

namespace pamong::evaluation {

/// The course of an evaluation: draft -> locked -> collecting -> judged -> closed. Criteria and standards are fixed
/// before the first piece of evidence, so nobody can move the goal after the shot.

/// Problem evaluation.locked: question, criterion, standard, scale rule and purpose stand once locked.
Done check_may_plan(const Evaluation& evaluation);
/// Problem evaluation.not_complete, with one part for each missing question, criterion or standard.
Done check_may_lock(const Evaluation& evaluation);
/// Problems: evaluation.not_locked (criteria first), evaluation.judged_already, evaluation.closed.
Done check_may_collect(const Evaluation& evaluation);
/// Problems: evaluation.not_locked, evaluation.no_finding, evaluation.no_evidence, evaluation.closed.
Done check_may_judge(const Evaluation& evaluation, const Aspect& aspect);
/// Problems: evaluation.not_locked, evaluation.not_all_judged (names them), evaluation.closed.
Done check_may_decide(const Evaluation& evaluation);
/// Problem evaluation.not_judged: no report and no recommendation before the decision.
Done check_judged(const Evaluation& evaluation);
/// Closed once every recommendation is done or dropped.
EvaluationState state_after_follow_up(const Evaluation& evaluation);

/// What is missing to the standard, never below 0; nothing when one of the two is not a number.
std::optional<Exact> discrepancy(const Aspect& aspect);

}  // namespace pamong::evaluation
