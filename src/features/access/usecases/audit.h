#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"

namespace pamong::access {

/// One committed change, as its own transaction wrote it.
struct JournalEntry {
    Uuid id;
    Timestamp at;
    AccountId account;
    std::string action;
    std::string kind;
    Uuid subject;
    std::string before_hash;
    std::string after_hash;
};

struct SealedEntry {
    JournalEntry entry;
    std::int64_t seq = 0;
    std::string hash;
};

/// The end of an owner's chain; also kept outside the database, so that cutting off the end shows.
struct ChainHead {
    std::int64_t seq = 0;
    std::string hash;
};

class AuditStore {
  public:
    virtual ~AuditStore() = default;
    virtual std::string hash(const std::string& text) = 0;
    virtual std::optional<ChainHead> head() = 0;
    virtual std::vector<JournalEntry> unsealed(int most) = 0;
    virtual void seal(const std::vector<SealedEntry>& entries) = 0;
    /// Sealed entries after `seq`, in order.
    virtual std::vector<SealedEntry> sealed_after(std::int64_t seq, int most) = 0;
};

/// Numbers and chains what has been committed since the last time; returns the new head, or nothing when there was
/// nothing to do. One sealer an owner: a plain sequence would skip late commits, a chain inside the transaction would
/// make all writers wait for each other (docs/decisions/0004).
std::optional<ChainHead> seal_journal(AuditStore& store, int most = 2000);

struct AuditReport {
    std::int64_t entries = 0;
    ChainHead head;
    /// The first entry that does not fit: changed, removed or moved.
    std::optional<std::int64_t> broken_at{};
    /// The chain is shorter than the head that was kept outside.
    bool cut_off = false;
    [[nodiscard]] bool intact() const { return !broken_at && !cut_off; }
};

/// Walks the whole chain of an owner. `kept` is the head kept outside the database, if there is one.
AuditReport verify_journal(AuditStore& store, const std::optional<ChainHead>& kept);

}  // namespace pamong::access
