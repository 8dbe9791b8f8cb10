#include "features/evidence/adapters/routes.h"

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/evidence/adapters/wire.h"

namespace pamong::evidence {
namespace {

EvidenceChain wire_chain(const Uuid& id, Trace traced) {
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
                          {std::move(item.content)}};
        for (const Edge& edge : traced.chain.edges)
            if (edge.from == item.ref) node.parents.push_back({edge.to.id, edge.to.revision, edge.why});
        chain.items.push_back(std::move(node));
    }
    return chain;
}

}  // namespace

void add_evidence_routes(http::Router& router) {
    router.get<EvidenceChain>(
        "/api/v1/evidence/{id}",
        {.permission = access::read_evidence.code, .summary = "What a claim rests on, down to the records"},
        [](http::Request& request) -> Result<EvidenceChain> {
            const auto id = request.path_id<Id<struct EvidenceTag>>("id");
            if (!id) return refused(id.error());
            SqlEvidenceStore store(request.transaction());
            auto traced = trace(id->value, request.actor<access::Actor>(), store);
            if (!traced) return refused(traced.error());
            return wire_chain(id->value, std::move(*traced));
        });
}

}  // namespace pamong::evidence
