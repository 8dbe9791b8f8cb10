#include "app/first_start.h"

#include <fmt/format.h>

#include "features/access/adapters/sql_access_store.h"
#include "platform/crypto/crypto.h"

namespace pamong::app {
namespace {

struct AdministratorRow {
    AccountId id;
};
BOOST_DESCRIBE_STRUCT(AdministratorRow, (), (id))
struct ExampleRow {
    std::string login;
    std::string display_name;
};
BOOST_DESCRIBE_STRUCT(ExampleRow, (), (login, display_name))

constexpr std::string_view select_first_administrator = R"sql(
    select id
    from account
    where login = 'pengelola'
      and password_hash is null
)sql";
constexpr std::string_view insert_owner = R"sql(
    insert into owner (id, name, kind, created_at)
    values ($1, 'Kantor baru', 'district', $2)
)sql";
constexpr std::int64_t first_code_seconds = std::int64_t{7} * 86400;

}  // namespace

std::optional<std::string> first_start(store::Store& store, Timestamp now) {
    const bool empty = store.read({}, [](store::Tx& tx) { return !access::SqlAccountStore(tx).any_account(); });
    auto administrator =
        store.read({}, [](store::Tx& tx) { return tx.one<AdministratorRow>(select_first_administrator); });
    if (!empty && !administrator) return std::nullopt;

    SystemRandom random;
    const auto owner = make_id<OrgId>(now, random);
    const auto account = administrator ? administrator->id : make_id<AccountId>(now, random);
    std::string code = random_token();
    if (empty) {
        (void)store.write({}, [&](store::Tx& tx) -> Done {
            tx.run(insert_owner, owner, now);
            return {};
        });
    }
    (void)store.write({empty ? owner : OrgId{}, account, now}, [&](store::Tx& tx) -> Done {
        access::SqlAccountStore accounts(tx);
        if (empty) {
            accounts.add_account({account, "pengelola", Private<std::string>("Pengelola")}, now);
            accounts.add_membership(account);
            accounts.add_grant({make_uuid(now, random), account, {access::Role::administrator, access::ScopeKind::all}},
                               now);
            accounts.journal("account.first_start", "account", account.value);
        }
        accounts.add_code(blake2b_hex(code), account, "first_start", now.plus_seconds(first_code_seconds));
        return {};
    });
    return code;
}

bool has_example_logins(store::Store& store) {
    return store.read({}, [](store::Tx& tx) {
        return tx.number("select count(*) as n from account where example and password_hash is not null").value_or(0) >
               0;
    });
}

constexpr std::string_view select_example_logins = R"sql(
    select login, display_name
    from account
    where example
      and password_hash is not null
    order by created_at, id
)sql";

void print_example_logins(store::Store& store, std::ostream& out) {
    const auto rows = store.read({}, [](store::Tx& tx) { return tx.all<ExampleRow>(select_example_logins); });
    for (const auto& row : rows)
        out << fmt::format("  {:<14} {:<16} {}\n", row.login, example_password, row.display_name);
}

}  // namespace pamong::app
