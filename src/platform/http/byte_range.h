#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pamong::http {

/// What a Range header asks of a file of `size` bytes (RFC 9110 section 14.2).
struct ByteRange {
    enum class Kind : std::uint8_t { whole, part, unsatisfiable };
    Kind kind = Kind::whole;
    std::uint64_t first = 0;
    std::uint64_t length = 0;
    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// One range only; several, other units or nonsense give the whole file, as the standard allows.
ByteRange byte_range_of(std::optional<std::string_view> header, std::uint64_t size);

}  // namespace pamong::http
