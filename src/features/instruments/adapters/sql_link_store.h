#pragma once

#include "features/instruments/usecases/links.h"
#include "platform/store/tx.h"

namespace pamong::instruments {

class SqlLinkStore final : public LinkStore {
  public:
    explicit SqlLinkStore(store::Tx& tx) : tx_(tx) {}
    std::optional<Link> find(const LinkId& id) override;
    std::optional<Link> find_locked(const LinkId& id) override;
    std::vector<Link> of_account(const AccountId& account) override;
    void add(const Link& link, const std::string& token_hash) override;
    std::optional<std::string> response_hash(const LinkId& id, const std::string& key) override;
    void add_response(const Link& link, const std::string& key, const std::string& content_hash, std::int64_t batch,
                      const std::vector<Answer>& answers) override;
    std::vector<ChoiceCount> counts(const LinkId& id, std::int64_t batches) override;
    access::Where place_of(const std::optional<Uuid>& person) override;
    void journal(std::string_view action, const Uuid& subject) override;

  private:
    store::Tx& tx_;
};

/// Whose link a token opens; looked up before an owner is known.
struct LinkOwner {
    OrgId owner;
    LinkId link;
};
std::optional<LinkOwner> link_owner(store::Tx& tx, const std::string& token_hash);

}  // namespace pamong::instruments
