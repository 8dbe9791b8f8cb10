#include "features/access/usecases/audit.h"

namespace pamong::access {
namespace {

/// Fields are separated by a line feed, which none of them can contain.
std::string chained_text(const std::string& previous, std::int64_t seq, const JournalEntry& entry) {
    return previous + '\n' + std::to_string(seq) + '\n' + to_string(entry.id) + '\n' + std::to_string(entry.at.micros) +
           '\n' + to_string(entry.account) + '\n' + entry.action + '\n' + entry.kind + '\n' + to_string(entry.subject) +
           '\n' + entry.before_hash + '\n' + entry.after_hash;
}

}  // namespace

std::optional<ChainHead> seal_journal(AuditStore& store, int most) {
    const auto entries = store.unsealed(most);
    if (entries.empty()) return std::nullopt;
    ChainHead head = store.head().value_or(ChainHead{});
    std::vector<SealedEntry> sealed;
    sealed.reserve(entries.size());
    for (const JournalEntry& entry : entries) {
        head.hash = store.hash(chained_text(head.hash, head.seq + 1, entry));
        ++head.seq;
        sealed.push_back({entry, head.seq, head.hash});
    }
    store.seal(sealed);
    return head;
}

AuditReport verify_journal(AuditStore& store, const std::optional<ChainHead>& kept) {
    constexpr int page = 2000;
    AuditReport report;
    while (true) {
        const auto entries = store.sealed_after(report.head.seq, page);
        for (const SealedEntry& sealed : entries) {
            const std::string expected = store.hash(chained_text(report.head.hash, report.head.seq + 1, sealed.entry));
            if (sealed.seq != report.head.seq + 1 || sealed.hash != expected) {
                report.broken_at = report.head.seq + 1;
                return report;
            }
            report.head = {sealed.seq, sealed.hash};
            ++report.entries;
            if (kept && kept->seq == sealed.seq && kept->hash != sealed.hash) {
                report.broken_at = sealed.seq;
                return report;
            }
        }
        if (entries.size() < static_cast<std::size_t>(page)) break;
    }
    report.cut_off = kept && kept->seq > report.head.seq;
    return report;
}

}  // namespace pamong::access
