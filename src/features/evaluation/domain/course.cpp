#include "features/evaluation/domain/course.h"

#include <algorithm>

namespace pamong::evaluation {

Aspect* Evaluation::aspect(const AspectId& aspect_id) {
    const auto found = std::ranges::find(aspects, aspect_id, &Aspect::id);
    return found == aspects.end() ? nullptr : &*found;
}
const Aspect* Evaluation::aspect(const AspectId& aspect_id) const {
    const auto found = std::ranges::find(aspects, aspect_id, &Aspect::id);
    return found == aspects.end() ? nullptr : &*found;
}
Recommendation* Evaluation::recommendation(const RecommendationId& recommendation_id) {
    const auto found = std::ranges::find(recommendations, recommendation_id, &Recommendation::id);
    return found == recommendations.end() ? nullptr : &*found;
}

AspectId aspect_id(const EvaluationId& evaluation, std::string_view code) {
    return {uuid_for_name("evaluation:" + to_string(evaluation) + ":" + std::string(code))};
}

Done check_may_plan(const Evaluation& evaluation) {
    if (evaluation.state != EvaluationState::draft) return refused("evaluation.locked");
    return {};
}

Done check_may_lock(const Evaluation& evaluation) {
    if (auto fine = check_may_plan(evaluation); !fine) return fine;
    Problem problem{"evaluation.not_complete", "", {}, {}};
    int used = 0;
    for (const Aspect& aspect : evaluation.aspects) {
        if (!aspect.used) continue;
        ++used;
        for (const auto& [field, value] :
             {std::pair{"question", &aspect.question}, std::pair{"criterion", &aspect.criterion},
              std::pair{"standard", &aspect.standard}})
            if (value->empty())
                problem.parts.push_back({std::string("evaluation.missing_") + field,
                                         aspect.code + "." + field,
                                         {{"aspect", aspect.code + " " + aspect.name}},
                                         {}});
    }
    if (used == 0) problem.parts.push_back({"evaluation.no_aspect", "aspects", {}, {}});
    if (problem.parts.empty()) return {};
    problem.values["count"] = std::to_string(problem.parts.size());
    return refused(std::move(problem));
}

Done check_may_collect(const Evaluation& evaluation) {
    switch (evaluation.state) {
        case EvaluationState::draft:
            return refused("evaluation.not_locked");
        case EvaluationState::locked:
        case EvaluationState::collecting:
        case EvaluationState::judged:  // corrections before a new report; the judgement above turns stale until it is
                                       // renewed
            return {};
        case EvaluationState::closed:
            return refused("evaluation.closed");
    }
    return {};
}

Done check_may_judge(const Evaluation& evaluation, const Aspect& aspect) {
    if (auto fine = check_may_collect(evaluation); !fine) return fine;
    if (!aspect.used) return refused("evaluation.aspect_unused");
    if (std::ranges::none_of(aspect.links, [](const Link& link) { return !link.removed; }))
        return refused("evaluation.no_evidence", {{"aspect", aspect.code + " " + aspect.name}});
    if (aspect.finding.empty()) return refused("evaluation.no_finding", {{"aspect", aspect.code + " " + aspect.name}});
    return {};
}

Done check_may_decide(const Evaluation& evaluation) {
    if (auto fine = check_may_collect(evaluation); !fine) return fine;
    std::string missing;
    for (const Aspect& aspect : evaluation.aspects)
        if (aspect.used && !aspect.judgement) missing += (missing.empty() ? "" : ", ") + aspect.code;
    if (!missing.empty()) return refused("evaluation.not_all_judged", {{"aspects", missing}});
    return {};
}

Done check_judged(const Evaluation& evaluation) {
    if (evaluation.state != EvaluationState::judged && evaluation.state != EvaluationState::closed)
        return refused("evaluation.not_judged");
    return {};
}

EvaluationState state_after_follow_up(const Evaluation& evaluation) {
    const bool all_ended = std::ranges::all_of(evaluation.recommendations, [](const Recommendation& one) {
        return one.status == FollowUpStatus::done || one.status == FollowUpStatus::dropped;
    });
    return all_ended && !evaluation.recommendations.empty() ? EvaluationState::closed : EvaluationState::judged;
}

std::optional<Exact> discrepancy(const Aspect& aspect) {
    if (!aspect.standard_value || !aspect.measure) return std::nullopt;
    const Exact missing = *aspect.standard_value - aspect.measure->value;
    return missing < 0 ? Exact{} : missing;
}

}  // namespace pamong::evaluation
