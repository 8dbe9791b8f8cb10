#include "platform/sheets/encoding.h"

#include <array>

namespace pamong {
namespace {

/// Windows-1252 0x80..0x9F (the rest is Latin-1), by the WHATWG index; the five holes become U+FFFD.
constexpr std::array<std::uint16_t, 32> windows_1252_middle{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

Result<std::string> from_utf16(std::string_view bytes, bool little) {
    if (bytes.size() % 2 != 0) return refused("sheets.bad_encoding", {{"encoding", "UTF-16"}});
    const auto unit = [&](std::size_t at) {
        return little ? byte_at(bytes, at) | byte_at(bytes, at + 1) << 8U
                      : byte_at(bytes, at) << 8U | byte_at(bytes, at + 1);
    };
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        std::uint32_t code = unit(at);
        if (code >= 0xD800 && code <= 0xDFFF) {
            if (code >= 0xDC00 || at + 3 >= bytes.size())
                return refused("sheets.bad_encoding", {{"encoding", "UTF-16"}});
            const std::uint32_t low = unit(at + 2);
            if (low < 0xDC00 || low > 0xDFFF) return refused("sheets.bad_encoding", {{"encoding", "UTF-16"}});
            code = 0x10000U + ((code - 0xD800U) << 10U) + (low - 0xDC00U);
            at += 2;
        }
        append_utf8(out, code);
    }
    return out;
}

}  // namespace

void append_utf8(std::string& out, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | code >> 6U), put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | code >> 12U), put(0x80U | (code >> 6U & 0x3FU)), put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | code >> 18U), put(0x80U | (code >> 12U & 0x3FU)), put(0x80U | (code >> 6U & 0x3FU)),
            put(0x80U | (code & 0x3FU));
    }
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const unsigned first = byte_at(text, at);
        const std::size_t length = first < 0x80                     ? 1
                                   : first >= 0xC2 && first <= 0xDF ? 2
                                   : first >= 0xE0 && first <= 0xEF ? 3
                                   : first >= 0xF0 && first <= 0xF4 ? 4
                                                                    : 0;
        if (length == 0 || at + length > text.size()) return false;
        for (std::size_t i = 1; i < length; ++i)
            if ((byte_at(text, at + i) & 0xC0U) != 0x80U) return false;
        // Overlong forms, surrogates and what lies beyond U+10FFFF.
        const unsigned second = length > 2 ? byte_at(text, at + 1) : 0;
        if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90) ||
            (first == 0xF4 && second > 0x8F))
            return false;
        at += length;
    }
    return true;
}

Result<DecodedText> decode_text(std::string_view bytes) {
    const auto utf16 = [&](std::string_view body, bool little, std::string guessed) -> Result<DecodedText> {
        auto text = from_utf16(body, little);
        if (!text) return refused(text.error());
        return DecodedText{std::move(*text), std::move(guessed)};
    };
    if (bytes.starts_with("\xEF\xBB\xBF") && is_utf8(bytes.substr(3)))
        return DecodedText{std::string(bytes.substr(3)), {}};
    if (bytes.starts_with("\xFF\xFE")) return utf16(bytes.substr(2), true, {});
    if (bytes.starts_with("\xFE\xFF")) return utf16(bytes.substr(2), false, {});
    if (bytes.size() >= 4 && bytes.size() % 2 == 0) {
        if (bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) return utf16(bytes, true, "UTF-16");
        if (bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0) return utf16(bytes, false, "UTF-16");
    }
    if (is_utf8(bytes)) return DecodedText{std::string(bytes), {}};

    DecodedText decoded{{}, "Windows-1252"};
    decoded.utf8.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const unsigned byte = byte_at(bytes, at);
        append_utf8(decoded.utf8, byte >= 0x80 && byte < 0xA0 ? windows_1252_middle[byte - 0x80] : byte);
    }
    return decoded;
}

}  // namespace pamong
