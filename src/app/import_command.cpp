#include "app/import_command.h"

#include <fstream>
#include <iterator>

#include "app/db_command.h"
#include "app/which_owner.h"
#include "features/people/adapters/roster_table.h"
#include "features/people/adapters/school_table.h"
#include "features/people/adapters/sql_people.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"
#include "platform/sheets/read.h"

namespace pamong::app {
namespace {

constexpr std::string_view import_help =
    "pamong import people|schools FILE [--preview] [--owner NAME] [--json] [--db URL]\n"
    "Takes over teachers or schools from a CSV or XLSX file (- reads a CSV from standard input), all or nothing; the "
    "same\n"
    "file may be imported again. --preview checks only. --owner is the office, when the database has several.\n\n"
    "Example: pamong import people guru.csv --preview --db sqlite:data/pamong.db\n";

struct Imported {
    std::int64_t rows = 0;
    std::int64_t added = 0;
    std::int64_t updated = 0;
    bool saved = false;
};
BOOST_DESCRIBE_STRUCT(Imported, (), (rows, added, updated, saved))

std::optional<std::string> bytes_of(const std::string& path, std::istream& in) {
    if (path == "-") return std::string(std::istreambuf_iterator<char>(in), {});
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

Result<Imported> take_over(const std::string& what, const Sheet& sheet, const OrgId& owner, Timestamp now,
                           store::Tx& tx) {
    const access::Actor importer({}, owner, {}, {{access::Role::district, access::ScopeKind::all}});
    people::SqlRosterStore store(tx);
    if (what == "schools") {
        auto rows = people::read_school_table(sheet);
        if (!rows) return refused(rows.error());
        const auto count = static_cast<std::int64_t>(rows->size());
        const auto outcome = people::take_over_school_rows(std::move(*rows), importer, store);
        if (!outcome) return refused(outcome.error());
        return Imported{count, outcome->added, outcome->updated};
    }
    auto rows = people::read_roster_table(sheet);
    if (!rows) return refused(rows.error());
    const auto count = static_cast<std::int64_t>(rows->size());
    const auto outcome = people::take_over_roster(std::move(*rows), local_day(now, 7), importer, now, store);
    if (!outcome) return refused(outcome.error());
    return Imported{count, outcome->added, outcome->updated};
}

void print_all(std::ostream& out, const Problem& problem) {
    print_problem(out, problem);
    for (const Problem& part : problem.parts)
        out << "  " << part.at << ": " << Words::all().text(Language::id, part) << '\n';
}

}  // namespace

int import_command(std::span<const std::string_view> arguments, Terminal& terminal) {
    int exit_code = exit_fine;
    const auto settings = settings_for(import_help,
                                       {{"preview", SettingKind::yes_no, "false", "check only", true},
                                        {"owner", SettingKind::text, "", "name of the office", true},
                                        {"json", SettingKind::yes_no, "false", "print the outcome as JSON", true}},
                                       arguments, terminal, exit_code);
    if (!settings) return exit_code;
    const auto rest = settings->rest();
    if (rest.size() != 2 || (rest[0] != "people" && rest[0] != "schools")) {
        terminal.err << import_help;
        return exit_use;
    }
    const auto bytes = bytes_of(rest[1], terminal.in);
    if (!bytes) {
        print_problem(terminal.err, {"app.file_unreadable", rest[1], {{"file", rest[1]}}, {}});
        return exit_use;
    }
    const auto store = open_migrated(settings->text("db"), terminal.err);
    if (!store) return exit_data;
    const auto owner = which_owner(*store, settings->text("owner"), terminal.err);
    if (!owner) return exit_use;
    const auto book = read_table(*bytes, rest[1]);
    if (!book) {
        print_all(terminal.err, book.error());
        return exit_data;
    }
    const Timestamp now = SystemClock().now();
    const bool preview = settings->yes("preview");
    std::optional<Imported> found;
    const auto done = store->write({*owner, {}, now}, [&](store::Tx& tx) -> Done {
        auto imported = take_over(rest[0], book->sheets.front(), *owner, now, tx);
        if (!imported) return refused(imported.error());
        found = *imported;
        if (preview) return refused("people.dry_run");
        return {};
    });
    if (!found) {
        print_all(terminal.err, done.error());
        return exit_data;
    }
    found->saved = !preview;
    if (settings->yes("json")) terminal.out << to_json(*found) << '\n';
    else
        terminal.out << Words::all().text(Language::id, preview ? "app.import_checked" : "app.import_done",
                                          {{"rows", std::to_string(found->rows)},
                                           {"added", std::to_string(found->added)},
                                           {"updated", std::to_string(found->updated)}})
                     << '\n';
    return exit_fine;
}

}  // namespace pamong::app
