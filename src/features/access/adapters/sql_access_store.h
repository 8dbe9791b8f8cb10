#pragma once

#include "features/access/adapters/wire.h"
#include "features/access/usecases/accounts.h"
#include "features/access/usecases/sign_in.h"
#include "platform/crypto/crypto.h"
#include "platform/crypto/passwords.h"
#include "platform/store/tx.h"

namespace pamong::access {

class SqlSignInStore final : public SignInStore {
  public:
    explicit SqlSignInStore(store::Tx& tx) : tx_(tx) {}
    std::optional<Account> account_with(std::string_view login) override;
    std::vector<Membership> memberships_of(const AccountId& account) override;
    int failures_this_hour(const std::string& login_hash, Timestamp now) override;
    void add_failure(const std::string& login_hash, Timestamp now) override;
    void open_session(const std::string& token_hash, const AccountId& account, const OrgId& owner, Timestamp now,
                      Timestamp until) override;
    void move_session(const std::string& token_hash, const OrgId& owner) override;

  private:
    store::Tx& tx_;
};

class SqlAccountStore final : public AccountStore {
  public:
    explicit SqlAccountStore(store::Tx& tx) : tx_(tx) {}
    bool any_account() override;
    std::optional<Account> account_with(std::string_view login) override;
    std::optional<Account> account_by_id(const AccountId& id) override;
    void add_account(const NewAccount& account, Timestamp now) override;
    void add_membership(const AccountId& account) override;
    void add_grant(const NewGrant& grant, Timestamp now) override;
    bool end_grant(const Uuid& grant, Timestamp now) override;
    std::int64_t owners_of(const AccountId& account) override;
    bool has_grant_here(const AccountId& account) override;
    void end_grants(const AccountId& account, Timestamp now) override;
    void set_password(const AccountId& account, const std::string& hash) override;
    void add_code(const std::string& code_hash, const AccountId& account, std::string_view purpose,
                  Timestamp until) override;
    std::optional<AccountId> take_code(const std::string& code_hash, Timestamp now) override;
    void end_sessions(const AccountId& account, Timestamp now) override;
    void journal(std::string_view action, std::string_view kind, const Uuid& subject) override;

  private:
    store::Tx& tx_;
};

class SodiumSecrets final : public Secrets {
  public:
    explicit SodiumSecrets(Passwords& passwords) : passwords_(passwords) {}
    Result<bool> matches(const std::optional<Private<std::string>>& hash,
                         const Private<std::string>& password) override {
        return passwords_.verify(hash ? hash->reveal() : Passwords::nobody(), password);
    }
    Result<std::string> hash(const Private<std::string>& password) override { return passwords_.hash(password); }
    std::string token() override { return random_token(); }
    std::string token_hash(std::string_view token) override { return blake2b_hex(token); }

  private:
    Passwords& passwords_;
};

/// The session and its actor for a token, or nothing when it is unknown, ended or expired.
struct OpenSession {
    AccountId account;
    OrgId owner;
    std::string owner_name;
    std::string display_name;
    std::string language;
    std::string login;
};
std::optional<OpenSession> session_with(store::Tx& tx, const std::string& token_hash, Timestamp now);
/// Whose token it was, also after the session has ended or was revoked: only good for keeping what such a device sends
/// apart. Nothing for a disabled account or an unknown token.
struct DeviceSession {
    OrgId owner;
    AccountId account;
};
std::optional<DeviceSession> session_that_was(store::Tx& tx, const std::string& token_hash);
/// Needs a transaction opened for the owner.
Actor actor_of(store::Tx& tx, const OpenSession& session);
/// The same for work that is done later, without a session; an account that was disabled since may do nothing.
Actor actor_of(store::Tx& tx, const OrgId& owner, const AccountId& account);
/// Accounts with a role at this owner, a line for each role, by login; at most 500.
std::vector<AccountLine> accounts_of(store::Tx& tx, const OrgId& owner);
void end_session(store::Tx& tx, const std::string& token_hash, Timestamp now);
void set_language(store::Tx& tx, const AccountId& account, std::string_view language);

}  // namespace pamong::access
