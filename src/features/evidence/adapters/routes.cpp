#include "features/evidence/adapters/routes.h"

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/evidence/adapters/wire.h"

namespace pamong::evidence {
namespace {

EvidenceChain wire_chain(const Uuid& id, Trace traced, const access::Actor& actor) {
    EvidenceChain chain{id, {}};
    for (Item& item : traced.chain.items) {
        EvidenceNode node{item.ref.id,
                          item.ref.revision,
                          item.kind,
                          std::move(item.label),
                          std::move(item.hash),
                          item.made_at,
                          traced.stale.contains(item.ref),
                          {},
                          {}};
        if (opens_content(item.kind, actor)) node.content = JsonText{std::move(item.content)};
        for (const Edge& edge : traced.chain.edges)
            if (edge.from == item.ref) node.parents.push_back({edge.to.id, edge.to.revision, edge.why});
        chain.items.push_back(std::move(node));
    }
    return chain;
}

/// "score,result" as kinds; nothing given means what an evaluator links: facts and what was made of them.
Result<std::vector<Kind>> kinds_from(const std::string& list) {
    if (list.empty())
        return std::vector{Kind::source, Kind::anchor,   Kind::answer,   Kind::score, Kind::coding,
                           Kind::theme,  Kind::snapshot, Kind::analysis, Kind::result};
    std::vector<Kind> kinds;
    for (std::size_t at = 0; at <= list.size();) {
        const auto comma = std::min(list.find(',', at), list.size());
        if (!enum_from(list.substr(at, comma - at), kinds.emplace_back()))
            return refused("evidence.unknown_kind", {{"kind", list.substr(at, comma - at)}}, "kind");
        at = comma + 1;
    }
    return kinds;
}

Result<EvidenceList> list_evidence(http::Request& request) {
    const auto kinds = kinds_from(request.query("kind"));
    if (!kinds) return refused(kinds.error());
    SqlEvidenceStore store(request.transaction());
    auto found = find_evidence(*kinds, request.query("q"), request.actor<access::Actor>(), store);
    if (!found) return refused(found.error());
    EvidenceList list;
    for (Item& item : *found)
        list.items.push_back({item.ref.id,
                              item.ref.revision,
                              item.kind,
                              std::move(item.label),
                              item.made_at,
                              {std::move(item.content)}});
    return list;
}

}  // namespace

void add_evidence_routes(http::Router& router) {
    router.get<EvidenceList>("/api/v1/evidence",
                             {.permission = access::read_evidence.code,
                              .summary = "Facts that can be linked as evidence, newest first",
                              .query = {"kind: kinds, separated by commas", "q: words of the label"}},
                             list_evidence);

    router.get<EvidenceChain>(
        "/api/v1/evidence/{id}",
        {.permission = access::read_evidence.code, .summary = "What a claim rests on, down to the records"},
        [](http::Request& request) -> Result<EvidenceChain> {
            const auto id = request.path_id<Id<struct EvidenceTag>>("id");
            if (!id) return refused(id.error());
            SqlEvidenceStore store(request.transaction());
            auto traced = trace(id->value, request.actor<access::Actor>(), store);
            if (!traced) return refused(traced.error());
            return wire_chain(id->value, std::move(*traced), request.actor<access::Actor>());
        });
}

}  // namespace pamong::evidence
