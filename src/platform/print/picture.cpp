#include "platform/print/picture.h"

#include <cstdint>

namespace pamong {

std::optional<std::pair<int, int>> png_size(std::string_view bytes) {
    constexpr std::int64_t most_pixels = 40'000'000;
    if (bytes.size() < 33 || !bytes.starts_with("\x89PNG\r\n\x1A\n") || bytes.substr(12, 4) != "IHDR")
        return std::nullopt;
    const auto number = [&](std::size_t at) {
        std::int64_t value = 0;
        for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
        return value;
    };
    const std::int64_t width = number(16);
    const std::int64_t height = number(20);
    if (width < 1 || height < 1 || width > 30'000 || height > 30'000 || width * height > most_pixels)
        return std::nullopt;
    return std::pair{static_cast<int>(width), static_cast<int>(height)};
}

std::string base64(std::string_view bytes) {
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            out += at + i > bytes.size() ? '=' : letters[group >> (18U - 6U * static_cast<unsigned>(i)) & 0x3FU];
    }
    return out;
}

}  // namespace pamong
