#pragma once

#include "features/evidence/usecases/evidence.h"
#include "platform/store/tx.h"

namespace pamong::evidence {

class SqlEvidenceStore final : public EvidenceStore {
  public:
    explicit SqlEvidenceStore(store::Tx& tx) : tx_(tx) {}
    std::string hash_of(Kind kind, const std::string& content) override;
    std::map<Uuid, std::pair<std::int64_t, std::string>> newest_of(const std::vector<Uuid>& ids) override;
    void add(const std::vector<Item>& items, const std::vector<Edge>& edges) override;
    Chain chain_below(const std::vector<ItemRef>& roots) override;
    std::vector<ItemRef> claims_above(const Uuid& id) override;
    std::optional<Item> newest_item(const Uuid& id) override;
    std::vector<Item> items(const std::vector<ItemRef>& refs) override;
    std::vector<Item> offered(const std::vector<Kind>& kinds, const std::string& words, int at_most) override;
    /// Sets the owner's secret if it has none; the example programme uses a known one so that two runs are equal.
    void use_key(const std::string& secret);

  private:
    const std::string& key();
    store::Tx& tx_;
    std::string key_;
};

}  // namespace pamong::evidence
