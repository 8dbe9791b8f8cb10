#include "features/access/adapters/sql_access_store.h"

namespace pamong::access {
namespace {

struct AccountRow {
    AccountId id;
    std::string login;
    std::string display_name;
    std::string language;
    std::optional<std::string> password_hash;
    std::optional<Timestamp> disabled_at;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (), (id, login, display_name, language, password_hash, disabled_at))
struct MembershipRow {
    OrgId owner_id;
    std::string owner_name;
};
BOOST_DESCRIBE_STRUCT(MembershipRow, (), (owner_id, owner_name))
struct GrantRow {
    Role role;
    ScopeKind scope_kind;
    std::optional<Uuid> scope_id;
    std::string scope_name;
    std::optional<Uuid> person_id;
};
BOOST_DESCRIBE_STRUCT(GrantRow, (), (role, scope_kind, scope_id, scope_name, person_id))
struct SessionRow {
    AccountId account_id;
    OrgId owner_id;
    std::string owner_name;
    std::string display_name;
    std::string language;
    std::string login;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (account_id, owner_id, owner_name, display_name, language, login))
struct CodeRow {
    AccountId account_id;
};
BOOST_DESCRIBE_STRUCT(CodeRow, (), (account_id))

std::optional<Account> account_from(std::optional<AccountRow> row) {
    if (!row) return std::nullopt;
    Account account{row->id, std::move(row->login),       Private(std::move(row->display_name)), row->language,
                    {},      row->disabled_at.has_value()};
    if (row->password_hash) account.password_hash.emplace(std::move(*row->password_hash));
    return account;
}

constexpr std::string_view select_account_by_login = R"sql(
    select id, login, display_name, language, password_hash, disabled_at
    from account
    where login = $1
)sql";
constexpr std::string_view select_account_by_id = R"sql(
    select id, login, display_name, language, password_hash, disabled_at
    from account
    where id = $1
)sql";
constexpr std::string_view select_memberships = R"sql(
    select m.owner_id, o.name as owner_name
    from membership m
    join owner o on o.id = m.owner_id
    where m.account_id = $1
    order by o.name, m.owner_id
)sql";

}  // namespace

std::optional<Account> SqlSignInStore::account_with(std::string_view login) {
    return account_from(tx_.one<AccountRow>(select_account_by_login, login));
}

std::vector<Membership> SqlSignInStore::memberships_of(const AccountId& account) {
    std::vector<Membership> memberships;
    for (auto& row : tx_.all<MembershipRow>(select_memberships, account))
        memberships.push_back({row.owner_id, std::move(row.owner_name)});
    return memberships;
}

constexpr std::string_view update_session_owner = "update session set owner_id = $2 where token_hash = $1";

void SqlSignInStore::move_session(const std::string& token_hash, const OrgId& owner) {
    tx_.run(update_session_owner, token_hash, owner);
}

constexpr std::string_view select_failures = "select failures from sign_in_failure where login_hash = $1 and hour = $2";

int SqlSignInStore::failures_this_hour(const std::string& login_hash, Timestamp now) {
    return static_cast<int>(tx_.number(select_failures, login_hash, now.micros / 3'600'000'000).value_or(0));
}

constexpr std::string_view upsert_failure = R"sql(
    insert into sign_in_failure (login_hash, hour, failures)
    values ($1, $2, 1)
    on conflict (login_hash, hour) do update set failures = sign_in_failure.failures + 1
)sql";

void SqlSignInStore::add_failure(const std::string& login_hash, Timestamp now) {
    tx_.run(upsert_failure, login_hash, now.micros / 3'600'000'000);
}

constexpr std::string_view insert_session = R"sql(
    insert into session (token_hash, account_id, owner_id, created_at, expires_at)
    values ($1, $2, $3, $4, $5)
)sql";

void SqlSignInStore::open_session(const std::string& token_hash, const AccountId& account, const OrgId& owner,
                                  Timestamp now, Timestamp until) {
    tx_.run(insert_session, token_hash, account, owner, now, until);
}

bool SqlAccountStore::any_account() { return tx_.number("select count(*) as n from account").value_or(0) > 0; }

std::optional<Account> SqlAccountStore::account_with(std::string_view login) {
    return account_from(tx_.one<AccountRow>(select_account_by_login, login));
}
std::optional<Account> SqlAccountStore::account_by_id(const AccountId& id) {
    return account_from(tx_.one<AccountRow>(select_account_by_id, id));
}

constexpr std::string_view insert_account = R"sql(
    insert into account (id, login, display_name, password_hash, example, created_at)
    values ($1, $2, $3, $4, $5, $6)
)sql";

void SqlAccountStore::add_account(const NewAccount& account, Timestamp now) {
    tx_.run(insert_account, account.id, account.login, account.display_name, account.password_hash, account.example,
            now);
}

constexpr std::string_view insert_membership = R"sql(
    insert into membership (account_id, owner_id)
    values ($1, $2)
    on conflict (account_id, owner_id) do nothing
)sql";

void SqlAccountStore::add_membership(const AccountId& account) { tx_.run(insert_membership, account, tx_.owner()); }

constexpr std::string_view insert_grant = R"sql(
    insert into role_grant (org_id, id, account_id, role, scope_kind, scope_id, scope_name, person_id, valid_from)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql";

void SqlAccountStore::add_grant(const NewGrant& grant, Timestamp now) {
    tx_.run(insert_grant, tx_.owner(), grant.id, grant.account, grant.grant.role, grant.grant.scope_kind,
            grant.grant.scope_id, grant.grant.scope_name, grant.person, now);
}

constexpr std::string_view update_grant_ended = R"sql(
    update role_grant
    set ended_at = $3
    where org_id = $1
      and id = $2
      and ended_at is null
)sql";

bool SqlAccountStore::end_grant(const Uuid& grant, Timestamp now) {
    return tx_.run(update_grant_ended, tx_.owner(), grant, now) > 0;
}

std::int64_t SqlAccountStore::owners_of(const AccountId& account) {
    return tx_.number("select count(*) as n from membership where account_id = $1", account).value_or(0);
}

constexpr std::string_view count_grants_here = R"sql(
    select count(*) as n
    from role_grant
    where org_id = $1
      and account_id = $2
      and ended_at is null
)sql";
constexpr std::string_view update_grants_ended = R"sql(
    update role_grant
    set ended_at = $3
    where org_id = $1
      and account_id = $2
      and ended_at is null
)sql";

bool SqlAccountStore::has_grant_here(const AccountId& account) {
    return tx_.number(count_grants_here, tx_.owner(), account).value_or(0) > 0;
}

void SqlAccountStore::end_grants(const AccountId& account, Timestamp now) {
    tx_.run(update_grants_ended, tx_.owner(), account, now);
}

void SqlAccountStore::set_password(const AccountId& account, const std::string& hash) {
    tx_.run("update account set password_hash = $2 where id = $1", account, hash);
}

constexpr std::string_view delete_open_codes = R"sql(
    delete from account_code
    where account_id = $1
      and used_at is null
)sql";
constexpr std::string_view insert_code = R"sql(
    insert into account_code (code_hash, account_id, purpose, expires_at)
    values ($1, $2, $3, $4)
)sql";

void SqlAccountStore::add_code(const std::string& code_hash, const AccountId& account, std::string_view purpose,
                               Timestamp until) {
    tx_.run(delete_open_codes, account);
    tx_.run(insert_code, code_hash, account, purpose, until);
}

constexpr std::string_view take_unused_code = R"sql(
    update account_code
    set used_at = $2
    where code_hash = $1
      and used_at is null
      and expires_at > $2
)sql";
constexpr std::string_view select_code = "select account_id from account_code where code_hash = $1";

std::optional<AccountId> SqlAccountStore::take_code(const std::string& code_hash, Timestamp now) {
    if (tx_.run(take_unused_code, code_hash, now) == 0) return std::nullopt;
    return tx_.one<CodeRow>(select_code, code_hash)->account_id;
}

void SqlAccountStore::end_sessions(const AccountId& account, Timestamp now) {
    tx_.run("update session set revoked_at = $2 where account_id = $1 and revoked_at is null", account, now);
}

void SqlAccountStore::journal(std::string_view action, std::string_view kind, const Uuid& subject) {
    tx_.journal(action, kind, subject);
}

constexpr std::string_view select_session = R"sql(
    select s.account_id, s.owner_id, o.name as owner_name, a.display_name, a.language, a.login
    from session s
    join account a on a.id = s.account_id
    join owner o on o.id = s.owner_id
    where s.token_hash = $1
      and s.revoked_at is null
      and s.expires_at > $2
      and a.disabled_at is null
)sql";

std::optional<OpenSession> session_with(store::Tx& tx, const std::string& token_hash, Timestamp now) {
    auto row = tx.one<SessionRow>(select_session, token_hash, now);
    if (!row) return std::nullopt;
    return OpenSession{row->account_id, row->owner_id, row->owner_name, row->display_name, row->language, row->login};
}

struct DeviceRow {
    OrgId owner_id;
    AccountId account_id;
};
BOOST_DESCRIBE_STRUCT(DeviceRow, (), (owner_id, account_id))

constexpr std::string_view select_any_session = R"sql(
    select s.owner_id, s.account_id
    from session s
    join account a on a.id = s.account_id
    where s.token_hash = $1
      and a.disabled_at is null
)sql";

std::optional<DeviceSession> session_that_was(store::Tx& tx, const std::string& token_hash) {
    const auto row = tx.one<DeviceRow>(select_any_session, token_hash);
    if (!row) return std::nullopt;
    return DeviceSession{row->owner_id, row->account_id};
}

constexpr std::string_view select_grants = R"sql(
    select role, scope_kind, scope_id, scope_name, person_id
    from role_grant
    where org_id = $1
      and account_id = $2
      and ended_at is null
    order by id
)sql";

Actor actor_of(store::Tx& tx, const OpenSession& session) {
    std::vector<Grant> grants;
    std::optional<Uuid> person;
    for (auto& row : tx.all<GrantRow>(select_grants, session.owner, session.account)) {
        grants.push_back({row.role, row.scope_kind, row.scope_id, std::move(row.scope_name)});
        if (row.person_id) person = row.person_id;
    }
    return {session.account, session.owner, person, std::move(grants)};
}

Actor actor_of(store::Tx& tx, const OrgId& owner, const AccountId& account) {
    const auto enabled =
        tx.number("select count(*) as n from account where id = $1 and disabled_at is null", account).value_or(0);
    if (enabled == 0) return {account, owner, std::nullopt, {}};
    return actor_of(
        tx, OpenSession{
                .account = account, .owner = owner, .owner_name = {}, .display_name = {}, .language = {}, .login = {}});
}

void end_session(store::Tx& tx, const std::string& token_hash, Timestamp now) {
    tx.run("update session set revoked_at = $2 where token_hash = $1 and revoked_at is null", token_hash, now);
}

void set_language(store::Tx& tx, const AccountId& account, std::string_view language) {
    tx.run("update account set language = $2 where id = $1", account, language);
}

constexpr std::string_view select_accounts = R"sql(
    select a.id, a.login, a.display_name, g.role, g.scope_kind, g.scope_name, a.password_hash is not null as has_password
    from role_grant g
    join account a on a.id = g.account_id
    where g.org_id = $1
      and g.ended_at is null
    order by a.login, g.id
    limit 500
)sql";

std::vector<AccountLine> accounts_of(store::Tx& tx, const OrgId& owner) {
    return tx.all<AccountLine>(select_accounts, owner);
}

}  // namespace pamong::access
