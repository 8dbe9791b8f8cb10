#include "app/db_command.h"

#include "features/instruments/adapters/sql_instrument_store.h"
#include "features/people/adapters/sql_people.h"
#include "platform/crypto/crypto.h"
#include "platform/store/migrations.h"

namespace pamong::app {
namespace {

constexpr std::string_view db_help =
    "pamong db migrate [--db URL]         bring a database up to date (the server does it at its start too)\n"
    "pamong db status [--db URL]          which steps a database has\n"
    "pamong db backup FILE [--db URL]     a consistent copy of an SQLite file while the server runs\n"
    "pamong db check [--db URL]           is the file whole, and do all references lead somewhere?\n\n"
    "Example: pamong db status --db sqlite:data/pamong.db\n";

struct CheckRow {
    std::string answer;
};
BOOST_DESCRIBE_STRUCT(CheckRow, (), (answer))

int print_status(store::Store& store, std::ostream& out) {
    for (const auto& state : store::migration_status(store))
        out << (state.applied ? "  ada    " : "  belum  ") << state.name << '\n';
    return exit_fine;
}

int backup(store::Store& store, const std::string& file, Terminal& terminal) {
    if (store.engine() != store::Engine::sqlite) {
        print_problem(terminal.err, {"app.backup_postgres"});
        return exit_use;
    }
    store.run_read({}, [&](store::Tx&) {});
    std::string quoted;
    for (const char c : file) quoted += c == '\'' ? "''" : std::string(1, c);
    store.run_alone([&](store::Connection& connection) { connection.script("vacuum into '" + quoted + "'"); });
    terminal.out << file << '\n';
    return exit_fine;
}

int check(store::Store& store, Terminal& terminal) {
    if (store.engine() != store::Engine::sqlite) {
        terminal.out << "ok\n";  // PostgreSQL checks pages and references itself
        return exit_fine;
    }
    int problems = 0;
    store.run_alone([&](store::Connection& connection) {
        store::Tx tx(connection, {});
        for (const auto& row : tx.all<CheckRow>("select integrity_check as answer from pragma_integrity_check"))
            if (row.answer != "ok") terminal.err << row.answer << '\n', ++problems;
        problems += static_cast<int>(tx.number("select count(*) as n from pragma_foreign_key_check").value_or(0));
    });
    terminal.out << (problems == 0 ? "ok" : std::to_string(problems)) << '\n';
    return problems == 0 ? exit_fine : exit_data;
}

}  // namespace

std::unique_ptr<store::Store> open_migrated(const std::string& address, std::ostream& err) {
    auto store = store::open_store(address);
    if (!store) {
        print_problem(err, store.error());
        return nullptr;
    }
    if (const auto migrated = store::migrate(**store, SystemClock().now()); !migrated) {
        print_problem(err, migrated.error());
        return nullptr;
    }
    people::seed_regions(**store);
    instruments::publish_shipped(**store, SystemClock().now());
    return std::move(*store);
}

int db_command(std::span<const std::string_view> arguments, Terminal& terminal) {
    int exit_code = exit_fine;
    const auto settings = settings_for(db_help, {}, arguments, terminal, exit_code);
    if (!settings) return exit_code;
    const auto& words = settings->rest();
    const std::string action = words.empty() ? "" : words.front();
    if (action == "migrate" && words.size() == 1)
        return open_migrated(settings->text("db"), terminal.err)
                   ? print_status(**store::open_store(settings->text("db")), terminal.out)
                   : exit_data;
    const bool known =
        (action == "status" || action == "check") ? words.size() == 1 : action == "backup" && words.size() == 2;
    if (!known) {
        terminal.err << db_help;
        return exit_use;
    }
    auto store = store::open_store(settings->text("db"));
    if (!store) {
        print_problem(terminal.err, store.error());
        return exit_use;
    }
    if (action == "status") return print_status(**store, terminal.out);
    if (action == "backup") return backup(**store, words[1], terminal);
    return check(**store, terminal);
}

}  // namespace pamong::app
