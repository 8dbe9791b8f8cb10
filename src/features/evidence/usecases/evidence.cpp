#include "features/evidence/usecases/evidence.h"

namespace pamong::evidence {
namespace {
constexpr int most_found = 60;
}

std::vector<ItemRef> offer(const std::vector<Offer>& offers, Timestamp now, EvidenceStore& store) {
    std::vector<Uuid> ids;
    ids.reserve(offers.size());
    for (const Offer& one : offers) ids.push_back(one.id);
    auto newest = store.newest_of(ids);

    std::vector<ItemRef> refs;
    std::vector<Item> items;
    std::vector<Edge> edges;
    for (const Offer& one : offers) {
        std::string hash = store.hash_of(one.kind, one.content);
        auto& [revision, known_hash] = newest[one.id];  // 0 and "" when it is new
        if (revision == 0 || known_hash != hash) {
            ++revision;
            known_hash = hash;
            items.push_back({{one.id, revision}, one.kind, one.label, one.content, std::move(hash), now});
            for (const auto& [to, why] : one.rests_on) edges.push_back({{one.id, revision}, to, why});
        }
        refs.push_back({one.id, revision});
    }
    store.add(items, edges);
    return refs;
}

bool opens_content(Kind kind, const access::Actor& actor) {
    if (actor.may(access::read_evidence, {})) return true;
    switch (kind) {
        case Kind::analysis:
        case Kind::result:
        case Kind::theme:
        case Kind::finding:
        case Kind::judgement:
        case Kind::recommendation:
        case Kind::statement:
            return true;
        default:
            return false;
    }
}

Result<Trace> trace(const Uuid& id, const access::Actor& actor, EvidenceStore& store) {
    if (!actor.may(access::read_evidence)) return access::not_permitted(access::read_evidence);
    const auto item = store.newest_item(id);
    if (!item) return refused("evidence.not_found");
    Trace traced{store.chain_below({item->ref}), {}};
    traced.stale = stale_items(traced.chain);
    return traced;
}

Result<std::vector<Item>> find_evidence(const std::vector<Kind>& kinds, const std::string& words,
                                        const access::Actor& actor, EvidenceStore& store) {
    if (!actor.may(access::read_evidence, {})) return access::not_permitted(access::read_evidence);
    return store.offered(kinds, words, most_found);
}

}  // namespace pamong::evidence
