#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/id.h"

namespace pamong::evidence {

enum class Kind {
    source,
    anchor,
    answer,
    score,
    coding,
    code_version,
    theme,
    snapshot,
    analysis,
    result,
    finding,
    judgement,
    recommendation,
    statement,
    member_check,
    review
};
BOOST_DESCRIBE_ENUM(Kind, source, anchor, answer, score, coding, code_version, theme, snapshot, analysis, result,
                    finding, judgement, recommendation, statement, member_check, review)

/// Why one item points to another: the claim comes first, what it rests on second.
enum class Why { supports, contradicts, qualifies, derived_from, checked_by, supersedes };
BOOST_DESCRIBE_ENUM(Why, supports, contradicts, qualifies, derived_from, checked_by, supersedes)

/// One revision of one item: the exact thing a claim rested on.
struct ItemRef {
    Uuid id;
    std::int64_t revision = 1;
    friend auto operator<=>(const ItemRef&, const ItemRef&) = default;
};
BOOST_DESCRIBE_STRUCT(ItemRef, (), (id, revision))

struct Item {
    ItemRef ref;
    Kind kind = Kind::source;
    /// What a reader of a chain sees: "Observasi UBK, 14 Agustus 2025, G-03". Never a person's name.
    std::string label;
    /// Canonical JSON of the fact itself, or of a pointer to it.
    std::string content;
    /// BLAKE2b keyed by the owner's secret over kind and content.
    std::string hash;
    Timestamp made_at;
};

struct Edge {
    ItemRef from;  ///< the claim, the result, the score
    ItemRef to;    ///< what it rests on
    Why why = Why::supports;
    friend auto operator<=>(const Edge&, const Edge&) = default;
};

/// A part of the graph: what is reachable from some items, and the newest revision of each of them.
struct Chain {
    std::vector<Item> items;
    std::vector<Edge> edges;
    std::map<Uuid, std::int64_t> newest;
};

/// The items of `chain` that rest, directly or through others, on a revision that is no longer the newest. Walks up
/// from what has changed; cycles (a judgement reviewed by a review of itself) end.
std::set<ItemRef> stale_items(const Chain& chain);

}  // namespace pamong::evidence
