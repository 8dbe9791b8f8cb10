#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "base/result.h"
#include "features/access/domain/actor.h"
#include "features/evidence/domain/evidence.h"

namespace pamong::store {
class Tx;
}

namespace pamong::evidence {

/// A fact that a report may cite. The id is the record's own (a submission's first instance id, a class result's id),
/// so offering a changed fact again makes the next revision of the same item.
struct Offer {
    Kind kind = Kind::source;
    Uuid id;
    std::string label;    ///< without personal text: role codes and dates
    std::string content;  ///< canonical JSON (to_json of a described struct)
    /// What it rests on.
    std::vector<std::pair<ItemRef, Why>> rests_on{};
};

class EvidenceStore {
  public:
    virtual ~EvidenceStore() = default;
    virtual std::string hash_of(Kind kind, const std::string& content) = 0;
    /// The newest revision of each id that is known, with its hash.
    virtual std::map<Uuid, std::pair<std::int64_t, std::string>> newest_of(const std::vector<Uuid>& ids) = 0;
    virtual void add(const std::vector<Item>& items, const std::vector<Edge>& edges) = 0;
    /// Everything reachable from `roots`, downwards to raw records.
    virtual Chain chain_below(const std::vector<ItemRef>& roots) = 0;
    /// The items that point to any revision of `id`, upwards to statements.
    virtual std::vector<ItemRef> claims_above(const Uuid& id) = 0;
    virtual std::optional<Item> newest_item(const Uuid& id) = 0;
    /// The items of exactly these revisions, in id order; unknown ones are left out.
    virtual std::vector<Item> items(const std::vector<ItemRef>& refs) = 0;
    /// The newest revisions whose kind is in `kinds` and whose label contains `words` (any case), newest first.
    virtual std::vector<Item> offered(const std::vector<Kind>& kinds, const std::string& words, int at_most) = 0;
};

/// Gives other features' adapters the graph of their own transaction, without their knowing its SQL; made in src/app/.
using EvidenceOf = std::function<std::unique_ptr<EvidenceStore>(store::Tx&)>;

/// Adds facts to the graph, or new revisions of those that have changed; an unchanged fact keeps its revision. The
/// answer has one reference an offer, in order. The caller's own journal entry covers it.
std::vector<ItemRef> offer(const std::vector<Offer>& offers, Timestamp now, EvidenceStore& store);
inline ItemRef offer(const Offer& one, Timestamp now, EvidenceStore& store) {
    return offer(std::vector<Offer>{one}, now, store).front();
}

/// The chain below one item, and which of it is stale. Problems: access.not_permitted, evidence.not_found.
struct Trace {
    Chain chain;
    std::set<ItemRef> stale;
};
/// Whether somebody may see what a fact of this kind says, and not only that it is there. Whoever reads evidence of the
/// whole office sees all; with a narrower scope, published claims and figures over several people are open, while
/// answers, scores, quotes and sources open on their own pages by their own rules.
bool opens_content(Kind kind, const access::Actor& actor);

Result<Trace> trace(const Uuid& id, const access::Actor& actor, EvidenceStore& store);

/// What can be linked as evidence. Problem: access.not_permitted.
Result<std::vector<Item>> find_evidence(const std::vector<Kind>& kinds, const std::string& words,
                                        const access::Actor& actor, EvidenceStore& store);

}  // namespace pamong::evidence
