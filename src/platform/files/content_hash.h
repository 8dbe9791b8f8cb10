#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pamong::files {

/// The hash that names a file: SHA-256 as 64 hex digits. Every browser computes it itself, so a phone can say what it
/// is going to send (docs/decisions/0008). The one place that names it.
inline constexpr std::string_view content_hash_name = "sha256";
std::string content_hash(std::string_view bytes);
bool is_content_hash(std::string_view text);

}  // namespace pamong::files
