#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pamong {

/// About how wide a text is, in the unit of `size`. From advance widths of Noto Sans plus 4 %, so that the layout of a
/// chart is the same on a server without fonts; other letters than ASCII count as one average letter.
double text_width(std::string_view utf8, double size, bool bold = false);

/// Breaks at blanks into at most `most` lines of `width`; what does not fit ends with an ellipsis.
std::vector<std::string> wrapped(std::string_view utf8, double width, double size, std::size_t most, bool bold = false);

}  // namespace pamong
