#include "features/evidence/adapters/sql_evidence_store.h"

#include <algorithm>

#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

namespace pamong::evidence {
namespace {

struct ItemRow {
    OrgId org_id;
    Uuid id;
    std::int64_t revision = 1;
    Kind kind = Kind::source;
    std::string label;
    JsonText content;
    std::string hash;
    Timestamp made_at;
};
BOOST_DESCRIBE_STRUCT(ItemRow, (), (org_id, id, revision, kind, label, content, hash, made_at))
struct EdgeRow {
    OrgId org_id;
    Uuid from_id;
    std::int64_t from_revision = 1;
    Uuid to_id;
    std::int64_t to_revision = 1;
    Why why = Why::supports;
};
BOOST_DESCRIBE_STRUCT(EdgeRow, (), (org_id, from_id, from_revision, to_id, to_revision, why))
struct NewestRow {
    Uuid id;
    std::int64_t revision = 1;
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(NewestRow, (), (id, revision, hash))
struct RefRow {
    Uuid id;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(RefRow, (), (id, revision))
struct KeyRow {
    std::string key;
};
BOOST_DESCRIBE_STRUCT(KeyRow, (), (key))

Item item_from(ItemRow&& row) {
    return {{row.id, row.revision}, row.kind,   std::move(row.label), std::move(row.content.text),
            std::move(row.hash),    row.made_at};
}

constexpr std::string_view select_key = "select key from evidence_key where org_id = $1";
constexpr std::string_view insert_key = R"sql(
    insert into evidence_key (org_id, key)
    values ($1, $2)
    on conflict (org_id) do nothing
)sql";

/// The stored secret has 43 random letters (192 bits in the 32 that are used).
BlakeKey key_from(const std::string& secret) {
    BlakeKey key{};
    std::copy_n(secret.begin(), std::min(secret.size(), key.size()), key.begin());
    return key;
}

}  // namespace

const std::string& SqlEvidenceStore::key() {
    if (!key_.empty()) return key_;
    auto row = tx_.one<KeyRow>(select_key, tx_.owner());
    if (!row) {
        use_key(random_token());
        row = tx_.one<KeyRow>(select_key, tx_.owner());
    }
    key_ = row->key;
    return key_;
}

void SqlEvidenceStore::use_key(const std::string& secret) {
    tx_.run(insert_key, tx_.owner(), secret);
    tx_.journal("evidence.key_made", "evidence_key", tx_.owner().value);
}

std::string SqlEvidenceStore::hash_of(Kind kind, const std::string& content) {
    return blake2b_keyed_hex(std::string(name_of(kind)) + "\n" + content, key_from(key()));
}

constexpr std::string_view select_newest = R"sql(
    select i.id, i.revision, i.hash
    from evidence_item i
    where i.org_id = $1
      and i.id in {ids $2}
      and not exists (
          select 1
          from evidence_item later
          where later.org_id = i.org_id
            and later.id = i.id
            and later.revision > i.revision)
    order by i.id
)sql";

std::map<Uuid, std::pair<std::int64_t, std::string>> SqlEvidenceStore::newest_of(const std::vector<Uuid>& ids) {
    std::map<Uuid, std::pair<std::int64_t, std::string>> newest;
    tx_.each<NewestRow>(
        select_newest, [&](NewestRow&& row) { newest.emplace(row.id, std::pair(row.revision, std::move(row.hash))); },
        tx_.owner(), to_json(ids));
    return newest;
}

void SqlEvidenceStore::add(const std::vector<Item>& items, const std::vector<Edge>& edges) {
    std::vector<ItemRow> item_rows;
    item_rows.reserve(items.size());
    for (const Item& item : items)
        item_rows.push_back({tx_.owner(),
                             item.ref.id,
                             item.ref.revision,
                             item.kind,
                             item.label,
                             {item.content},
                             item.hash,
                             item.made_at});
    std::vector<EdgeRow> edge_rows;
    edge_rows.reserve(edges.size());
    for (const Edge& edge : edges)
        edge_rows.push_back({tx_.owner(), edge.from.id, edge.from.revision, edge.to.id, edge.to.revision, edge.why});
    if (!item_rows.empty()) tx_.insert_all("evidence_item", item_rows);
    if (!edge_rows.empty()) tx_.insert_all("evidence_edge", edge_rows);
}

// `union` (not `union all`) ends cycles. One owner's rows only, so it stays on one shard.
constexpr std::string_view select_chain_items = R"sql(
    with recursive reached (id, revision) as (
        select id, revision
        from evidence_item
        where org_id = $1
          and id in {ids $2}
          and revision = $3
        union
        select e.to_id, e.to_revision
        from reached r
        join evidence_edge e on e.org_id = $1 and e.from_id = r.id and e.from_revision = r.revision
    )
    select i.org_id, i.id, i.revision, i.kind, i.label, i.content, i.hash, i.made_at
    from reached r
    join evidence_item i on i.org_id = $1 and i.id = r.id and i.revision = r.revision
    order by i.id, i.revision
)sql";
constexpr std::string_view select_edges_from = R"sql(
    select org_id, from_id, from_revision, to_id, to_revision, why
    from evidence_edge
    where org_id = $1
      and from_id in {ids $2}
    order by from_id, from_revision, to_id, to_revision, why
)sql";

Chain SqlEvidenceStore::chain_below(const std::vector<ItemRef>& roots) {
    Chain chain;
    std::map<std::int64_t, std::vector<Uuid>> by_revision;
    for (const ItemRef& root : roots) by_revision[root.revision].push_back(root.id);
    std::set<ItemRef> seen;
    for (const auto& [revision, ids] : by_revision)
        tx_.each<ItemRow>(
            select_chain_items,
            [&](ItemRow&& row) {
                if (seen.insert({row.id, row.revision}).second) chain.items.push_back(item_from(std::move(row)));
            },
            tx_.owner(), to_json(ids), revision);
    std::vector<Uuid> ids;
    for (const ItemRef& ref : seen)
        if (ids.empty() || ids.back() != ref.id) ids.push_back(ref.id);
    tx_.each<EdgeRow>(
        select_edges_from,
        [&](EdgeRow&& row) {
            const Edge edge{{row.from_id, row.from_revision}, {row.to_id, row.to_revision}, row.why};
            if (seen.contains(edge.from)) chain.edges.push_back(edge);
        },
        tx_.owner(), to_json(ids));
    for (const auto& [id, newest] : newest_of(ids)) chain.newest.emplace(id, newest.first);
    return chain;
}

constexpr std::string_view select_claims_above = R"sql(
    with recursive reached (id, revision) as (
        select from_id, from_revision
        from evidence_edge
        where org_id = $1
          and to_id = $2
        union
        select e.from_id, e.from_revision
        from reached r
        join evidence_edge e on e.org_id = $1 and e.to_id = r.id and e.to_revision = r.revision
    )
    select id, revision
    from reached
    order by id, revision
)sql";

std::vector<ItemRef> SqlEvidenceStore::claims_above(const Uuid& id) {
    std::vector<ItemRef> refs;
    tx_.each<RefRow>(
        select_claims_above, [&](RefRow&& row) { refs.push_back({row.id, row.revision}); }, tx_.owner(), id);
    return refs;
}

constexpr std::string_view select_newest_item = R"sql(
    select org_id, id, revision, kind, label, content, hash, made_at
    from evidence_item
    where org_id = $1
      and id = $2
    order by revision desc
    limit 1
)sql";

std::optional<Item> SqlEvidenceStore::newest_item(const Uuid& id) {
    auto row = tx_.one<ItemRow>(select_newest_item, tx_.owner(), id);
    if (!row) return std::nullopt;
    return item_from(std::move(*row));
}

constexpr std::string_view select_items = R"sql(
    select org_id, id, revision, kind, label, content, hash, made_at
    from evidence_item
    where org_id = $1
      and id in {ids $2}
    order by id, revision
)sql";

std::vector<Item> SqlEvidenceStore::items(const std::vector<ItemRef>& refs) {
    const std::set<ItemRef> wanted(refs.begin(), refs.end());
    std::vector<Uuid> ids;
    for (const ItemRef& ref : wanted)
        if (ids.empty() || ids.back() != ref.id) ids.push_back(ref.id);
    std::vector<Item> found;
    tx_.each<ItemRow>(
        select_items,
        [&](ItemRow&& row) {
            if (wanted.contains({row.id, row.revision})) found.push_back(item_from(std::move(row)));
        },
        tx_.owner(), to_json(ids));
    return found;
}

constexpr std::string_view select_offered = R"sql(
    select i.org_id, i.id, i.revision, i.kind, i.label, i.content, i.hash, i.made_at
    from evidence_item i
    where i.org_id = $1
      and i.kind in {texts $2}
      and lower(i.label) like $3
      and not exists (
          select 1
          from evidence_item later
          where later.org_id = i.org_id
            and later.id = i.id
            and later.revision > i.revision)
    order by i.made_at desc, i.id desc
    limit $4
)sql";

std::vector<Item> SqlEvidenceStore::offered(const std::vector<Kind>& kinds, const std::string& words, int at_most) {
    std::string pattern = "%";
    for (const char c : words)
        if (c != '%' && c != '_') pattern += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    std::vector<Item> found;
    tx_.each<ItemRow>(
        select_offered, [&](ItemRow&& row) { found.push_back(item_from(std::move(row))); }, tx_.owner(), to_json(kinds),
        pattern + "%", at_most);
    return found;
}

}  // namespace pamong::evidence
