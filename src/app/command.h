#pragma once

#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "platform/settings.h"
#include "platform/words.h"

namespace pamong::app {

/// What a command needs of the world; tests hand in streams of their own.
struct Terminal {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
};

/// 0 all went well, 1 problems in the data, 2 wrong use.
enum ExitCode : int { exit_fine = 0, exit_data = 1, exit_use = 2 };

/// A sub-command: `pamong NAME ...`.
struct Command {
    std::string_view name;
    std::string_view summary;
    int (*run)(std::span<const std::string_view> arguments, Terminal& terminal);
};

/// All sub-commands, in the order of `pamong --help`.
std::span<const Command> commands();

/// The whole program: finds the sub-command, prints help, turns exceptions into one clear line.
int run_program(std::span<const std::string_view> arguments, Terminal& terminal);

/// Prints a problem and its parts (rows of an import) in Indonesian, with the code for searching.
void print_problem(std::ostream& out, const Problem& problem);

/// Settings of a command from flags, environment and pamong.toml; on a problem it is printed and nothing returned.
/// `help` is printed, with a table of the settings, when --help is among the arguments (then nothing is returned and
/// `exit_code` is 0).
std::optional<Settings> settings_for(std::string_view help, std::vector<SettingSpec> own,
                                     std::span<const std::string_view> arguments, Terminal& terminal, int& exit_code);

}  // namespace pamong::app
