#include "app/command.h"

#include <algorithm>

#include "app/api_command.h"
#include "app/audit_command.h"
#include "app/db_command.h"
#include "app/demo_command.h"
#include "app/evaluation_command.h"
#include "app/import_command.h"
#include "app/match_command.h"
#include "app/schedule_command.h"
#include "app/score_command.h"
#include "app/serve_command.h"
#include "app/user_command.h"
#include "app/worker_command.h"

namespace pamong::app {
namespace {

int run_score(std::span<const std::string_view> arguments, Terminal& terminal) {
    return score_command(arguments, terminal.in, terminal.out, terminal.err);
}
int run_match(std::span<const std::string_view> arguments, Terminal& terminal) {
    return match_command(arguments, terminal.out, terminal.err);
}
int run_schedule(std::span<const std::string_view> arguments, Terminal& terminal) {
    return schedule_command(arguments, terminal.out, terminal.err);
}
int run_api(std::span<const std::string_view> arguments, Terminal& terminal) {
    return api_command(arguments, terminal.out, terminal.err);
}

constexpr Command all_commands[] = {
    {"serve", "serve the application: pamong serve --db sqlite:data/pamong.db --port 8080", serve_command},
    {"worker", "do background work beside the server: pamong worker --db URL --data DIR", worker_command},
    {"demo", "make the example and run the whole loop without hands", demo_command},
    {"db", "migrate, status, check, backup, restore, copy and export of a database", db_command},
    {"user", "who may sign in: list, add, a new code, end", user_command},
    {"import", "teachers and schools from a CSV or XLSX file, checked before they are saved", import_command},
    {"score", "what the rules of appraisal and credit make of given numbers", run_score},
    {"match", "pair people at the least cost, with a proof", run_match},
    {"schedule", "find times that both partners can keep", run_schedule},
    {"evaluation", "the published report, its evidence, and whether it holds", evaluation_command},
    {"audit", "audit verify: is the journal whole?", audit_command},
    {"api", "documents generated from the route table", run_api},
};

void print_help(std::ostream& out) {
    out << "Pamong: mentoring, partnership and training programmes of teachers, from rosters to an evaluation report\n"
           "whose every figure leads to its evidence.\n\n"
           "  pamong COMMAND --help     what a command does, with an example that runs\n\n";
    for (const Command& command : all_commands) {
        out << "  " << command.name << std::string(12 - std::min<std::size_t>(11, command.name.size()), ' ')
            << command.summary << '\n';
    }
    out << "\nExample: echo '{\"id\":1,\"method\":\"pkg_competence\",\"input\":{\"indicator_scores\":[2,1,2,2,1,2]}}' "
           "| pamong score -\n";
}

}  // namespace

std::span<const Command> commands() { return all_commands; }

int run_program(std::span<const std::string_view> arguments, Terminal& terminal) {
    if (arguments.empty() || arguments.front() == "--help" || arguments.front() == "-h" ||
        arguments.front() == "help") {
        print_help(arguments.empty() ? terminal.err : terminal.out);
        return arguments.empty() ? exit_use : exit_fine;
    }
    const auto found = std::ranges::find(commands(), arguments.front(), &Command::name);
    if (found == commands().end()) {
        print_problem(terminal.err, {"app.unknown_command", "", {{"command", std::string(arguments.front())}}});
        return exit_use;
    }
    try {
        return found->run(arguments.subspan(1), terminal);
    } catch (const std::exception& failure) {
        terminal.err << Words::all().text(Language::id, "app.failed") << "\n  " << failure.what() << '\n';
        return exit_data;
    }
}

void print_problem(std::ostream& out, const Problem& problem) {
    out << Words::all().text(Language::id, problem);
    if (!problem.at.empty()) out << " [" << problem.at << "]";
    out << " (" << problem.code << ")\n";
    for (const Problem& part : problem.parts) {
        out << "  ";
        print_problem(out, part);
    }
}

std::optional<Settings> settings_for(std::string_view help, std::vector<SettingSpec> own,
                                     std::span<const std::string_view> arguments, Terminal& terminal, int& exit_code) {
    std::vector<SettingSpec> specs = common_settings();
    specs.insert(specs.begin(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    if (std::ranges::find(arguments, "--help") != arguments.end()) {
        terminal.out << help << '\n' << settings_help(specs);
        exit_code = exit_fine;
        return std::nullopt;
    }
    auto settings = Settings::read(specs, process_sources({arguments.begin(), arguments.end()}));
    if (!settings) {
        print_problem(terminal.err, settings.error());
        exit_code = exit_use;
        return std::nullopt;
    }
    return std::move(*settings);
}

}  // namespace pamong::app
