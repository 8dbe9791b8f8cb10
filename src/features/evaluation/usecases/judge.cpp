#include "features/evaluation/usecases/judge.h"

#include <algorithm>

#include "features/evaluation/domain/course.h"
#include "features/evaluation/usecases/facts.h"
#include "features/evaluation/usecases/plan.h"
#include "features/qualitative/domain/written.h"

namespace pamong::evaluation {
namespace {

using qualitative::check_written;
using qualitative::Needed;

constexpr std::size_t reason_letters = 2000;

bool same(const Recommendation& one, const Recommend& command) {
    return one.aspect_id == command.aspect_id && one.kind == command.kind && one.text == command.text &&
           one.responsible == command.responsible && one.due_on == command.due_on && one.priority == command.priority;
}

}  // namespace

Result<Aspect> judge_aspect(const JudgeAspect& command, Work& work) {
    auto evaluation = changeable(command.evaluation_id, work);
    if (!evaluation) return refused(evaluation.error());
    Aspect* aspect = evaluation->aspect(command.aspect_id);
    if (aspect == nullptr) return refused("evaluation.not_found");
    if (auto fine = check_may_judge(*evaluation, *aspect); !fine) return refused(fine.error());
    if (auto fine = check_written(command.reason, "reason", reason_letters); !fine) return refused(fine.error());
    if (auto fine = check_written(command.cause, "cause", reason_letters, Needed::no); !fine)
        return refused(fine.error());
    const bool unchanged =
        aspect->judgement == command.judgement && aspect->reason == command.reason && aspect->cause == command.cause;
    if (!unchanged) {
        if (auto fine = check_revision(aspect->revision, command.base_revision); !fine) return refused(fine.error());
        aspect->judgement = command.judgement;
        aspect->reason = command.reason;
        aspect->cause = command.cause;
        ++aspect->revision;
        work.store.save(evaluation->id, {*aspect});
    }
    // Judged again with the same words after a renewal: the judgement rests on the newer finding from now on.
    evidence::offer(judgement_fact(*evaluation, *aspect, work), work.now, work.evidence);
    work.store.journal("evaluation.judged", "evaluation_aspect", aspect->id.value);
    return *aspect;
}

Result<Evaluation> decide(const Decide& command, Work& work) {
    auto evaluation = changeable(command.evaluation_id, work);
    if (!evaluation) return refused(evaluation.error());
    if (auto fine = check_may_decide(*evaluation); !fine) return refused(fine.error());
    if (auto fine = check_written(command.reason, "reason", reason_letters); !fine) return refused(fine.error());
    if (evaluation->decision != command.decision || evaluation->decision_reason != command.reason ||
        evaluation->state != EvaluationState::judged) {
        evaluation->decision = command.decision;
        evaluation->decision_reason = command.reason;
        evaluation->decided_at = work.now;
        evaluation->state = EvaluationState::judged;
        ++evaluation->revision;
        work.store.save(*evaluation);
    }
    evidence::offer(std::vector{decision_fact(*evaluation, work), counts_fact(*evaluation, work)}, work.now,
                    work.evidence);
    work.store.journal("evaluation.decided", "evaluation", evaluation->id.value);
    return evaluation;
}

Result<Recommendation> recommend(const Recommend& command, Work& work) {
    auto evaluation = changeable(command.evaluation_id, work);
    if (!evaluation) return refused(evaluation.error());
    if (auto fine = check_judged(*evaluation); !fine) return refused(fine.error());
    if (evaluation->state == EvaluationState::closed) return refused("evaluation.closed");
    if (auto fine = check_written(command.text, "text", 1000); !fine) return refused(fine.error());
    if (auto fine = check_written(command.responsible, "responsible", 200); !fine) return refused(fine.error());
    if (command.aspect_id && evaluation->aspect(*command.aspect_id) == nullptr)
        return refused("evaluation.not_found", {}, "aspect_id");
    if (evaluation->recommendations.size() >= 100) return refused("evaluation.too_many_recommendations");
    if (const auto* before = evaluation->recommendation(command.id)) {
        if (!same(*before, command)) return refused("evaluation.id_reused");
        evidence::offer(recommendation_fact(*evaluation, *before, work), work.now, work.evidence);
        return *before;
    }
    Recommendation made{command.id,
                        command.aspect_id,
                        static_cast<std::int64_t>(evaluation->recommendations.size()) + 1,
                        command.kind,
                        command.text,
                        command.responsible,
                        command.due_on,
                        command.priority,
                        FollowUpStatus::open,
                        {}};
    work.store.save(evaluation->id, made);
    evidence::offer(recommendation_fact(*evaluation, made, work), work.now, work.evidence);
    work.store.journal("evaluation.recommended", "evaluation_recommendation", made.id.value);
    return made;
}

Result<Recommendation> note_follow_up(const NoteFollowUp& command, Work& work) {
    auto evaluation = work.store.for_change(command.evaluation_id);
    if (!evaluation) return refused("evaluation.not_found");
    const Plan& plan = evaluation->plan;
    if (!may_manage(plan, work.actor) &&
        !work.actor.may(access::manage_programmes, {plan.school_id, plan.region_ids, plan.programme_id, std::nullopt}))
        return access::not_permitted(access::manage_evaluations);
    Recommendation* one = evaluation->recommendation(command.recommendation_id);
    if (one == nullptr) return refused("evaluation.not_found");
    if (auto fine = check_written(command.note, "note", 1000, Needed::no); !fine) return refused(fine.error());
    if (std::ranges::find(one->follow_ups, command.id, &FollowUp::id) != one->follow_ups.end()) return *one;
    const FollowUp step{command.id, command.status, command.note, work.now};
    one->status = command.status;
    one->follow_ups.push_back(step);
    work.store.save(evaluation->id, *one);
    work.store.add(one->id, step);
    const EvaluationState after = state_after_follow_up(*evaluation);
    if (after != evaluation->state) {
        evaluation->state = after;
        ++evaluation->revision;
        work.store.save(*evaluation);
    }
    work.store.journal("evaluation.followed_up", "evaluation_recommendation", one->id.value);
    return *one;
}

}  // namespace pamong::evaluation
