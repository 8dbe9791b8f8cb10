#pragma once

#include "features/evaluation/usecases/evaluation_store.h"

namespace pamong::evaluation {

/// One row of the checklist (regulations/cipp_checklist.csv).
struct ChecklistAspect {
    std::string code;
    CippComponent component = CippComponent::context;
    std::string name;
    std::string question;
    std::string criterion;
    std::string sources;
};

/// Starts an evaluation with all aspects of the checklist, or changes its plan while it is a draft.
/// Repeating changes nothing. Problems: access.not_permitted, evaluation.locked, evaluation.conflict, written.*,
/// evaluation.period.
Result<Evaluation> plan_evaluation(const EvaluationId& id, const Plan& plan, std::optional<std::int64_t> base_revision,
                                   const std::vector<ChecklistAspect>& checklist, Work& work);

/// Question, criterion and standard of one aspect, or that it is not used. Refused once locked.
struct DefineAspect {
    EvaluationId evaluation_id;
    AspectId aspect_id;
    std::string question;
    std::string criterion;
    std::string standard;
    std::optional<Exact> standard_value{};
    std::string sources;
    bool used = true;
    std::optional<std::int64_t> base_revision{};
};
Result<Aspect> define_aspect(const DefineAspect& command, Work& work);

/// Fixes criteria and standards before data: time and hash are kept, and the locked plan becomes the record that the
/// report's questions, criteria and standards lead to. Problems: evaluation.not_complete with its parts.
Result<Evaluation> lock_evaluation(const EvaluationId& id, Work& work);

Result<Evaluation> open_evaluation(const EvaluationId& id, Work& work);
Result<std::vector<Evaluation>> evaluations(Work& work);

bool may_manage(const Plan& plan, const access::Actor& actor);
/// The evaluation with its row locked. Problems: evaluation.not_found, access.not_permitted.
Result<Evaluation> changeable(const EvaluationId& id, Work& work);
Done check_revision(std::int64_t newest, const std::optional<std::int64_t>& base);

}  // namespace pamong::evaluation
