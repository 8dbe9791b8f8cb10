#pragma once

#include "features/evaluation/usecases/evaluation_store.h"

namespace pamong::evaluation {

/// Ties a fact of the evidence graph, in its newest revision, to an aspect. Doing it again with the same id takes the
/// newest revision. Problems: access.not_permitted, evaluation.not_locked (criteria come before data),
/// evaluation.closed, evaluation.no_such_evidence, evaluation.anonymous_answer, evaluation.group_too_small,
/// evaluation.id_reused, written.*.
struct LinkEvidence {
    LinkId id;
    EvaluationId evaluation_id;
    AspectId aspect_id;
    Uuid item_id;
    LinkRole role = LinkRole::document;
    LinkWhy why = LinkWhy::supports;
    std::string note;
};
Result<Link> link_evidence(const LinkEvidence& command, Work& work);
Done remove_link(const EvaluationId& evaluation, const LinkId& link, Work& work);

/// Reads the aspect's numbers from records with the scale rule of the plan. The revision of each reference is set to
/// the newest. Problems: evaluation.no_number {path}, evaluation.measure_inputs, evaluation.scale_*.
struct MeasureAspect {
    EvaluationId evaluation_id;
    AspectId aspect_id;
    std::vector<NumberRef> inputs;
};
Result<Aspect> measure_aspect(const MeasureAspect& command, Work& work);

/// What was found, sentence by sentence; figures are references. Problems: evaluation.number_without_source,
/// evaluation.bad_hole, evaluation.no_number, evaluation.conflict.
struct WriteFinding {
    EvaluationId evaluation_id;
    AspectId aspect_id;
    std::vector<Sentence> sentences;
    std::optional<std::int64_t> base_revision{};
};
Result<Aspect> write_finding(const WriteFinding& command, Work& work);

/// Takes the newest revision of everything the aspect rests on and reads its numbers again, after a record was
/// corrected. The judgement above stays stale until somebody judges again.
Result<Aspect> renew_aspect(const EvaluationId& evaluation, const AspectId& aspect, Work& work);

}  // namespace pamong::evaluation
