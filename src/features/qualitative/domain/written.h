#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace pamong::qualitative {

/// Offsets of the whole system are code points: a phone, a browser and the server count the same (UTF-16 and bytes do
/// not).
std::size_t code_points(std::string_view utf8);
/// The code points [start, end) of a text; nothing when that is no stretch of it.
std::optional<std::string> stretch(std::string_view utf8, std::size_t start, std::size_t end);

/// Line ends as one '\n', without the control characters that no transcript has.
std::string tidy_text(std::string_view utf8);

/// Whether a person's text may be kept. Problems: written.missing, written.too_long {most}, written.control.
enum class Needed { yes, no };
Done check_written(std::string_view text, std::string_view at, std::size_t most = 2000, Needed needed = Needed::yes);

}  // namespace pamong::qualitative
