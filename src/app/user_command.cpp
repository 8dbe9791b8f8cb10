#include "app/user_command.h"

#include <algorithm>

#include "app/db_command.h"
#include "app/which_owner.h"
#include "features/access/adapters/sql_access_store.h"
#include "platform/json/json.h"

namespace pamong::app {
namespace {

using access::Actor;
using access::Role;
using access::ScopeKind;

constexpr std::string_view user_help =
    "pamong user list [--json]\n"
    "pamong user add LOGIN --role ROLE --name NAME     an account for the whole office, with a one-time code\n"
    "pamong user code LOGIN                            a new one-time code: password or code lost\n"
    "pamong user end LOGIN                             ends all roles of the account at this office\n"
    "All take --owner NAME, when the database has several offices, and --db URL.\n\n"
    "Example: pamong user code pengelola --db sqlite:data/pamong.db\n";

struct UserCode {
    std::string login;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(UserCode, (), (login, code))

std::string text_of(std::string_view code, const std::map<std::string, std::string>& values) {
    return Words::all().text(Language::id, code, values);
}

std::optional<Role> office_role(std::string_view name) {
    Role role{};
    if (!enum_from(name, role) || !access::fits(role, ScopeKind::all)) return std::nullopt;
    return role;
}

std::string office_roles() {
    std::string names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto entry) {
        if (access::fits(entry.value, ScopeKind::all)) names += (names.empty() ? "" : ", ") + std::string(entry.name);
    });
    return names;
}

class Users {
  public:
    Users(store::Store& store, const OrgId& owner, const Settings& settings, Terminal& terminal)
        : store_(store), owner_(owner), settings_(settings), terminal_(terminal) {}

    int list() {
        const auto lines =
            store_.read({owner_, {}, now_}, [&](store::Tx& tx) { return access::accounts_of(tx, owner_); });
        if (settings_.yes("json")) {
            terminal_.out << to_json(access::AccountList{lines}) << '\n';
            return exit_fine;
        }
        for (const auto& line : lines) {
            terminal_.out << line.login << '\t' << name_of(line.role) << '\t' << line.scope_name
                          << (line.has_password ? "" : "\t" + text_of("app.user_not_yet", {})) << '\n';
        }
        return exit_fine;
    }

    int add(const std::string& login) {
        const auto role = office_role(settings_.text("role"));
        if (!role) {
            print_problem(terminal_.err,
                          {"app.user_role", "", {{"role", settings_.text("role")}, {"roles", office_roles()}}});
            return exit_use;
        }
        const std::string name = settings_.text("name").empty() ? login : settings_.text("name");
        SystemRandom random;
        const access::Invite command{make_id<AccountId>(now_, random),
                                     make_uuid(now_, random),
                                     login,
                                     Private<std::string>(name),
                                     *role,
                                     ScopeKind::all};
        return give_code(login, name, [&](access::AccountStore& accounts, access::Secrets& secrets) {
            return access::invite(command, keeper_, now_, accounts, secrets);
        });
    }

    int renew(const std::string& login) {
        return give_code(login, login,
                         [&](access::AccountStore& accounts, access::Secrets& secrets) -> Result<access::Invited> {
                             const auto account = accounts.account_with(login);
                             if (!account) return refused("app.user_unknown", {{"login", login}});
                             return access::renew_code(account->id, keeper_, now_, accounts, secrets);
                         });
    }

    int end(const std::string& login) {
        const auto ended = store_.write({owner_, {}, now_}, [&](store::Tx& tx) -> Done {
            access::SqlAccountStore accounts(tx);
            const auto account = accounts.account_with(login);
            if (!account) return refused("app.user_unknown", {{"login", login}});
            return access::end_access(account->id, keeper_, now_, accounts);
        });
        if (!ended) {
            print_problem(terminal_.err, ended.error());
            return exit_data;
        }
        terminal_.out << text_of("app.user_ended", {{"login", login}}) << '\n';
        return exit_fine;
    }

  private:
    template <class Work>
    int give_code(const std::string& login, const std::string& name, Work work) {
        const auto invited = store_.write({owner_, {}, now_}, [&](store::Tx& tx) -> Result<access::Invited> {
            access::SqlAccountStore accounts(tx);
            access::SodiumSecrets secrets(passwords_);
            return work(accounts, secrets);
        });
        if (!invited) {
            print_problem(terminal_.err, invited.error());
            return exit_data;
        }
        if (settings_.yes("json")) terminal_.out << to_json(UserCode{login, invited->code}) << '\n';
        else
            terminal_.out << text_of("app.user_code", {{"name", name}, {"login", login}, {"code", invited->code}})
                          << '\n';
        return exit_fine;
    }

    store::Store& store_;
    OrgId owner_;
    const Settings& settings_;
    Terminal& terminal_;
    Timestamp now_ = SystemClock().now();
    Passwords passwords_;
    Actor keeper_{{}, owner_, {}, {{Role::administrator, ScopeKind::all}}};
};

}  // namespace

int user_command(std::span<const std::string_view> arguments, Terminal& terminal) {
    int exit_code = exit_fine;
    const auto settings = settings_for(user_help,
                                       {{"owner", SettingKind::text, "", "name of the office", true},
                                        {"role", SettingKind::text, "administrator", "role of a new account", true},
                                        {"name", SettingKind::text, "", "name of the person", true},
                                        {"json", SettingKind::yes_no, "false", "print the outcome as JSON", true}},
                                       arguments, terminal, exit_code);
    if (!settings) return exit_code;
    const auto rest = settings->rest();
    const bool lists = rest.size() == 1 && rest[0] == "list";
    if (!lists && (rest.size() != 2 || (rest[0] != "add" && rest[0] != "code" && rest[0] != "end"))) {
        terminal.err << user_help;
        return exit_use;
    }
    const auto store = open_migrated(settings->text("db"), terminal.err);
    if (!store) return exit_data;
    const auto owner = which_owner(*store, settings->text("owner"), terminal.err);
    if (!owner) return exit_use;
    Users users(*store, *owner, *settings, terminal);
    if (lists) return users.list();
    if (rest[0] == "add") return users.add(rest[1]);
    return rest[0] == "code" ? users.renew(rest[1]) : users.end(rest[1]);
}

}  // namespace pamong::app
