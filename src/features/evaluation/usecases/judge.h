#pragma once

#include "features/evaluation/usecases/evaluation_store.h"

namespace pamong::evaluation {

/// Judges one aspect against its locked criterion. Judgements are made one by one; there is no bulk form.
/// Problems: evaluation.no_evidence, evaluation.no_finding, evaluation.conflict, written.*.
struct JudgeAspect {
    EvaluationId evaluation_id;
    AspectId aspect_id;
    Judgement judgement = Judgement::fulfilled;
    std::string reason;
    std::string cause;
    std::optional<std::int64_t> base_revision{};
};
Result<Aspect> judge_aspect(const JudgeAspect& command, Work& work);

/// The overall decision, once every aspect is judged. Problems: evaluation.not_all_judged.
struct Decide {
    EvaluationId evaluation_id;
    Decision decision = Decision::proceed_improved;
    std::string reason;
};
Result<Evaluation> decide(const Decide& command, Work& work);

/// Problems: evaluation.not_judged, evaluation.closed, evaluation.id_reused.
struct Recommend {
    RecommendationId id;
    EvaluationId evaluation_id;
    std::optional<AspectId> aspect_id{};
    Advice kind = Advice::improve;
    std::string text;
    std::string responsible;
    Day due_on;
    Priority priority = Priority::medium;
};
Result<Recommendation> recommend(const Recommend& command, Work& work);

/// What became of a recommendation; the last one that ends closes the evaluation. Whoever runs programmes there may
/// note it too.
struct NoteFollowUp {
    Uuid id;
    EvaluationId evaluation_id;
    RecommendationId recommendation_id;
    FollowUpStatus status = FollowUpStatus::in_progress;
    std::string note;
};
Result<Recommendation> note_follow_up(const NoteFollowUp& command, Work& work);

}  // namespace pamong::evaluation
