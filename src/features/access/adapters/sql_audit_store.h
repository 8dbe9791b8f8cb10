#pragma once

#include <functional>
#include <string>

#include "features/access/usecases/audit.h"
#include "platform/store/store.h"

namespace pamong::access {

class SqlAuditStore final : public AuditStore {
  public:
    explicit SqlAuditStore(store::Tx& tx) : tx_(tx) {}
    std::string hash(const std::string& text) override;
    std::optional<ChainHead> head() override;
    std::vector<JournalEntry> unsealed(int most) override;
    void seal(const std::vector<SealedEntry>& entries) override;
    std::vector<SealedEntry> sealed_after(std::int64_t seq, int most) override;

  private:
    store::Tx& tx_;
};

/// All owners of this database, by name.
struct OwnerLine {
    OrgId id;
    std::string name;
    std::string kind;
};
std::vector<OwnerLine> owners(store::Store& store);

/// The heads of all chains as a small text file outside the database: "owner seq hash" a line, written through a
/// temporary file and fsynced.
class HeadFile {
  public:
    explicit HeadFile(std::string path) : path_(std::move(path)) {}
    [[nodiscard]] std::optional<ChainHead> kept(const OrgId& owner) const;
    void keep(const OrgId& owner, const ChainHead& head);

  private:
    std::string path_;
};

/// Seals what every owner has committed. Called about once a second by the server and once by `pamong demo`.
/// `sealed(owner)` is called for each owner that had news (to wake devices).
int seal_all(store::Store& store, HeadFile& heads, Timestamp now, const std::function<void(const OrgId&)>& sealed = {});

}  // namespace pamong::access
