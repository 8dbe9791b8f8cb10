#pragma once

#include <expected>
#include <map>
#include <source_location>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace pamong {

/// Why something was refused, in a form that a person can act on.
///
/// `code` is stable and names a sentence in words/*.json, such as "people.nuptk_length".
/// `at` says where: a JSON path ("items[3].score"), a sheet cell ("Guru!C14"), or nothing.
/// `values` fill the sentence's blanks: {"length": "15"}. They are shown to the person who asked and are never logged.
struct Problem {
    std::string code;
    std::string at{};
    std::map<std::string, std::string> values{};
    /// More of the same kind, such as one entry per wrong row of an import; empty for a single problem.
    std::vector<Problem> parts{};

    friend bool operator==(const Problem&, const Problem&) = default;
};

template <class T>
using Result = std::expected<T, Problem>;

/// Nothing to return but success.
using Done = Result<void>;

/// `return refused("mentoring.mentor_is_full", {{"mentor", name}});`
inline std::unexpected<Problem> refused(std::string_view code, std::map<std::string, std::string> values = {},
                                        std::string at = {}) {
    return std::unexpected(Problem{std::string(code), std::move(at), std::move(values), {}});
}

inline std::unexpected<Problem> refused(Problem problem) { return std::unexpected(std::move(problem)); }

/// A condition that only a mistake of ours can break; checked in every build.
inline void expects(bool condition, std::string_view what,
                    std::source_location where = std::source_location::current()) {
    if (!condition)
        throw std::logic_error(std::string(where.file_name()) + ":" + std::to_string(where.line()) + ": " +
                               std::string(what));
}

}  // namespace pamong
