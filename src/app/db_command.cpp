#include "app/db_command.h"

#include "app/db_transfer.h"
#include "features/instruments/adapters/sql_instrument_store.h"
#include "features/people/adapters/sql_people.h"
#include "platform/crypto/crypto.h"
#include "platform/files/file_care.h"
#include "platform/store/migrations.h"

namespace pamong::app {
namespace {

constexpr std::string_view db_help =
    "pamong db migrate [--db URL]         bring a database up to date (the server does it at its start too)\n"
    "pamong db status [--db URL]          which steps a database has\n"
    "pamong db backup FILE [--db URL]     a consistent copy of an SQLite file while the server runs, and of all "
    "attached\n"
    "                                     files beside it as FILE.files\n"
    "pamong db check [--db URL]           is the database whole, do all references lead somewhere, and are all "
    "attached\n"
    "                                     files there and undamaged?\n"
    "pamong db restore --from FILE [--db URL] [--replace]\n"
    "                                     a backup into an empty database, all or nothing, and its attached files "
    "into\n"
    "                                     --data; the journal is verified afterwards\n"
    "pamong db copy --from URL --to URL [--replace]\n"
    "                                     a whole database into an empty one of either kind, in one transaction; both\n"
    "                                     are compared before it is kept\n"
    "pamong db export [--out FILE] [--db URL]\n"
    "                                     all records as JSON lines, the same bytes whichever database holds them;\n"
    "                                     without passwords and other secrets (docs/export.md)\n"
    "Attached files lie in the folder files of --data. --replace throws away what the target holds.\n\n"
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

int backup(store::Store& store, files::FileStore& files, const std::string& file, Terminal& terminal) {
    if (store.engine() != store::Engine::sqlite) {
        print_problem(terminal.err, {"app.backup_postgres"});
        return exit_use;
    }
    std::string quoted;
    for (const char c : file) quoted += c == '\'' ? "''" : std::string(1, c);
    store.run_alone([&](store::Connection& connection) { connection.script("vacuum into '" + quoted + "'"); });
    // After the database: files never change, so every file that the copy speaks of is there.
    files::RealDisk disk;
    files::FileStore copies(disk, file + ".files");
    const auto copied = files::copy_files(store, files, copies);
    terminal.out << file << '\n';
    if (copied > 0) terminal.out << file << ".files: " << copied << '\n';
    return exit_fine;
}

/// A file without a row is left over from a moment between the two; it harms nobody and is only named.
int check_files(store::Store& store, files::FileStore& files, Terminal& terminal) {
    const auto found = files::check_files(store, files);
    const auto name = [&](std::string_view key, const std::vector<std::string>& hashes) {
        for (const std::string& hash : hashes)
            terminal.err << Words::all().text(Language::id, Problem{std::string(key), "", {{"hash", hash}}}) << '\n';
    };
    name("files.check_missing", found.missing);
    name("files.check_damaged", found.damaged);
    name("files.check_unknown", found.unknown);
    return static_cast<int>(found.missing.size() + found.damaged.size());
}

int check_pages(store::Store& store, Terminal& terminal) {
    if (store.engine() != store::Engine::sqlite) return 0;  // PostgreSQL checks pages and references itself
    int problems = 0;
    store.run_alone([&](store::Connection& connection) {
        store::Tx tx(connection, {});
        for (const auto& row : tx.all<CheckRow>("select integrity_check as answer from pragma_integrity_check"))
            if (row.answer != "ok") terminal.err << row.answer << '\n', ++problems;
        problems += static_cast<int>(tx.number("select count(*) as n from pragma_foreign_key_check").value_or(0));
    });
    return problems;
}

int check(store::Store& store, files::FileStore& files, Terminal& terminal) {
    const int problems = check_pages(store, terminal) + check_files(store, files, terminal);
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
    const auto settings =
        settings_for(db_help,
                     {{"from", SettingKind::text, "", "where restore and copy read", true},
                      {"to", SettingKind::text, "", "where copy writes", true},
                      {"out", SettingKind::text, "-", "where export writes, - for here", true},
                      {"replace", SettingKind::yes_no, "false", "throw away what the target holds", true}},
                     arguments, terminal, exit_code);
    if (!settings) return exit_code;
    const auto& words = settings->rest();
    const std::string action = words.empty() ? "" : words.front();
    if (action == "migrate" && words.size() == 1)
        return open_migrated(settings->text("db"), terminal.err)
                   ? print_status(**store::open_store(settings->text("db")), terminal.out)
                   : exit_data;
    if (action == "export" && words.size() == 1)
        return db_export(settings->text("db"), settings->text("out"), terminal);
    const std::string from = settings->text("from");
    if (action == "copy" && words.size() == 1 && !from.empty() && !settings->text("to").empty())
        return db_copy(from, settings->text("to"), settings->yes("replace"), terminal);
    if (action == "restore" && words.size() == 1 && !from.empty())
        return db_restore(from, settings->text("db"), settings->text("data"), settings->yes("replace"), terminal);
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
    files::RealDisk disk;
    files::FileStore files(disk, std::filesystem::path(settings->text("data")) / "files");
    if (action == "backup") return backup(**store, files, words[1], terminal);
    return check(**store, files, terminal);
}

}  // namespace pamong::app
