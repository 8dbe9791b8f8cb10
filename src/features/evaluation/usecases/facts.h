#pragma once

#include "features/evaluation/usecases/evaluation_store.h"

namespace pamong::evaluation {

/// How an evaluation stands in the evidence graph. Locked plan (source) <- finding <- judgement <- decision and
/// recommendation; a measure (result) rests on the records its numbers come from.
evidence::Offer plan_fact(const Evaluation& evaluation);
evidence::Offer measure_fact(const Evaluation& evaluation, const Aspect& aspect);
evidence::Offer finding_fact(const Evaluation& evaluation, const Aspect& aspect, Work& work);
evidence::Offer judgement_fact(const Evaluation& evaluation, const Aspect& aspect, Work& work);
evidence::Offer decision_fact(const Evaluation& evaluation, Work& work);
/// How many aspects were judged how: the figures of the summary.
evidence::Offer counts_fact(const Evaluation& evaluation, Work& work);
evidence::Offer recommendation_fact(const Evaluation& evaluation, const Recommendation& recommendation, Work& work);

Uuid measure_id(const AspectId& aspect);
Uuid finding_id(const AspectId& aspect);
Uuid judgement_id(const AspectId& aspect);
Uuid decision_id(const EvaluationId& evaluation);
Uuid counts_id(const EvaluationId& evaluation);

/// The newest revision of an offered item.
std::optional<evidence::ItemRef> newest_ref(const Uuid& id, Work& work);
/// The newest revision, which must be usable as evidence: a single anonymous answer is not, nor is a table of fewer
/// than five. Problems: evaluation.no_such_evidence, evaluation.anonymous_answer, evaluation.group_too_small.
Result<evidence::Item> usable_item(const Uuid& id, Work& work);

}  // namespace pamong::evaluation
