#include "features/evaluation/usecases/trace.h"

#include <algorithm>
#include <deque>

#include "features/evaluation/domain/sentence.h"
#include "features/evaluation/usecases/plan.h"
#include "features/evidence/domain/content.h"

namespace pamong::evaluation {
namespace {

using evidence::Edge;
using evidence::Item;
using evidence::ItemRef;

/// The part of the graph below one report, indexed.
struct Graph {
    evidence::Chain chain;
    std::set<ItemRef> stale;
    std::map<ItemRef, const Item*> items;
    std::map<ItemRef, std::vector<const Edge*>> below;

    explicit Graph(evidence::Chain found) : chain(std::move(found)), stale(evidence::stale_items(chain)) {
        for (const Item& item : chain.items) items[item.ref] = &item;
        for (const Edge& edge : chain.edges) below[edge.from].push_back(&edge);
    }
};

Result<Report> readable_report(const EvaluationId& id, Work& work) {
    if (!work.actor.may(access::read_evidence)) return access::not_permitted(access::read_evidence);
    if (const auto evaluation = open_evaluation(id, work); !evaluation) return refused(evaluation.error());
    auto report = work.store.newest_report(id);
    if (!report) return refused("evaluation.no_report");
    return std::move(*report);
}

Graph graph_below(const Report& report, Work& work) {
    std::vector<ItemRef> roots;
    for (const Claim* claim : claims_of(report)) roots.push_back(claim->statement);
    return Graph(work.evidence.chain_below(roots));
}

/// Breadth first: what stands nearest to the claim comes first, each item once.
std::vector<ChainEntry> chain_of(const ItemRef& statement, const Graph& graph) {
    std::vector<ChainEntry> entries;
    std::set<ItemRef> seen{statement};
    std::deque<ItemRef> to_visit{statement};
    while (!to_visit.empty()) {
        const auto edges = graph.below.find(to_visit.front());
        to_visit.pop_front();
        if (edges == graph.below.end()) continue;
        for (const Edge* edge : edges->second) {
            const auto item = graph.items.find(edge->to);
            if (item == graph.items.end() || !seen.insert(edge->to).second) continue;
            ChainEntry entry{item->second->kind, edge->to, item->second->label,           item->second->hash,
                             edge->why,          {},       graph.stale.contains(edge->to)};
            if (const auto further = graph.below.find(edge->to); further != graph.below.end())
                for (const Edge* next : further->second)
                    if (const auto rest = graph.items.find(next->to); rest != graph.items.end())
                        entry.parents.push_back(evidence::ref_text(rest->second->kind, next->to));
            entries.push_back(std::move(entry));
            to_visit.push_back(edge->to);
        }
    }
    return entries;
}

std::vector<TracedClaim> traced(const Report& report, const Graph& graph) {
    std::vector<TracedClaim> claims;
    for (const Claim* claim : claims_of(report))
        claims.push_back({claim->text(), claim->statement, graph.stale.contains(claim->statement),
                          chain_of(claim->statement, graph)});
    return claims;
}

/// "83,3" has one place.
std::int64_t places_of(const std::string& printed) {
    const auto comma = printed.find(',');
    return comma == std::string::npos ? 0 : static_cast<std::int64_t>(printed.size() - comma - 1);
}

std::optional<Problem> wrong_number(const Claim& claim, const Graph& graph, FactReader& facts) {
    for (const ReportPiece& piece : claim.pieces) {
        if (!piece.item) continue;
        const auto item = graph.items.find(*piece.item);
        if (item == graph.items.end()) return Problem{"evaluation.broken_number", "", {{"number", piece.text}}, {}};
        const auto value = facts.number_at(item->second->content, piece.path);
        if (!value || shown(*value, places_of(piece.text)) != piece.text)
            return Problem{"evaluation.broken_number", "", {{"number", piece.text}}, {}};
    }
    return std::nullopt;
}

std::optional<Problem> broken_chain(const TracedClaim& claim, const Graph& graph, FactReader& facts) {
    if (!graph.items.contains(claim.statement)) return Problem{"evaluation.broken_statement"};
    bool reaches_a_record = false;
    for (const ChainEntry& entry : claim.chain) {
        const Item& item = *graph.items.at(entry.ref);
        if (item.kind == evidence::Kind::answer && facts.says_yes(item.content, "anonymous"))
            return Problem{"evaluation.broken_anonymous", "", {{"item", entry.label}}, {}};
        if (!entry.parents.empty()) continue;
        if (!is_record(entry.kind)) return Problem{"evaluation.broken_end", "", {{"item", entry.label}}, {}};
        reaches_a_record = reaches_a_record || entry.kind != evidence::Kind::code_version;
    }
    if (!reaches_a_record) return Problem{"evaluation.broken_empty"};
    return std::nullopt;
}

}  // namespace

bool is_record(evidence::Kind kind) {
    using evidence::Kind;
    switch (kind) {
        case Kind::source:
        case Kind::anchor:
        case Kind::answer:
        case Kind::score:
        case Kind::code_version:
        case Kind::snapshot:
        case Kind::member_check:
        case Kind::review:
            return true;
        default:
            return false;
    }
}

Result<std::vector<TracedClaim>> trace_report(const EvaluationId& id, Work& work) {
    const auto report = readable_report(id, work);
    if (!report) return refused(report.error());
    return traced(*report, graph_below(*report, work));
}

Result<Verification> verify_report(const EvaluationId& id, Work& work) {
    const auto report = readable_report(id, work);
    if (!report) return refused(report.error());
    const Graph graph = graph_below(*report, work);
    std::set<ItemRef> forged;
    for (const auto& [ref, item] : graph.items)
        if (work.evidence.hash_of(item->kind, item->content) != item->hash) forged.insert(ref);

    Verification verification;
    std::set<ItemRef> records;
    const auto claims = claims_of(*report);
    const auto chains = traced(*report, graph);
    verification.claims = claims.size();
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const TracedClaim& claim = chains[i];
        if (claim.stale) verification.stale.push_back(claim.text);
        for (const ChainEntry& entry : claim.chain)
            if (is_record(entry.kind) && entry.parents.empty()) records.insert(entry.ref);
        const bool is_forged =
            forged.contains(claim.statement) ||
            std::ranges::any_of(claim.chain, [&](const ChainEntry& entry) { return forged.contains(entry.ref); });
        if (is_forged) verification.broken.push_back({claim.text, {"evaluation.broken_hash"}});
        else if (auto problem = broken_chain(claim, graph, work.facts))
            verification.broken.push_back({claim.text, std::move(*problem)});
        else if (auto wrong = wrong_number(*claims[i], graph, work.facts))
            verification.broken.push_back({claim.text, std::move(*wrong)});
    }
    verification.records = records.size();
    return verification;
}

}  // namespace pamong::evaluation
