#include "platform/files/media_type.h"

#include <algorithm>
#include <array>
#include <utility>

#include "platform/sheets/archive.h"

namespace pamong::files {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> endings{{{"image/jpeg", "jpg"},
                                                                                 {"image/png", "png"},
                                                                                 {"image/webp", "webp"},
                                                                                 {"application/pdf", "pdf"},
                                                                                 {"audio/mp4", "m4a"},
                                                                                 {"audio/mpeg", "mp3"},
                                                                                 {"audio/ogg", "ogg"},
                                                                                 {"audio/webm", "webm"},
                                                                                 {"text/plain", "txt"},
                                                                                 {"text/csv", "csv"},
                                                                                 {docx, "docx"},
                                                                                 {xlsx, "xlsx"},
                                                                                 {"application/zip", "zip"}}};

/// The box "ftyp" of ISO 14496-12 with a brand that phones give to recorded sound.
bool is_mp4_sound(std::string_view bytes) {
    if (bytes.size() < 12 || bytes.substr(4, 4) != "ftyp") return false;
    static constexpr std::array brands{"M4A "sv, "M4B "sv, "mp41"sv, "mp42"sv, "isom"sv, "iso2"sv, "iso5"sv, "iso6"sv};
    if (std::ranges::find(brands, bytes.substr(8, 4)) == brands.end()) return false;
    // A track's handler box says what it holds: "hdlr", version and flags, zero, then "soun" or "vide".
    for (auto at = bytes.find("hdlr"sv); at != std::string_view::npos; at = bytes.find("hdlr"sv, at + 4))
        if (bytes.substr(std::min(at + 12, bytes.size()), 4) == "vide") return false;
    return true;
}

/// Matroska's element header with the document type "webm", and no track with a codec for pictures.
bool is_webm_sound(std::string_view bytes) {
    if (!bytes.starts_with("\x1A\x45\xDF\xA3"sv) || bytes.substr(0, 64).find("webm") == std::string_view::npos)
        return false;
    return std::ranges::none_of(std::array{"V_VP8"sv, "V_VP9"sv, "V_AV1"sv, "V_MPEG4"sv},
                                [&](std::string_view codec) { return bytes.find(codec) != std::string_view::npos; });
}

/// "ID3", or the eleven set bits of a frame header (ISO 11172-3) with layer III.
bool is_mp3(std::string_view bytes) {
    if (bytes.starts_with("ID3")) return true;
    if (bytes.size() < 4) return false;
    const auto first = static_cast<unsigned char>(bytes[0]);
    const auto second = static_cast<unsigned char>(bytes[1]);
    return first == 0xFF && (second & 0xE0U) == 0xE0U && (second & 0x06U) == 0x02U && (second & 0x18U) != 0x08U;
}

/// Whole UTF-8 without control characters, and nothing a browser might show as a page.
bool is_plain_text(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto start = bytes.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || bytes[start] == '<') return false;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        if (lead < 0x20 && lead != '\t' && lead != '\n' && lead != '\r') return false;
        const std::size_t more = lead < 0x80 ? 0 : lead >= 0xC2 && lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        if (lead == 0x7F || (lead >= 0x80 && lead < 0xC2) || lead > 0xF4 || at + more >= bytes.size()) return false;
        for (std::size_t next = 1; next <= more; ++next)
            if ((static_cast<unsigned char>(bytes[at + next]) & 0xC0U) != 0x80U) return false;
        at += more + 1;
    }
    return true;
}

std::optional<std::string_view> zipped_type(std::string_view bytes) {
    const SheetLimits limits;
    auto archive = Archive::open(bytes, limits);
    if (!archive) return std::nullopt;
    const auto has = [&](const char* name) {
        const auto entry = archive->read(name);
        return !entry || entry->has_value();  // it is there when it cannot be unpacked, too
    };
    if (has("xl/vbaProject.bin") || has("word/vbaProject.bin")) return std::nullopt;  // macros
    if (has("word/document.xml")) return docx;
    if (has("xl/workbook.xml")) return xlsx;
    return "application/zip";
}

}  // namespace

std::optional<std::string_view> media_type_of(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) return "image/jpeg";
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return "image/png";
    if (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return "image/webp";
    if (bytes.starts_with("%PDF-")) return "application/pdf";
    if (bytes.starts_with("OggS"sv)) return "audio/ogg";
    if (is_webm_sound(bytes)) return "audio/webm";
    if (is_mp4_sound(bytes)) return "audio/mp4";
    if (is_mp3(bytes)) return "audio/mpeg";
    if (bytes.starts_with("PK\x03\x04"sv)) return zipped_type(bytes);
    if (is_plain_text(bytes)) return "text/plain";
    return std::nullopt;
}

bool is_allowed_media_type(std::string_view declared) {
    return std::ranges::any_of(endings, [&](const auto& entry) { return entry.first == declared; });
}

bool fits_declared(std::string_view found, std::string_view declared) {
    return found == declared || (found == "text/plain" && declared == "text/csv");
}

std::string_view file_ending_of(std::string_view media_type) {
    const auto found = std::ranges::find(endings, media_type, &std::pair<std::string_view, std::string_view>::first);
    return found == endings.end() ? "bin" : found->second;
}

}  // namespace pamong::files
