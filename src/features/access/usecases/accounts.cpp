#include "features/access/usecases/accounts.h"

#include <algorithm>

namespace pamong::access {
namespace {

constexpr std::int64_t code_seconds = std::int64_t{14} * 86400;
constexpr std::size_t shortest_password = 10;

bool well_formed_login(std::string_view login) {
    return login.size() >= 3 && login.size() <= 60 && std::ranges::all_of(login, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '@';
           });
}

/// A grant that reaches less than the office must not hand out more than itself.
bool manages_office(const Actor& actor) { return actor.reach(manage_accounts).everything; }

}  // namespace

Result<Invited> invite(const Invite& command, const Actor& actor, Timestamp now, AccountStore& store,
                       Secrets& secrets) {
    if (!manages_office(actor)) return not_permitted(manage_accounts);
    if (!well_formed_login(command.login)) return refused("access.login_shape", {{"login", command.login}}, "login");
    if ((command.scope_kind == ScopeKind::all) != !command.scope_id)
        return refused("access.scope_missing", {}, "scope_id");
    if (!fits(command.role, command.scope_kind)) return refused("access.role_scope", {}, "scope_kind");
    if (command.scope_kind == ScopeKind::person && command.scope_id != command.person)
        return refused("access.own_person_only", {}, "person_id");
    if (store.account_by_id(command.account)) return Invited{command.account, ""};
    if (store.account_with(command.login)) return refused("access.login_taken", {{"login", command.login}}, "login");

    store.add_account({command.account, command.login, command.display_name}, now);
    store.add_membership(command.account);
    store.add_grant({command.grant,
                     command.account,
                     {command.role, command.scope_kind, command.scope_id, command.scope_name},
                     command.person},
                    now);
    Invited invited{command.account, secrets.token()};
    store.add_code(secrets.token_hash(invited.code), command.account, "invitation", now.plus_seconds(code_seconds));
    store.journal("account.invited", "account", command.account.value);
    return invited;
}

Result<Invited> renew_code(const AccountId& account, const Actor& actor, Timestamp now, AccountStore& store,
                           Secrets& secrets) {
    if (!manages_office(actor)) return not_permitted(manage_accounts);
    if (!store.has_grant_here(account)) return refused("access.not_found");
    if (store.owners_of(account) > 1) return refused("access.belongs_elsewhere");
    Invited invited{account, secrets.token()};
    store.add_code(secrets.token_hash(invited.code), account, "reset", now.plus_seconds(code_seconds));
    store.journal("account.code_renewed", "account", account.value);
    return invited;
}

Done end_access(const AccountId& account, const Actor& actor, Timestamp now, AccountStore& store) {
    if (!manages_office(actor)) return not_permitted(manage_accounts);
    if (account == actor.account()) return refused("access.own_account");
    if (!store.has_grant_here(account)) return refused("access.not_found");
    store.end_grants(account, now);
    store.journal("account.access_ended", "account", account.value);
    return {};
}

Done check_new_password(std::string_view password) {
    if (password.size() < shortest_password)
        return refused("access.password_short", {{"least", std::to_string(shortest_password)}}, "password");
    if (password.size() > 200) return refused("access.password_long", {}, "password");
    return {};
}

Result<AccountId> use_code(const UseCode& command, const std::string& password_hash, Timestamp now, AccountStore& store,
                           Secrets& secrets) {
    const auto account = store.take_code(secrets.token_hash(command.code), now);
    if (!account) return refused("access.code_invalid", {}, "code");
    store.set_password(*account, password_hash);
    store.end_sessions(*account, now);
    return *account;
}

}  // namespace pamong::access
