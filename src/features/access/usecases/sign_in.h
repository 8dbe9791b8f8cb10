#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/private.h"
#include "features/access/domain/actor.h"

namespace pamong::access {

struct Account {
    AccountId id;
    std::string login;
    Private<std::string> display_name;
    std::string language;
    std::optional<Private<std::string>> password_hash;
    bool disabled = false;
};

struct Membership {
    OrgId owner;
    std::string owner_name;
};

/// Passwords and tokens; the platform's libsodium behind it.
class Secrets {
  public:
    virtual ~Secrets() = default;
    /// Without a hash (no such account) it takes as long and is false.
    virtual Result<bool> matches(const std::optional<Private<std::string>>& hash,
                                 const Private<std::string>& password) = 0;
    virtual Result<std::string> hash(const Private<std::string>& password) = 0;
    virtual std::string token() = 0;
    virtual std::string token_hash(std::string_view token) = 0;
};

class SignInStore {
  public:
    virtual ~SignInStore() = default;
    virtual std::optional<Account> account_with(std::string_view login) = 0;
    virtual std::vector<Membership> memberships_of(const AccountId& account) = 0;
    virtual int failures_this_hour(const std::string& login_hash, Timestamp now) = 0;
    virtual void add_failure(const std::string& login_hash, Timestamp now) = 0;
    virtual void open_session(const std::string& token_hash, const AccountId& account, const OrgId& owner,
                              Timestamp now, Timestamp until) = 0;
    virtual void move_session(const std::string& token_hash, const OrgId& owner) = 0;
};

struct SignIn {
    std::string login;
    Private<std::string> password;
};

struct SignedIn {
    std::string token;  ///< for the cookie; only its hash is kept
    AccountId account;
    OrgId owner;
};

/// How long a device stays signed in: weeks without network must not sign a teacher out.
inline constexpr std::int64_t session_seconds = std::int64_t{60} * 86400;
/// Wrong passwords for one login within an hour before it must wait.
inline constexpr int tries_an_hour = 10;

/// Is this the right password? Slow on purpose, so it runs outside any transaction, and takes as long for an unknown
/// login as for a wrong password. Problems: access.wrong_login.
Result<Account> check_password(const SignIn& request, const std::optional<Account>& account, Secrets& secrets);

/// Opens a session for an account whose password was right. Problems: access.no_membership.
Result<SignedIn> open_session(const Account& account, Timestamp now, SignInStore& store, Secrets& secrets);

/// Works for another of the account's owners from now on, on this device. Problems: access.not_a_member.
Result<Membership> switch_owner(const std::string& token_hash, const AccountId& account, const OrgId& to,
                                SignInStore& store);

}  // namespace pamong::access
