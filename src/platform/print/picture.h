#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pamong {

/// Width and height of a PNG from its first chunk; nothing when it is none or has more than 40 million pixels.
std::optional<std::pair<int, int>> png_size(std::string_view bytes);

/// RFC 4648, with padding.
std::string base64(std::string_view bytes);

}  // namespace pamong
