#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "platform/files/media_type.h"

// Whatever the bytes are, the answer is nothing or a type that we take; and what a browser takes for a page is never
// text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto type = pamong::files::media_type_of(bytes);
    if (type && !pamong::files::is_allowed_media_type(*type)) std::abort();
    const std::string_view text = bytes.substr(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    const auto first = text.find_first_not_of(" \t\r\n");
    if (type == "text/plain" && (first == std::string_view::npos || text[first] == '<')) std::abort();
    return 0;
}
