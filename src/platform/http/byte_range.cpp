#include "platform/http/byte_range.h"

#include <algorithm>
#include <charconv>

namespace pamong::http {
namespace {

/// Digits only; a number too large for 64 bits lies behind every file and becomes the largest.
std::optional<std::uint64_t> byte_position(std::string_view text) {
    if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    std::uint64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc{} ? value : UINT64_MAX;
}

}  // namespace

ByteRange byte_range_of(std::optional<std::string_view> header, std::uint64_t size) {
    const ByteRange whole{ByteRange::Kind::whole, 0, size};
    const ByteRange unsatisfiable{ByteRange::Kind::unsatisfiable, 0, 0};
    constexpr std::string_view unit = "bytes=";
    if (!header || !header->starts_with(unit)) return whole;
    const std::string_view range = header->substr(unit.size());
    const auto dash = range.find('-');
    if (dash == std::string_view::npos) return whole;
    const auto first = byte_position(range.substr(0, dash));
    const auto last = byte_position(range.substr(dash + 1));
    if (dash == 0) {  // "-500": the last 500
        if (!last) return whole;
        if (*last == 0 || size == 0) return unsatisfiable;
        const std::uint64_t length = std::min(*last, size);
        return {ByteRange::Kind::part, size - length, length};
    }
    const bool open = dash + 1 == range.size();
    if (!first || (!open && (!last || *last < *first))) return whole;
    if (*first >= size) return unsatisfiable;
    const std::uint64_t end = open ? size - 1 : std::min(*last, size - 1);
    return {ByteRange::Kind::part, *first, end - *first + 1};
}

}  // namespace pamong::http
