#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

namespace pamong {

/// `pamong score INPUT.json [-o OUTPUT.json]`: what the rules of appraisal, credit and evaluation make of given
/// numbers.
///
/// `args` are the words after "score". INPUT (or `-` for `in`) holds one object, an array, or JSON Lines, each
/// {"id", "method", "input"}; lines are read and answered one at a time, in constant memory. A wrong item is answered
/// by its problem and the others are still scored. Returns 0, 1 (some item is wrong) or 2 (wrong use).
int score_command(std::span<const std::string_view> args, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace pamong
