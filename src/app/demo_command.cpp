#include "app/demo_command.h"

#include "app/db_command.h"
#include "app/demo/demo.h"
#include "features/access/adapters/sql_audit_store.h"
#include "platform/crypto/crypto.h"

namespace pamong::app {
namespace {

constexpr std::string_view demo_help =
    "pamong demo [--db URL] [--out FOLDER] [--seed N] [--today DAY]\n"
    "Makes the example programmes in an empty database and runs the whole loop without hands, printing each step, its\n"
    "time and where to look. Sizes, dates, instruments and criteria are the published ones; people and answers are "
    "made\n"
    "from the seed and marked as examples. When it was interrupted, start it again: it begins anew by itself.\n\n"
    "Example: pamong demo --db sqlite:data/example.db --out data/example\n";

}  // namespace

int demo_command(std::span<const std::string_view> arguments, Terminal& terminal) {
    int exit_code = exit_fine;
    const auto settings = settings_for(
        demo_help,
        {{"out", SettingKind::text, "data/example", "folder for the reports", true},
         {"seed", SettingKind::number, "2019", "where made-up people and answers come from", true},
         {"today", SettingKind::text, "", "the day whose week the home pages show, such as 2026-02-02", true}},
        arguments, terminal, exit_code);
    if (!settings) return exit_code;
    const auto store = open_migrated(settings->text("db"), terminal.err);
    if (!store) return exit_data;
    const std::filesystem::path folder(settings->text("out"));
    std::filesystem::create_directories(folder);
    FixedClock clock(Timestamp{});
    SeededRandom random(static_cast<std::uint64_t>(settings->number("seed")));
    const std::string given = settings->text("today");
    const auto today = given.empty() ? local_day(SystemClock().now(), 7) : day_from(given);
    if (!today) {
        print_problem(terminal.err, {"app.not_a_day", "today", {{"value", given}}});
        return exit_use;
    }
    DemoWorld world{*store, clock, random, folder, *today};
    if (const Done made = run_demo(world, terminal.out); !made) {
        print_problem(terminal.err, made.error());
        return exit_data;
    }
    access::HeadFile heads((folder / "chain_heads").string());
    access::seal_all(*store, heads, clock.now());
    return exit_fine;
}

}  // namespace pamong::app
