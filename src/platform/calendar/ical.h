#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace pamong {

enum class EventStatus : std::uint8_t { confirmed, tentative, cancelled };

/// One meeting of a calendar feed (RFC 5545 VEVENT).
struct CalendarEvent {
    std::string uid{};    ///< stable for ever: the record's id and a domain of ours
    Timestamp stamped{};  ///< DTSTAMP: when this version was made
    Timestamp starts{};
    Timestamp ends{};
    std::string summary{};
    std::string description{};
    std::string location{};
    EventStatus status = EventStatus::confirmed;
    int sequence = 0;  ///< raised with every change, so that calendars take the new time
};

struct Calendar {
    std::string name{};  ///< shown by calendar apps (X-WR-CALNAME)
    std::vector<CalendarEvent> events{};
};

/// A VCALENDAR 2.0: times in UTC, lines folded at 75 octets without splitting a character, CRLF.
std::string write_ical(const Calendar& calendar);

/// A time somebody is busy.
struct BusyTime {
    Timestamp starts{};
    Timestamp ends{};
    std::string uid{};
    std::string summary{};
    friend bool operator==(const BusyTime&, const BusyTime&) = default;
};

struct ReadCalendar {
    std::vector<BusyTime> busy{};  ///< by start
    std::vector<Problem> notes{};  ///< calendar.event_skipped with the line: no start, an unknown zone or rule
};

struct CalendarLimits {
    std::size_t bytes = 8U << 20U;
    std::size_t events = 20'000;          ///< as written and after repetition
    std::size_t line_bytes = 64U << 10U;  ///< unfolded
};

/// The busy times of a calendar file between `from` and `until`.
///
/// Times in UTC, in the zones of Indonesia (TZID Asia/Jakarta, Pontianak, Makassar, Jayapura and the usual Windows
/// names), and floating ones, which take `utc_offset_hours`. DTEND or DURATION; whole days; cancelled and transparent
/// events are free. Of the rules, daily and weekly ones (INTERVAL, COUNT, UNTIL, BYDAY, EXDATE): timetables; others
/// are noted. Problems: calendar.not_ical, calendar.too_large.
Result<ReadCalendar> read_busy_times(std::string_view text, Timestamp from, Timestamp until, int utc_offset_hours,
                                     const CalendarLimits& limits = {});

}  // namespace pamong
