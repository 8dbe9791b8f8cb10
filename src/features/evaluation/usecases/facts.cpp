#include "features/evaluation/usecases/facts.h"

#include <algorithm>

#include "features/evaluation/domain/course.h"
#include "features/evidence/domain/content.h"

namespace pamong::evaluation {
namespace {

using evidence::Content;
using evidence::Kind;
using evidence::Why;
using Edges = std::vector<std::pair<evidence::ItemRef, Why>>;

constexpr int least_group = 5;

Why why_of(LinkWhy why) {
    switch (why) {
        case LinkWhy::supports:
            return Why::supports;
        case LinkWhy::contradicts:
            return Why::contradicts;
        case LinkWhy::qualifies:
            return Why::qualifies;
    }
    return Why::supports;
}

/// Each edge once, in order.
void add_edge(Edges& edges, const evidence::ItemRef& to, Why why) {
    if (std::ranges::find(edges, std::pair(to, why)) == edges.end()) edges.emplace_back(to, why);
}

void add_newest(Edges& edges, const Uuid& id, Why why, Work& work) {
    if (const auto ref = newest_ref(id, work)) add_edge(edges, *ref, why);
}

Content content_of(const Sentence& sentence) {
    std::vector<Content> numbers;
    for (const NumberRef& number : sentence.numbers)
        numbers.push_back(Content()
                              .text("name", number.name)
                              .text("item", evidence::ref_text(number.item))
                              .text("path", number.path)
                              .number("places", number.places));
    return Content().text("text", sentence.text).parts("numbers", numbers);
}

std::string named(const Aspect& aspect) { return aspect.code + " " + aspect.name; }

}  // namespace

Uuid measure_id(const AspectId& aspect) { return uuid_for_name("measure:" + to_string(aspect)); }
Uuid finding_id(const AspectId& aspect) { return uuid_for_name("finding:" + to_string(aspect)); }
Uuid judgement_id(const AspectId& aspect) { return uuid_for_name("judgement:" + to_string(aspect)); }
Uuid decision_id(const EvaluationId& evaluation) { return uuid_for_name("decision:" + to_string(evaluation)); }
Uuid counts_id(const EvaluationId& evaluation) { return uuid_for_name("judgements:" + to_string(evaluation)); }

std::optional<evidence::ItemRef> newest_ref(const Uuid& id, Work& work) {
    const auto newest = work.evidence.newest_of({id});
    if (newest.empty()) return std::nullopt;
    return evidence::ItemRef{id, newest.begin()->second.first};
}

Result<evidence::Item> usable_item(const Uuid& id, Work& work) {
    auto item = work.evidence.newest_item(id);
    if (!item) return refused("evaluation.no_such_evidence", {}, "item_id");
    if (work.facts.says_yes(item->content, "anonymous")) {
        if (item->kind == Kind::answer) return refused("evaluation.anonymous_answer", {}, "item_id");
        const auto people = work.facts.number_at(item->content, "n");
        if (!people || *people < least_group)
            return refused("evaluation.group_too_small", {{"least", std::to_string(least_group)}}, "item_id");
    }
    return std::move(*item);
}

evidence::Offer plan_fact(const Evaluation& evaluation) {
    std::vector<Content> aspects;
    for (const Aspect& aspect : evaluation.aspects) {
        if (!aspect.used) continue;
        Content content;
        content.text("code", aspect.code)
            .text("component", code_of(aspect.component))
            .text("name", aspect.name)
            .text("question", aspect.question)
            .text("criterion", aspect.criterion)
            .text("standard", aspect.standard)
            .text("sources", aspect.sources);
        if (aspect.standard_value) content.exact("standard_value", *aspect.standard_value);
        aspects.push_back(std::move(content));
    }
    std::vector<Content> informants;
    for (const Informants& group : evaluation.plan.informants)
        informants.push_back(Content()
                                 .text("role", group.role)
                                 .number("people", group.people)
                                 .text("chosen_because", group.chosen_because)
                                 .text("technique", group.technique));
    const Plan& plan = evaluation.plan;
    return {Kind::source, evaluation.id.value, "Rencana evaluasi yang dikunci: " + plan.title,
            Content()
                .text("title", plan.title)
                .text("programme", plan.programme_name)
                .text("purpose", plan.purpose)
                .text("use", code_of(plan.use))
                .text("users", plan.users)
                .text("description", plan.description)
                .text("method", plan.method)
                .text("limits", plan.limits)
                .text("period_from", to_string(plan.period_from))
                .text("period_to", to_string(plan.period_to))
                .text("scale_rule", code_of(plan.scale_rule))
                .parts("informants", informants)
                .parts("aspects", aspects)
                .json()};
}

evidence::Offer measure_fact(const Evaluation& evaluation, const Aspect& aspect) {
    Edges edges;
    for (const NumberRef& input : aspect.measure->inputs) add_edge(edges, input.item, Why::derived_from);
    Content content = content_of({"", aspect.measure->inputs});
    if (const auto missing = discrepancy(aspect)) content.exact("discrepancy", *missing);
    return {Kind::result, measure_id(aspect.id), "Ukuran " + named(aspect),
            content.exact("value", aspect.measure->value)
                .text("band", aspect.measure->band)
                .text("rule", code_of(evaluation.plan.scale_rule))
                .rests_on(edges)
                .json(),
            edges};
}

evidence::Offer finding_fact(const Evaluation& evaluation, const Aspect& aspect, Work& work) {
    Edges edges;
    for (const Link& link : aspect.links)
        if (!link.removed) add_edge(edges, link.item, why_of(link.why));
    std::vector<Content> sentences;
    for (const Sentence& sentence : aspect.finding) {
        sentences.push_back(content_of(sentence));
        for (const NumberRef& number : sentence.numbers) add_edge(edges, number.item, Why::derived_from);
    }
    if (aspect.measure) add_newest(edges, measure_id(aspect.id), Why::derived_from, work);
    return {Kind::finding, finding_id(aspect.id), "Temuan " + named(aspect),
            Content()
                .text("aspect", aspect.code)
                .text("evaluation", to_string(evaluation.id))
                .parts("sentences", sentences)
                .rests_on(edges)
                .json(),
            edges};
}

evidence::Offer judgement_fact(const Evaluation& evaluation, const Aspect& aspect, Work& work) {
    Edges edges;
    add_newest(edges, finding_id(aspect.id), Why::supports, work);
    add_newest(edges, evaluation.id.value, Why::derived_from, work);  // the locked criterion and standard
    Content content;
    content.text("aspect", aspect.code)
        .text("judgement", code_of(*aspect.judgement))
        .text("reason", aspect.reason)
        .text("cause", aspect.cause);
    return {Kind::judgement, judgement_id(aspect.id), "Penilaian " + named(aspect), content.rests_on(edges).json(),
            edges};
}

evidence::Offer decision_fact(const Evaluation& evaluation, Work& work) {
    Edges edges;
    for (const Aspect& aspect : evaluation.aspects)
        if (aspect.used) add_newest(edges, judgement_id(aspect.id), Why::supports, work);
    return {Kind::judgement, decision_id(evaluation.id), "Keputusan evaluasi",
            Content()
                .text("decision", code_of(*evaluation.decision))
                .text("reason", evaluation.decision_reason)
                .rests_on(edges)
                .json(),
            edges};
}

evidence::Offer counts_fact(const Evaluation& evaluation, Work& work) {
    Edges edges;
    std::map<Judgement, std::int64_t> counts;
    std::int64_t aspects = 0;
    for (const Aspect& aspect : evaluation.aspects) {
        if (!aspect.used || !aspect.judgement) continue;
        ++counts[*aspect.judgement];
        ++aspects;
        add_newest(edges, judgement_id(aspect.id), Why::derived_from, work);
    }
    return {Kind::analysis, counts_id(evaluation.id), "Jumlah penilaian menurut tingkat",
            Content()
                .number("aspects", aspects)
                .number("fulfilled", counts[Judgement::fulfilled])
                .number("mostly", counts[Judgement::mostly])
                .number("partly", counts[Judgement::partly])
                .number("not_fulfilled", counts[Judgement::not_fulfilled])
                .rests_on(edges)
                .json(),
            edges};
}

evidence::Offer recommendation_fact(const Evaluation& evaluation, const Recommendation& recommendation, Work& work) {
    Edges edges;
    add_newest(edges, recommendation.aspect_id ? judgement_id(*recommendation.aspect_id) : decision_id(evaluation.id),
               Why::derived_from, work);
    return {Kind::recommendation, recommendation.id.value, "Rekomendasi " + std::to_string(recommendation.position),
            Content()
                .text("kind", code_of(recommendation.kind))
                .text("text", recommendation.text)
                .text("responsible", recommendation.responsible)
                .text("due_on", to_string(recommendation.due_on))
                .text("priority", code_of(recommendation.priority))
                .rests_on(edges)
                .json(),
            edges};
}

}  // namespace pamong::evaluation
