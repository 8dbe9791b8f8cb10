#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

namespace pamong {

/// `pamong match --arcs ARCS.csv --capacity N|CAPS.csv [--unmatched-cost C] [--seed N] --out PAIRS.csv --report
/// REPORT.json`
///
/// `args` are the words after "match". Formats: docs/methods/matching.md. Nothing is written unless all went well.
/// Returns 0, 1 (problems in the data) or 2 (wrong use).
int match_command(std::span<const std::string_view> args, std::ostream& out, std::ostream& err);

}  // namespace pamong
