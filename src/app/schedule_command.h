#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

namespace pamong {

/// `pamong schedule --lessons L.csv [--unavailable U.csv] --pairs P.csv --days 6 --periods 10 [--session-periods K]
///  [--max-per-mentor-day D] --out S.csv --report R.json`
///
/// `args` are the words after "schedule". Formats: docs/methods/scheduling.md. Nothing is written unless all went well.
/// Returns 0, 1 (problems in the data) or 2 (wrong use).
int schedule_command(std::span<const std::string_view> args, std::ostream& out, std::ostream& err);

}  // namespace pamong
