#include "features/evaluation/adapters/evaluation_page.h"

#include <boost/json.hpp>

#include "features/evaluation/adapters/rules.h"
#include "features/evaluation/domain/course.h"
#include "features/evaluation/domain/sentence.h"
#include "features/evaluation/usecases/facts.h"
#include "features/evaluation/usecases/plan.h"

namespace pamong::evaluation {
namespace {

/// What is stale below a set of aspects: asked once for a whole page.
std::set<evidence::ItemRef> stale_below(const std::vector<Aspect>& aspects, Work& work) {
    std::vector<Uuid> ids;
    std::vector<evidence::ItemRef> roots;
    for (const Aspect& aspect : aspects) {
        ids.push_back(finding_id(aspect.id));
        ids.push_back(judgement_id(aspect.id));
        for (const Link& link : aspect.links) roots.push_back(link.item);
    }
    for (const auto& [id, newest] : work.evidence.newest_of(ids)) roots.push_back({id, newest.first});
    const auto chain = work.evidence.chain_below(roots);
    auto stale = evidence::stale_items(chain);
    for (const evidence::Item& item : chain.items)
        if (chain.newest.at(item.ref.id) > item.ref.revision) stale.insert(item.ref);
    return stale;
}

AspectPage page_of(const Aspect& aspect, ScaleRule rule, const std::set<evidence::ItemRef>& stale) {
    AspectPage page{aspect.id,
                    aspect.code,
                    aspect.component,
                    aspect.name,
                    aspect.question,
                    aspect.criterion,
                    aspect.standard,
                    aspect.standard_value,
                    aspect.sources,
                    aspect.used,
                    {},
                    aspect.finding,
                    std::nullopt,
                    std::nullopt,
                    aspect.judgement,
                    aspect.reason,
                    aspect.cause,
                    false,
                    aspect.revision};
    for (const Link& link : aspect.links) {
        if (link.removed) continue;
        page.links.push_back(
            {link.id, link.item, link.kind, link.label, link.role, link.why, link.note, stale.contains(link.item)});
        page.stale = page.stale || page.links.back().stale;
    }
    for (const evidence::ItemRef& ref : stale)
        if (ref.id == finding_id(aspect.id) || ref.id == judgement_id(aspect.id)) page.stale = true;
    if (aspect.measure)
        page.measure = {aspect.measure->inputs, shown(aspect.measure->value, 1) + unit_of(rule), aspect.measure->band};
    if (const auto missing = discrepancy(aspect)) page.discrepancy = shown(*missing, 1) + unit_of(rule);
    return page;
}

}  // namespace

AspectPage aspect_page(const Aspect& aspect, const Evaluation& evaluation, Work& work) {
    return page_of(aspect, evaluation.plan.scale_rule, stale_below({aspect}, work));
}

RecommendationLine recommendation_line(const Recommendation& one) {
    RecommendationLine line{one.id,          one.aspect_id, one.position, one.kind,   one.text,
                            one.responsible, one.due_on,    one.priority, one.status, {}};
    for (const FollowUp& step : one.follow_ups)
        line.follow_ups.push_back({step.id, step.status, step.note, step.noted_at});
    return line;
}

EvaluationPage evaluation_page(const Evaluation& evaluation, Work& work) {
    const Plan& plan = evaluation.plan;
    EvaluationPage page{evaluation.id,
                        plan.title,
                        plan.programme_name,
                        plan.purpose,
                        plan.use,
                        plan.users,
                        plan.description,
                        plan.method,
                        plan.limits,
                        plan.place,
                        plan.period_from,
                        plan.period_to,
                        plan.scale_rule,
                        plan.informants,
                        evaluation.state,
                        evaluation.locked_at,
                        evaluation.lock_hash,
                        evaluation.decision,
                        evaluation.decision_reason,
                        {},
                        {},
                        std::nullopt,
                        may_manage(plan, work.actor),
                        evaluation.revision};
    const auto stale = stale_below(evaluation.aspects, work);
    for (const Aspect& aspect : evaluation.aspects) page.aspects.push_back(page_of(aspect, plan.scale_rule, stale));
    for (const Recommendation& one : evaluation.recommendations)
        page.recommendations.push_back(recommendation_line(one));
    if (const auto report = work.store.newest_report(evaluation.id)) page.report_number = report->number;
    return page;
}

CitableItem citable(const evidence::Item& item) {
    CitableItem line{item.ref.id, item.ref.revision, item.kind, item.label, item.made_at, "", {}};
    for (const FactNumber& number : numbers_in(item.content)) line.numbers.push_back({number.path, number.value});
    if (const auto content = parse_json(item.content); content && content->is_object())
        for (const char* member : {"quote", "claim"})
            if (const auto* text = content->get_object().if_contains(member); text != nullptr && text->is_string())
                line.quote = std::string(std::string_view(text->get_string()));
    return line;
}

}  // namespace pamong::evaluation
