#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace pamong {

/// "DTSTART;TZID=Asia/Makassar:20261120T074500" in its parts. Names are upper case.
struct IcalLine {
    std::string name{};
    std::string parameters{};  ///< ";TZID=Asia/Makassar"
    std::string value{};
    std::size_t number = 0;  ///< of its first line in the file, from 1

    /// The value of a parameter without quotes, or nothing.
    [[nodiscard]] std::optional<std::string> parameter(std::string_view wanted) const;
};

IcalLine ical_line(std::string_view unfolded, std::size_t number);

/// A wall-clock moment: a day, seconds after its midnight, and the offset from UTC in hours.
struct WallTime {
    Day day{};
    std::int64_t seconds = 0;
    int offset = 0;
    bool whole_day = false;
    [[nodiscard]] Timestamp moment() const {
        return {(std::int64_t{day.number} * 86'400 + seconds - std::int64_t{offset} * 3'600) * 1'000'000};
    }
};

/// A DATE or DATE-TIME with its zone; nothing when it is malformed or its zone unknown. Years 1970 to 2200.
std::optional<WallTime> wall_time(std::string_view value, const std::optional<std::string>& zone, int floating_offset);

/// "PT1H30M", "P2D", "P1W": seconds; at most ten years.
std::optional<std::int64_t> ical_duration(std::string_view text);

/// Undoes \n, \, \; and \\.
std::string ical_plain_text(std::string_view text);

}  // namespace pamong
