#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace pamong {

/// Text made UTF-8, and whether its encoding had to be guessed ("Windows-1252", "UTF-16"); empty when it is certain.
struct DecodedText {
    std::string utf8{};
    std::string guessed{};
};

/// UTF-8 with or without a byte order mark, UTF-16 with one (or with the tell-tale zeros), else Windows-1252.
/// Problem: sheets.bad_encoding where UTF-16 is broken.
Result<DecodedText> decode_text(std::string_view bytes);

bool is_utf8(std::string_view text);
void append_utf8(std::string& out, std::uint32_t code_point);

}  // namespace pamong
