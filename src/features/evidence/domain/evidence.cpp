#include "features/evidence/domain/evidence.h"

namespace pamong::evidence {

std::set<ItemRef> stale_items(const Chain& chain) {
    std::multimap<ItemRef, ItemRef> claims_on;
    for (const Edge& edge : chain.edges) claims_on.emplace(edge.to, edge.from);

    std::vector<ItemRef> to_visit;
    for (const Item& item : chain.items) {
        const auto newest = chain.newest.find(item.ref.id);
        if (newest != chain.newest.end() && newest->second > item.ref.revision) to_visit.push_back(item.ref);
    }
    std::set<ItemRef> stale;
    while (!to_visit.empty()) {
        const ItemRef changed = to_visit.back();
        to_visit.pop_back();
        const auto [first, last] = claims_on.equal_range(changed);
        for (auto claim = first; claim != last; ++claim)
            if (stale.insert(claim->second).second) to_visit.push_back(claim->second);
    }
    return stale;
}

}  // namespace pamong::evidence
