#include "platform/calendar/ical_syntax.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace pamong {
namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string in_upper_case(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), upper);
    return out;
}

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return std::nullopt;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/// The three zones of Indonesia by their IANA and Windows names, and UTC. None has daylight saving.
std::optional<int> zone_offset(std::string_view zone) {
    struct Zone {
        std::string_view name;
        int hours;
    };
    static constexpr std::array<Zone, 17> zones{{{"UTC", 0},
                                                 {"ETC/UTC", 0},
                                                 {"GMT", 0},
                                                 {"ASIA/JAKARTA", 7},
                                                 {"ASIA/PONTIANAK", 7},
                                                 {"ASIA/BANGKOK", 7},
                                                 {"SE ASIA STANDARD TIME", 7},
                                                 {"WIB", 7},
                                                 {"ASIA/MAKASSAR", 8},
                                                 {"ASIA/UJUNG_PANDANG", 8},
                                                 {"ASIA/SINGAPORE", 8},
                                                 {"SINGAPORE STANDARD TIME", 8},
                                                 {"WITA", 8},
                                                 {"ASIA/JAYAPURA", 9},
                                                 {"ASIA/TOKYO", 9},
                                                 {"TOKYO STANDARD TIME", 9},
                                                 {"WIT", 9}}};
    const std::string wanted = in_upper_case(zone);
    const auto* const found = std::ranges::find(zones, std::string_view(wanted), &Zone::name);
    if (found == zones.end()) return std::nullopt;
    return found->hours;
}

}  // namespace

std::optional<std::string> IcalLine::parameter(std::string_view wanted) const {
    std::string_view rest = parameters;
    while (rest.starts_with(';')) {
        rest.remove_prefix(1);
        bool quoted = false;
        std::size_t end = 0;
        for (; end < rest.size() && (quoted || rest[end] != ';'); ++end) quoted ^= rest[end] == '"';
        const std::string_view one = rest.substr(0, end);
        rest.remove_prefix(end);
        const auto equals = one.find('=');
        if (equals == std::string_view::npos || in_upper_case(one.substr(0, equals)) != wanted) continue;
        std::string plain(one.substr(equals + 1));
        std::erase(plain, '"');
        return plain;
    }
    return std::nullopt;
}

IcalLine ical_line(std::string_view unfolded, std::size_t number) {
    IcalLine line;
    line.number = number;
    const auto name_end = std::min(unfolded.find_first_of(";:"), unfolded.size());
    line.name = in_upper_case(unfolded.substr(0, name_end));
    bool quoted = false;
    std::size_t at = name_end;
    for (; at < unfolded.size() && (quoted || unfolded[at] != ':'); ++at) quoted ^= unfolded[at] == '"';
    line.parameters = unfolded.substr(name_end, at - name_end);
    if (at < unfolded.size()) line.value = unfolded.substr(at + 1);
    return line;
}

std::optional<WallTime> wall_time(std::string_view value, const std::optional<std::string>& zone, int floating_offset) {
    const auto year = digits(value, 0, 4);
    const auto month = digits(value, 4, 2);
    const auto day = digits(value, 6, 2);
    if (!year || !month || !day || *year < 1970 || *year > 2200) return std::nullopt;
    const auto date = day_of(*year, *month, *day);
    if (!date) return std::nullopt;
    WallTime time{*date, 0, floating_offset, false};
    if (value.size() == 8) {
        time.whole_day = true;
        return time;
    }
    const auto hour = digits(value, 9, 2);
    const auto minute = digits(value, 11, 2);
    const auto second = digits(value, 13, 2);
    const bool utc = value.size() == 16 && value[15] == 'Z';
    if (value[8] != 'T' || !(value.size() == 15 || utc) || !hour || !minute || !second || *hour > 23 || *minute > 59 ||
        *second > 60)
        return std::nullopt;
    time.seconds = *hour * 3'600 + *minute * 60 + std::min(*second, 59);
    if (utc) {
        time.offset = 0;
    } else if (zone) {
        const auto offset = zone_offset(*zone);
        if (!offset) return std::nullopt;
        time.offset = *offset;
    }
    return time;
}

std::optional<std::int64_t> ical_duration(std::string_view text) {
    constexpr std::int64_t most = std::int64_t{3'660} * 86'400;
    if (text.starts_with('+')) text.remove_prefix(1);
    if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
    text.remove_prefix(1);
    std::int64_t seconds = 0;
    bool time = false;
    while (!text.empty()) {
        if (text[0] == 'T') {
            time = true;
            text.remove_prefix(1);
            continue;
        }
        std::int64_t count = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
        if (error != std::errc{} || end == text.data() + text.size() || count < 0 || count > most) return std::nullopt;
        const char unit = *end;
        const std::int64_t length = unit == 'W' && !time   ? 7 * 86'400
                                    : unit == 'D' && !time ? 86'400
                                    : unit == 'H' && time  ? 3'600
                                    : unit == 'M' && time  ? 60
                                    : unit == 'S' && time  ? 1
                                                           : 0;
        if (length == 0) return std::nullopt;
        seconds += count * length;
        if (seconds > most) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
    }
    return seconds;
}

std::string ical_plain_text(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            out += text[at];
            continue;
        }
        ++at;
        out += text[at] == 'n' || text[at] == 'N' ? '\n' : text[at];
    }
    return out;
}

}  // namespace pamong
