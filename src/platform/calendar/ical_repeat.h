#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string_view>

#include "platform/calendar/ical_syntax.h"

namespace pamong {

/// The daily and weekly rules of RFC 5545, 3.3.10: what timetables use.
struct RepeatRule {
    int every_days = 0;  ///< daily rule: 1, 2, ...; 0 for a weekly one
    int every_weeks = 0;
    std::set<int> weekdays{};  ///< 1 Monday .. 7 Sunday; empty means the day of the start
    std::optional<int> count{};
    std::optional<Timestamp> until{};  ///< the last moment at which an event may start
};

/// Nothing for a rule with other parts (monthly, BYMONTH, BYSETPOS, ...).
std::optional<RepeatRule> repeat_rule(std::string_view text, int floating_offset);

/// Calls `take` with the starts from about `begin` to `end` until it says false. Each day looked at costs one of
/// `steps`; false when they are used up: a hostile file shall not keep us counting.
bool each_repeat(const WallTime& first, const RepeatRule& rule, Timestamp begin, Timestamp end, std::size_t& steps,
                 const std::function<bool(const WallTime&)>& take);

}  // namespace pamong
