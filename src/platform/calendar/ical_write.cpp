#include <utility>

#include <fmt/format.h>

#include "platform/calendar/ical.h"

namespace pamong {
namespace {

/// "20261120T074500Z" (RFC 5545, 3.3.5 form 2).
std::string ical_moment(Timestamp moment) {
    std::string out;
    for (const char c : to_string(Timestamp{moment.micros - (moment.micros % 1'000'000 + 1'000'000) % 1'000'000}))
        if (c != '-' && c != ':') out += c;
    return out;
}

/// RFC 5545, 3.3.11: backslash, semicolon, comma and line breaks; other control characters are not allowed.
std::string ical_text(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\\' || c == ';' || c == ',') (out += '\\') += c;
        else if (c == '\n' || (c == '\r' && text.substr(at + 1, 1) != "\n")) out += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') out += c == '\x7F' ? ' ' : c;
    }
    return out;
}

/// RFC 5545, 3.1: at most 75 octets a line without its break; a continued line begins with a blank.
void put_line(std::string& out, std::string_view line) {
    std::size_t most = 75;
    while (line.size() > most) {
        std::size_t end = most;
        while (end > 1 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;  // not within a character
        (out += line.substr(0, end)) += "\r\n ";
        line.remove_prefix(end);
        most = 74;
    }
    (out += line) += "\r\n";
}

}  // namespace

std::string write_ical(const Calendar& calendar) {
    static constexpr std::string_view statuses[] = {"CONFIRMED", "TENTATIVE", "CANCELLED"};
    std::string out;
    put_line(out, "BEGIN:VCALENDAR");
    put_line(out, "VERSION:2.0");
    put_line(out, "PRODID:-//Pamong//Pamong//ID");
    put_line(out, "CALSCALE:GREGORIAN");
    put_line(out, "METHOD:PUBLISH");
    if (!calendar.name.empty()) put_line(out, "X-WR-CALNAME:" + ical_text(calendar.name));
    for (const CalendarEvent& event : calendar.events) {
        put_line(out, "BEGIN:VEVENT");
        put_line(out, "UID:" + ical_text(event.uid));
        put_line(out, "DTSTAMP:" + ical_moment(event.stamped));
        put_line(out, "DTSTART:" + ical_moment(event.starts));
        put_line(out, "DTEND:" + ical_moment(event.ends));
        put_line(out, "SUMMARY:" + ical_text(event.summary));
        if (!event.description.empty()) put_line(out, "DESCRIPTION:" + ical_text(event.description));
        if (!event.location.empty()) put_line(out, "LOCATION:" + ical_text(event.location));
        put_line(out, fmt::format("STATUS:{}", statuses[std::to_underlying(event.status)]));
        put_line(out, fmt::format("SEQUENCE:{}", event.sequence));
        put_line(out, "END:VEVENT");
    }
    put_line(out, "END:VCALENDAR");
    return out;
}

}  // namespace pamong
