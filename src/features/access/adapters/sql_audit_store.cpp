#include "features/access/adapters/sql_audit_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

namespace pamong::access {

BOOST_DESCRIBE_STRUCT(OwnerLine, (), (id, name, kind))

namespace {

struct EntryRow {
    Uuid id;
    Timestamp at;
    AccountId account_id;
    std::string action;
    std::string kind;
    Uuid subject_id;
    std::string before_hash;
    std::string after_hash;
    std::optional<std::int64_t> seq;
    std::optional<std::string> hash;
};
BOOST_DESCRIBE_STRUCT(EntryRow, (), (id, at, account_id, action, kind, subject_id, before_hash, after_hash, seq, hash))
struct HeadRow {
    std::int64_t seq = 0;
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(HeadRow, (), (seq, hash))

JournalEntry entry_from(EntryRow&& row) {
    return {row.id,
            row.at,
            row.account_id,
            std::move(row.action),
            std::move(row.kind),
            row.subject_id,
            std::move(row.before_hash),
            std::move(row.after_hash)};
}

std::map<std::string, ChainHead> read_heads(const std::string& path) {
    std::map<std::string, ChainHead> heads;
    std::ifstream file(path);
    std::string owner;
    ChainHead head;
    while (file >> owner >> head.seq >> head.hash) heads[owner] = head;
    return heads;
}

}  // namespace

std::string SqlAuditStore::hash(const std::string& text) { return blake2b_hex(text); }

constexpr std::string_view select_head = R"sql(
    select seq, hash
    from journal
    where org_id = $1
      and seq is not null
    order by seq desc
    limit 1
)sql";

std::optional<ChainHead> SqlAuditStore::head() {
    const auto row = tx_.one<HeadRow>(select_head, tx_.owner());
    if (!row) return std::nullopt;
    return ChainHead{row->seq, row->hash};
}

constexpr std::string_view select_unsealed = R"sql(
    select id, at, account_id, action, kind, subject_id, before_hash, after_hash, seq, hash
    from journal
    where org_id = $1
      and seq is null
    order by id
    limit $2
    {for_update}
)sql";

std::vector<JournalEntry> SqlAuditStore::unsealed(int most) {
    std::vector<JournalEntry> entries;
    tx_.each<EntryRow>(
        select_unsealed, [&](EntryRow&& row) { entries.push_back(entry_from(std::move(row))); }, tx_.owner(), most);
    return entries;
}

constexpr std::string_view update_sealed = R"sql(
    update journal
    set seq = $3, hash = $4
    where org_id = $1
      and id = $2
)sql";

void SqlAuditStore::seal(const std::vector<SealedEntry>& entries) {
    for (const SealedEntry& sealed : entries)
        tx_.seal_row(update_sealed, tx_.owner(), sealed.entry.id, sealed.seq, sealed.hash);
}

constexpr std::string_view select_sealed_after = R"sql(
    select id, at, account_id, action, kind, subject_id, before_hash, after_hash, seq, hash
    from journal
    where org_id = $1
      and seq > $2
    order by seq
    limit $3
)sql";

std::vector<SealedEntry> SqlAuditStore::sealed_after(std::int64_t seq, int most) {
    std::vector<SealedEntry> entries;
    tx_.each<EntryRow>(
        select_sealed_after,
        [&](EntryRow&& row) {
            const std::int64_t number = *row.seq;
            std::string hash = *row.hash;
            entries.push_back({entry_from(std::move(row)), number, std::move(hash)});
        },
        tx_.owner(), seq, most);
    return entries;
}

std::vector<OwnerLine> owners(store::Store& store) {
    return store.read(
        {}, [](store::Tx& tx) { return tx.all<OwnerLine>("select id, name, kind from owner order by name, id"); });
}

std::optional<ChainHead> HeadFile::kept(const OrgId& owner) const {
    const auto heads = read_heads(path_);
    const auto found = heads.find(to_string(owner));
    return found == heads.end() ? std::nullopt : std::optional(found->second);
}

void HeadFile::keep(const OrgId& owner, const ChainHead& head) {
    auto heads = read_heads(path_);
    heads[to_string(owner)] = head;
    std::ostringstream text;
    for (const auto& [id, kept] : heads) text << id << ' ' << kept.seq << ' ' << kept.hash << '\n';
    const std::string bytes = text.str();
    const std::string temporary = path_ + ".new";
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) throw std::runtime_error("cannot write " + temporary);
    const bool written =
        ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!written || std::rename(temporary.c_str(), path_.c_str()) != 0)
        throw std::runtime_error("cannot write " + path_);
}

int seal_all(store::Store& store, HeadFile& heads, Timestamp now, const std::function<void(const OrgId&)>& sealed) {
    int rounds = 0;
    for (const OwnerLine& owner : owners(store)) {
        std::optional<ChainHead> last;
        while (true) {
            const auto head = store.write({owner.id, {}, now}, [](store::Tx& tx) -> Result<std::optional<ChainHead>> {
                SqlAuditStore audit(tx);
                return seal_journal(audit);
            });
            if (!head || !*head) break;
            last = **head;
            ++rounds;
        }
        if (!last) continue;
        heads.keep(owner.id, *last);
        if (sealed) sealed(owner.id);
    }
    return rounds;
}

}  // namespace pamong::access
