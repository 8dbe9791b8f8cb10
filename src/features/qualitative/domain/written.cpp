#include "features/qualitative/domain/written.h"

#include <algorithm>

namespace pamong::qualitative {
namespace {

bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

}  // namespace

std::size_t code_points(std::string_view utf8) {
    return static_cast<std::size_t>(std::ranges::count_if(utf8, starts_code_point));
}

std::optional<std::string> stretch(std::string_view utf8, std::size_t start, std::size_t end) {
    if (start >= end) return std::nullopt;
    std::size_t point = 0;
    std::size_t from = std::string_view::npos;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if (!starts_code_point(utf8[at])) continue;
        if (point == start) from = at;
        if (point == end) return std::string(utf8.substr(from, at - from));
        ++point;
    }
    if (point != end || from == std::string_view::npos) return std::nullopt;
    return std::string(utf8.substr(from));
}

std::string tidy_text(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if (utf8[at] == '\r') {
            if (at + 1 == utf8.size() || utf8[at + 1] != '\n') out += '\n';
        } else if (!is_control(utf8[at])) {
            out += utf8[at];
        }
    }
    return out;
}

Done check_written(std::string_view text, std::string_view at, std::size_t most, Needed needed) {
    if (std::ranges::any_of(text, is_control)) return refused("written.control", {}, std::string(at));
    const bool blank = text.find_first_not_of(" \t\n") == std::string_view::npos;
    if (needed == Needed::yes && blank) return refused("written.missing", {}, std::string(at));
    if (code_points(text) > most) return refused("written.too_long", {{"most", std::to_string(most)}}, std::string(at));
    return {};
}

}  // namespace pamong::qualitative
