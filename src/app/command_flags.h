#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/words.h"

namespace pamong {

/// Exit codes of every command.
constexpr int exit_done = 0;
constexpr int exit_problem = 1;    ///< something is wrong in the data
constexpr int exit_wrong_use = 2;  ///< something is wrong with the command itself

/// `--name value` or `--name=value`, each at most once.
class CommandFlags {
  public:
    /// problem  command_line.unknown_flag, needs_value, given_twice.
    static Result<CommandFlags> read(std::span<const std::string_view> args, std::span<const std::string_view> known);

    [[nodiscard]] std::optional<std::string> text(std::string_view flag) const;
    /// problem  command_line.flag_missing.
    [[nodiscard]] Result<std::string> required(std::string_view flag) const;
    /// `fallback` when not given. problem  command_line.not_a_number, with the allowed range.
    [[nodiscard]] Result<std::int64_t> number(std::string_view flag, std::int64_t fallback, std::int64_t least,
                                              std::int64_t most) const;

  private:
    std::map<std::string, std::string, std::less<>> values_;
};

/// Whether help is asked for, wherever the flag stands.
bool asks_for_help(std::span<const std::string_view> args);
/// `--language en`; Indonesian otherwise.
Language language_of(std::span<const std::string_view> args);

/// Prints the sentence of `problem`, and those of its parts, one a line.
void print_problem(std::ostream& err, Language language, const Problem& problem);

}  // namespace pamong
