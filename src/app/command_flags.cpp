#include "app/command_flags.h"

#include <algorithm>
#include <limits>
#include <ostream>

#include "app/table_file.h"

namespace pamong {

Result<CommandFlags> CommandFlags::read(std::span<const std::string_view> args,
                                        std::span<const std::string_view> known) {
    CommandFlags flags;
    for (std::size_t word = 0; word < args.size(); ++word) {
        const std::string_view name = args[word].substr(0, args[word].find('='));
        if (std::find(known.begin(), known.end(), name) == known.end())
            return refused("command_line.unknown_flag", {{"flag", std::string(args[word])}});
        std::string_view value;
        if (name.size() < args[word].size()) value = args[word].substr(name.size() + 1);
        else if (++word < args.size()) value = args[word];
        if (value.empty() || value.starts_with("--"))
            return refused("command_line.needs_value", {{"flag", std::string(name)}});
        if (!flags.values_.emplace(name, value).second)
            return refused("command_line.given_twice", {{"flag", std::string(name)}});
    }
    return flags;
}

std::optional<std::string> CommandFlags::text(std::string_view flag) const {
    const auto found = values_.find(flag);
    if (found == values_.end()) return std::nullopt;
    return found->second;
}

Result<std::string> CommandFlags::required(std::string_view flag) const {
    if (auto value = text(flag)) return *value;
    return refused("command_line.flag_missing", {{"flag", std::string(flag)}});
}

Result<std::int64_t> CommandFlags::number(std::string_view flag, std::int64_t fallback, std::int64_t least,
                                          std::int64_t most) const {
    const auto value = text(flag);
    if (!value) return fallback;
    const auto read = whole_number(*value);
    if (read && *read >= least && *read <= most) return *read;
    const std::string range = most == std::numeric_limits<std::int64_t>::max()
                                  ? ">= " + std::to_string(least)
                                  : std::to_string(least) + "-" + std::to_string(most);
    return refused("command_line.not_a_number", {{"flag", std::string(flag)}, {"range", range}, {"value", *value}});
}

bool asks_for_help(std::span<const std::string_view> args) {
    return std::any_of(args.begin(), args.end(),
                       [](std::string_view word) { return word == "--help" || word == "-h"; });
}

Language language_of(std::span<const std::string_view> args) {
    for (std::size_t word = 0; word < args.size(); ++word)
        if (args[word] == "--language=en" ||
            (args[word] == "--language" && word + 1 < args.size() && args[word + 1] == "en"))
            return Language::en;
    return Language::id;
}

void print_problem(std::ostream& err, Language language, const Problem& problem) {
    if (problem.parts.empty()) {
        err << Words::all().text(language, problem) << '\n';
        return;
    }
    for (const Problem& part : problem.parts) print_problem(err, language, part);
}

}  // namespace pamong
