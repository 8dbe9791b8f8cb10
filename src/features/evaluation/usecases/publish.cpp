#include "features/evaluation/usecases/publish.h"

#include <algorithm>

#include "features/evaluation/domain/course.h"
#include "features/evaluation/domain/sentence.h"
#include "features/evaluation/usecases/facts.h"
#include "features/evaluation/usecases/plan.h"
#include "features/evidence/domain/content.h"

namespace pamong::evaluation {
namespace {

using evidence::ItemRef;
using evidence::Why;
using Edges = std::vector<std::pair<ItemRef, Why>>;

/// Collects the claims of one report while it is composed; statements are offered together at the end.
class Composer {
  public:
    Composer(const Evaluation& evaluation, Work& work) : evaluation_(evaluation), work_(work) {}

    /// Words that rest on `edges`.
    Claim words(const std::string& slot, const std::string& text, Edges edges) {
        return claim(slot, {{text, std::nullopt, ""}}, std::move(edges));
    }
    /// A sentence whose numbers are read now; what they are read from supports it, and `edges` do.
    Claim sentence(const std::string& slot, const Sentence& sentence, Edges edges) {
        std::vector<ReportPiece> pieces;
        const auto cut = pieces_of(sentence);
        expects(cut.has_value(), "a sentence that was checked when it was written");
        for (const Piece& piece : *cut)
            if (piece.number) pieces.push_back(number(*piece.number, edges));
            else pieces.push_back({piece.text, std::nullopt, ""});
        return claim(slot, std::move(pieces), std::move(edges));
    }
    ReportPiece number(const NumberRef& number, Edges& edges) {
        if (std::ranges::find(edges, std::pair(number.item, Why::derived_from)) == edges.end())
            edges.emplace_back(number.item, Why::derived_from);
        return {shown(value_of(number), number.places), number.item, number.path};
    }
    Claim claim(const std::string& slot, std::vector<ReportPiece> pieces, Edges edges) {
        Claim made{{uuid_for_name("statement:" + to_string(evaluation_.id) + ":" + slot), 0}, slot, std::move(pieces)};
        std::vector<evidence::Content> numbers;
        for (const ReportPiece& piece : made.pieces)
            if (piece.item)
                numbers.push_back(evidence::Content()
                                      .text("text", piece.text)
                                      .text("item", evidence::ref_text(*piece.item))
                                      .text("path", piece.path));
        const std::string content = evidence::Content()
                                        .text("text", made.text())
                                        .text("slot", slot)
                                        .parts("numbers", numbers)
                                        .rests_on(edges)
                                        .json();
        offers_.push_back(
            {evidence::Kind::statement, made.statement.id, "Pernyataan laporan " + slot, content, std::move(edges)});
        return made;
    }
    /// Offers all statements and tells each claim its revision.
    void offer_into(Report& report) {
        std::map<Uuid, std::int64_t> revisions;
        for (const ItemRef& ref : evidence::offer(offers_, work_.now, work_.evidence)) revisions[ref.id] = ref.revision;
        for (Claim* claim : claims_of(report)) claim->statement.revision = revisions.at(claim->statement.id);
    }
    Edges on(const Uuid& id, Why why) {
        const auto ref = newest_ref(id, work_);
        expects(ref.has_value(), "a fact that was never offered");
        return {{*ref, why}};
    }

  private:
    Exact value_of(const NumberRef& number) {
        auto [found, is_new] = contents_.try_emplace(number.item);
        if (is_new) {
            const auto items = work_.evidence.items({number.item});
            expects(items.size() == 1, "an item that a number refers to");
            found->second = items.front().content;
        }
        const auto value = work_.facts.number_at(found->second, number.path);
        expects(value.has_value(), "a number that was there when the sentence was written");
        return *value;
    }

    const Evaluation& evaluation_;
    Work& work_;
    std::vector<evidence::Offer> offers_;
    std::map<ItemRef, std::string> contents_;
};

std::vector<std::string> paragraphs_of(const std::string& text) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (text.find_first_not_of(" \t", at) < end) all.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return all;
}

std::vector<Claim> paragraphs(Composer& composer, const std::string& slot, const std::string& text,
                              const Edges& edges) {
    std::vector<Claim> claims;
    for (const std::string& paragraph : paragraphs_of(text))
        claims.push_back(composer.words(slot + ":" + std::to_string(claims.size() + 1), paragraph, edges));
    return claims;
}

/// Sentences without numbers rest on all the aspect's evidence; those with numbers on the records of these.
Edges evidence_edges(const Aspect& aspect) {
    Edges edges;
    for (const Link& link : aspect.links) {
        if (link.removed) continue;
        const Why why = link.why == LinkWhy::supports      ? Why::supports
                        : link.why == LinkWhy::contradicts ? Why::contradicts
                                                           : Why::qualifies;
        if (std::ranges::find(edges, std::pair(link.item, why)) == edges.end()) edges.emplace_back(link.item, why);
    }
    return edges;
}

void add_measure(ReportAspect& part, const Aspect& aspect, const Evaluation& evaluation, Composer& composer) {
    const std::string unit = unit_of(evaluation.plan.scale_rule);
    Edges edges = composer.on(measure_id(aspect.id), Why::derived_from);
    std::vector<ReportPiece> pieces{composer.number({"value", edges.front().first, "value", 1}, edges)};
    pieces.push_back({unit + " (" + aspect.measure->band + ")", std::nullopt, ""});
    part.measure = composer.claim("measure:" + aspect.code, std::move(pieces), edges);
    if (discrepancy(aspect)) {
        std::vector<ReportPiece> missing{composer.number({"gap", edges.front().first, "discrepancy", 1}, edges)};
        if (!unit.empty()) missing.push_back({unit, std::nullopt, ""});
        part.discrepancy = composer.claim("discrepancy:" + aspect.code, std::move(missing), edges);
    }
}

ReportAspect report_aspect(const Aspect& aspect, const Evaluation& evaluation, Composer& composer) {
    const Edges plan = composer.on(evaluation.id.value, Why::derived_from);
    const Edges judged = composer.on(judgement_id(aspect.id), Why::derived_from);
    ReportAspect part;
    part.code = aspect.code;
    part.component = aspect.component;
    part.name = aspect.name;
    part.question = composer.words("question:" + aspect.code, aspect.question, plan);
    part.criterion = composer.words("criterion:" + aspect.code, aspect.criterion, plan);
    part.standard = composer.words("standard:" + aspect.code, aspect.standard, plan);
    for (const Sentence& sentence : aspect.finding)
        part.finding.push_back(
            composer.sentence("finding:" + aspect.code + ":" + std::to_string(part.finding.size() + 1), sentence,
                              sentence.numbers.empty() ? evidence_edges(aspect) : Edges{}));
    for (const Link& link : aspect.links)
        if (!link.removed) part.evidence.push_back({link.item, link.kind, link.role, link.why, link.label, link.note});
    if (aspect.measure) add_measure(part, aspect, evaluation, composer);
    part.judgement = *aspect.judgement;
    part.reason = composer.words("judgement:" + aspect.code, aspect.reason, judged);
    if (!aspect.cause.empty()) part.cause = composer.words("cause:" + aspect.code, aspect.cause, judged);
    return part;
}

void add_summary(Report& report, const Evaluation& evaluation, Composer& composer) {
    const ItemRef counts = composer.on(counts_id(evaluation.id), Why::derived_from).front().first;
    const auto number = [&](const char* path) { return NumberRef{path, counts, path, 0}; };
    report.summary.push_back(composer.sentence(
        "summary",
        {"Dari {aspects} aspek, {fulfilled} terpenuhi, {mostly} sebagian besar terpenuhi, {partly} terpenuhi "
         "sebagian, dan {not_fulfilled} belum terpenuhi.",
         {number("aspects"), number("fulfilled"), number("mostly"), number("partly"), number("not_fulfilled")}},
        {}));
    report.conclusion = paragraphs(composer, "decision", evaluation.decision_reason,
                                   composer.on(decision_id(evaluation.id), Why::derived_from));
}

std::string scale_sentence(ScaleRule rule) {
    std::string start = "Skala penilaian dipilih sebelum data terkumpul: aturan " + code_of(rule);
    switch (rule) {
        case ScaleRule::A:
            return start + ", lima pita persen.";
        case ScaleRule::B:
            return start + ", empat pita persen.";
        case ScaleRule::C:
            return start + ", jarak dari rata-rata ideal dalam simpangan baku ideal.";
        case ScaleRule::D:
            return start + ", rata-rata pada skala satu sampai lima.";
        case ScaleRule::E:
            return start + ", tiga tingkat untuk bukti kualitatif.";
    }
    return start;
}

Report composed(const Evaluation& evaluation, const std::string& issuer, Composer& composer, Timestamp now) {
    const Plan& plan = evaluation.plan;
    const Edges source = composer.on(evaluation.id.value, Why::derived_from);
    Report report;
    report.evaluation_id = evaluation.id;
    report.issuer = issuer;
    report.title = plan.title;
    report.programme_name = plan.programme_name;
    report.place = plan.place;
    report.period_from = plan.period_from;
    report.period_to = plan.period_to;
    report.published_at = now;
    report.scale_rule = plan.scale_rule;
    report.decision = *evaluation.decision;
    report.purpose = paragraphs(composer, "purpose", plan.purpose, source);
    for (Claim& claim : paragraphs(composer, "users", "Pengguna: " + plan.users, source))
        report.purpose.push_back(std::move(claim));
    report.description = paragraphs(composer, "description", plan.description, source);
    report.method = paragraphs(composer, "method", plan.method, source);
    report.method.push_back(composer.words("scale", scale_sentence(plan.scale_rule), source));
    for (std::size_t i = 0; i < plan.informants.size(); ++i) {
        const Informants& group = plan.informants[i];
        Edges edges = source;
        const NumberRef people{"people", source.front().first, "informants." + std::to_string(i) + ".people", 0};
        std::vector<ReportPiece> pieces{{group.role + ": ", std::nullopt, ""}, composer.number(people, edges)};
        pieces.push_back(
            {" orang, " + group.technique + "; dipilih karena " + group.chosen_because + ".", std::nullopt, ""});
        report.informants.push_back(
            composer.claim("informants:" + std::to_string(i + 1), std::move(pieces), std::move(edges)));
    }
    for (const Aspect& aspect : evaluation.aspects)
        if (aspect.used) report.aspects.push_back(report_aspect(aspect, evaluation, composer));
    add_summary(report, evaluation, composer);
    for (const Recommendation& one : evaluation.recommendations) {
        const Edges on = composer.on(one.id.value, Why::derived_from);
        const std::string place = std::to_string(one.position);
        const Aspect* aspect = one.aspect_id ? evaluation.aspect(*one.aspect_id) : nullptr;
        report.recommendations.push_back({one.id, aspect ? aspect->code : "", one.kind, one.priority, one.due_on,
                                          composer.words("recommendation:" + place, one.text, on),
                                          composer.words("responsible:" + place, one.responsible, on)});
    }
    report.limits = paragraphs(composer, "limits", plan.limits, source);
    return report;
}

}  // namespace

Result<Report> publish_report(const EvaluationId& id, const std::string& issuer, Work& work) {
    const auto evaluation = changeable(id, work);
    if (!evaluation) return refused(evaluation.error());
    if (auto fine = check_judged(*evaluation); !fine) return refused(fine.error());
    if (auto fine = check_may_decide(*evaluation); !fine && evaluation->state != EvaluationState::closed)
        return refused(fine.error());
    Composer composer(*evaluation, work);
    Report report = composed(*evaluation, issuer, composer, work.now);
    const auto before = work.store.newest_report(id);
    report.number = before ? before->number + 1 : 1;
    composer.offer_into(report);
    work.store.add(report);
    work.store.journal("evaluation.published", "evaluation", id.value);
    return report;
}

Result<OpenReport> open_report(const EvaluationId& id, Work& work) {
    if (const auto evaluation = open_evaluation(id, work); !evaluation) return refused(evaluation.error());
    auto report = work.store.newest_report(id);
    if (!report) return refused("evaluation.no_report");
    std::vector<ItemRef> roots;
    for (const Claim* claim : claims_of(*report)) roots.push_back(claim->statement);
    OpenReport open{std::move(*report), {}};
    const auto stale = evidence::stale_items(work.evidence.chain_below(roots));
    for (const ItemRef& root : roots)
        if (stale.contains(root)) open.stale.insert(root.id);
    return open;
}

}  // namespace pamong::evaluation
