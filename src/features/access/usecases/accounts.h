#pragma once

#include "features/access/usecases/sign_in.h"

namespace pamong::access {

struct NewAccount {
    AccountId id;
    std::string login;
    Private<std::string> display_name;
    std::optional<std::string> password_hash{};
    bool example = false;
};

struct NewGrant {
    Uuid id;
    AccountId account;
    Grant grant;
    std::optional<Uuid> person{};
};

class AccountStore {
  public:
    virtual ~AccountStore() = default;
    virtual bool any_account() = 0;
    virtual std::optional<Account> account_with(std::string_view login) = 0;
    virtual std::optional<Account> account_by_id(const AccountId& id) = 0;
    virtual void add_account(const NewAccount& account, Timestamp now) = 0;
    virtual void add_membership(const AccountId& account) = 0;
    virtual void add_grant(const NewGrant& grant, Timestamp now) = 0;
    virtual bool end_grant(const Uuid& grant, Timestamp now) = 0;
    /// Owners that this account belongs to, this one included.
    virtual std::int64_t owners_of(const AccountId& account) = 0;
    virtual bool has_grant_here(const AccountId& account) = 0;
    virtual void end_grants(const AccountId& account, Timestamp now) = 0;
    virtual void set_password(const AccountId& account, const std::string& hash) = 0;
    /// The only code that opens this account from now on: an older one that was not used is void.
    virtual void add_code(const std::string& code_hash, const AccountId& account, std::string_view purpose,
                          Timestamp until) = 0;
    /// The account of an unused, unexpired code; marks it used.
    virtual std::optional<AccountId> take_code(const std::string& code_hash, Timestamp now) = 0;
    virtual void end_sessions(const AccountId& account, Timestamp now) = 0;
    /// Without personal text: the audit entry of this change.
    virtual void journal(std::string_view action, std::string_view kind, const Uuid& subject) = 0;
};

/// An account with a role at this owner, and a one-time code (valid 14 days) to print on an invitation sheet.
/// Only whoever manages the accounts of the whole office does this. Repeating the command with the same id changes
/// nothing. Problems: access.not_permitted, access.login_taken, access.login_shape, access.scope_missing,
/// access.role_scope (see `fits`), access.own_person_only.
struct Invite {
    AccountId account;
    Uuid grant;
    std::string login;
    Private<std::string> display_name;
    Role role = Role::teacher;
    ScopeKind scope_kind = ScopeKind::person;
    std::optional<Uuid> scope_id{};
    std::string scope_name{};
    std::optional<Uuid> person{};
};
struct Invited {
    AccountId account;
    std::string code;  ///< shown once; empty when the account existed already
};
Result<Invited> invite(const Invite& command, const Actor& actor, Timestamp now, AccountStore& store, Secrets& secrets);

/// A new one-time code for somebody who lost theirs, or their password. Whoever belongs to several offices asks their
/// own: one office's administrator must not open another's door. Problems: access.not_permitted, access.not_found,
/// access.belongs_elsewhere.
Result<Invited> renew_code(const AccountId& account, const Actor& actor, Timestamp now, AccountStore& store,
                           Secrets& secrets);

/// Ends all roles of an account at this owner, at once. Nobody locks themselves out.
/// Problems: access.not_permitted, access.not_found, access.own_account.
Done end_access(const AccountId& account, const Actor& actor, Timestamp now, AccountStore& store);

/// Sets a password with a one-time code; ends all other sessions. Problems: access.code_invalid, access.password_short.
struct UseCode {
    std::string code;
    Private<std::string> password;
};
Done check_new_password(std::string_view password);
Result<AccountId> use_code(const UseCode& command, const std::string& password_hash, Timestamp now, AccountStore& store,
                           Secrets& secrets);

}  // namespace pamong::access
