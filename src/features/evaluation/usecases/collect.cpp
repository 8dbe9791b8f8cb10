#include "features/evaluation/usecases/collect.h"

#include <algorithm>

#include "features/evaluation/domain/course.h"
#include "features/evaluation/domain/sentence.h"
#include "features/evaluation/usecases/facts.h"
#include "features/evaluation/usecases/plan.h"
#include "features/qualitative/domain/written.h"

namespace pamong::evaluation {
namespace {

constexpr std::size_t most_sentences = 30;
constexpr std::size_t most_links = 200;

/// An evaluation that takes evidence, and one of its aspects.
struct Open {
    Evaluation evaluation;
    Aspect* aspect = nullptr;
};
Result<Open> open_for_collecting(const EvaluationId& id, const AspectId& aspect, Work& work) {
    auto evaluation = changeable(id, work);
    if (!evaluation) return refused(evaluation.error());
    if (auto fine = check_may_collect(*evaluation); !fine) return refused(fine.error());
    Open open{std::move(*evaluation), nullptr};
    open.aspect = open.evaluation.aspect(aspect);
    if (open.aspect == nullptr || !open.aspect->used) return refused("evaluation.not_found");
    return open;
}

/// The first evidence moves a locked evaluation on.
void begin_collecting(Evaluation& evaluation, Work& work) {
    if (evaluation.state != EvaluationState::locked) return;
    evaluation.state = EvaluationState::collecting;
    ++evaluation.revision;
    work.store.save(evaluation);
}

/// Sets each reference to the newest revision and reads it.
Result<std::map<std::string, Exact>> read_numbers(std::vector<NumberRef>& numbers, Work& work) {
    std::map<std::string, Exact> values;
    for (NumberRef& number : numbers) {
        const auto item = usable_item(number.item.id, work);
        if (!item) return refused(item.error());
        const auto value = work.facts.number_at(item->content, number.path);
        if (!value) return refused("evaluation.no_number", {{"path", number.path}}, number.name);
        number.item = item->ref;
        if (!values.emplace(number.name, *value).second)
            return refused("evaluation.number_twice", {{"name", number.name}});
    }
    return values;
}

Result<Measure> measured(std::vector<NumberRef> inputs, ScaleRule rule, Work& work) {
    const auto values = read_numbers(inputs, work);
    if (!values) return refused(values.error());
    const auto reading = read_measure(rule, *values, work.scales);
    if (!reading) return refused(reading.error());
    return Measure{std::move(inputs), reading->value, reading->band.name_id};
}

Done read_sentences(std::vector<Sentence>& sentences, Work& work) {
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const std::string at = "sentences[" + std::to_string(i) + "]";
        if (auto fine = qualitative::check_written(sentences[i].text, at, 1000); !fine) return fine;
        if (auto pieces = pieces_of(sentences[i]); !pieces) {
            pieces.error().at = at;
            return refused(pieces.error());
        }
        if (auto values = read_numbers(sentences[i].numbers, work); !values) {
            values.error().at = at;
            return refused(values.error());
        }
    }
    return {};
}

/// Offers measure and finding as they stand now, and saves the aspect.
void keep(Open& open, std::string_view action, Work& work) {
    ++open.aspect->revision;
    work.store.save(open.evaluation.id, {*open.aspect});
    if (open.aspect->measure) evidence::offer(measure_fact(open.evaluation, *open.aspect), work.now, work.evidence);
    if (!open.aspect->finding.empty())
        evidence::offer(finding_fact(open.evaluation, *open.aspect, work), work.now, work.evidence);
    begin_collecting(open.evaluation, work);
    work.store.journal(action, "evaluation_aspect", open.aspect->id.value);
}

}  // namespace

Result<Link> link_evidence(const LinkEvidence& command, Work& work) {
    auto open = open_for_collecting(command.evaluation_id, command.aspect_id, work);
    if (!open) return refused(open.error());
    if (auto fine = qualitative::check_written(command.note, "note", 500, qualitative::Needed::no); !fine)
        return refused(fine.error());
    if (open->aspect->links.size() >= most_links) return refused("evaluation.too_many_links");
    const auto item = usable_item(command.item_id, work);
    if (!item) return refused(item.error());
    // What was concluded here cannot be what the conclusion rests on.
    if (item->kind == evidence::Kind::statement || item->kind == evidence::Kind::judgement ||
        item->kind == evidence::Kind::finding || item->kind == evidence::Kind::recommendation)
        return refused("evaluation.own_conclusion", {}, "item_id");
    Link link{command.id,   command.aspect_id, item->ref,    item->kind, item->label,
              command.role, command.why,       command.note, false};
    if (const auto before = work.store.link(command.id)) {
        if (before->aspect_id != command.aspect_id || before->item.id != command.item_id || before->removed)
            return refused("evaluation.id_reused");
        if (before->item == link.item && before->role == link.role && before->why == link.why &&
            before->note == link.note)
            return *before;
    }
    std::erase_if(open->aspect->links, [&](const Link& one) { return one.id == link.id; });
    open->aspect->links.push_back(link);
    work.store.save(link);
    keep(*open, "evaluation.evidence_linked", work);
    return link;
}

Done remove_link(const EvaluationId& evaluation, const LinkId& id, Work& work) {
    auto link = work.store.link(id);
    if (!link) return refused("evaluation.not_found");
    auto open = open_for_collecting(evaluation, link->aspect_id, work);
    if (!open) return refused(open.error());
    if (link->removed) return {};
    link->removed = true;
    for (Link& one : open->aspect->links)
        if (one.id == id) one.removed = true;
    work.store.save(*link);
    keep(*open, "evaluation.evidence_removed", work);
    return {};
}

Result<Aspect> measure_aspect(const MeasureAspect& command, Work& work) {
    auto open = open_for_collecting(command.evaluation_id, command.aspect_id, work);
    if (!open) return refused(open.error());
    if (command.inputs.empty()) {
        open->aspect->measure.reset();
    } else {
        auto measure = measured(command.inputs, open->evaluation.plan.scale_rule, work);
        if (!measure) return refused(measure.error());
        if (open->aspect->measure && open->aspect->measure->inputs == measure->inputs &&
            open->aspect->measure->value == measure->value)
            return *open->aspect;
        open->aspect->measure = std::move(*measure);
    }
    keep(*open, "evaluation.measured", work);
    return *open->aspect;
}

Result<Aspect> write_finding(const WriteFinding& command, Work& work) {
    auto open = open_for_collecting(command.evaluation_id, command.aspect_id, work);
    if (!open) return refused(open.error());
    auto sentences = command.sentences;
    if (sentences.size() > most_sentences) return refused("evaluation.too_many_sentences", {}, "sentences");
    if (auto fine = read_sentences(sentences, work); !fine) return refused(fine.error());
    if (sentences == open->aspect->finding) return *open->aspect;
    if (auto fine = check_revision(open->aspect->revision, command.base_revision); !fine) return refused(fine.error());
    open->aspect->finding = std::move(sentences);
    keep(*open, "evaluation.finding_written", work);
    return *open->aspect;
}

Result<Aspect> renew_aspect(const EvaluationId& evaluation, const AspectId& aspect, Work& work) {
    auto open = open_for_collecting(evaluation, aspect, work);
    if (!open) return refused(open.error());
    for (Link& link : open->aspect->links) {
        if (link.removed) continue;
        const auto item = usable_item(link.item.id, work);
        if (!item) return refused(item.error());
        link.item = item->ref;
        link.label = item->label;
        work.store.save(link);
    }
    if (open->aspect->measure) {
        auto measure = measured(open->aspect->measure->inputs, open->evaluation.plan.scale_rule, work);
        if (!measure) return refused(measure.error());
        open->aspect->measure = std::move(*measure);
    }
    if (auto fine = read_sentences(open->aspect->finding, work); !fine) return refused(fine.error());
    keep(*open, "evaluation.renewed", work);
    return *open->aspect;
}

}  // namespace pamong::evaluation
