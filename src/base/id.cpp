#include "base/id.h"

#include <array>

namespace pamong {
namespace {

constexpr std::string_view hex = "0123456789abcdef";

int nibble(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::uint64_t fnv1a(std::string_view text, std::uint64_t hash) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

Uuid with_version(Uuid id, std::uint64_t version) {
    id.high = (id.high & ~std::uint64_t{0xF000}) | (version << 12U);
    id.low = (id.low & 0x3FFFFFFFFFFFFFFFU) | 0x8000000000000000U;
    return id;
}

}  // namespace

std::string to_string(const Uuid& id) {
    std::string text;
    text.reserve(36);
    for (int i = 0; i < 32; ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20) text += '-';
        const std::uint64_t word = i < 16 ? id.high : id.low;
        text += hex[(word >> (60U - 4U * static_cast<unsigned>(i % 16))) & 0xFU];
    }
    return text;
}

std::optional<Uuid> uuid_from(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    Uuid id;
    int seen = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (text[i] != '-') return std::nullopt;
            continue;
        }
        const int digit = nibble(text[i]);
        if (digit < 0) return std::nullopt;
        auto& word = seen < 16 ? id.high : id.low;
        word = (word << 4U) | static_cast<std::uint64_t>(digit);
        ++seen;
    }
    return id;
}

Uuid make_uuid(Timestamp now, Random& random) {
    const auto millis = static_cast<std::uint64_t>(now.micros / 1000);
    return with_version({(millis << 16U) | (random.next() & 0xFFFU), random.next()}, 7);
}

Uuid uuid_for_name(std::string_view name) {
    return with_version({fnv1a(name, 0xcbf29ce484222325U), fnv1a(name, 0x84222325cbf29ce4U)}, 8);
}

}  // namespace pamong
