#include "platform/calendar/ical_repeat.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace pamong {
namespace {

std::optional<int> small_number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 1 || value > 100'000) return std::nullopt;
    return value;
}

bool read_weekdays(std::string_view text, std::set<int>& weekdays) {
    static constexpr std::array<std::string_view, 7> names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    while (true) {
        const auto comma = text.find(',');
        const auto* const found = std::ranges::find(names, text.substr(0, comma));
        if (found == names.end()) return false;
        weekdays.insert(static_cast<int>(found - names.begin()) + 1);
        if (comma == std::string_view::npos) return true;
        text.remove_prefix(comma + 1);
    }
}

}  // namespace

std::optional<RepeatRule> repeat_rule(std::string_view text, int floating_offset) {
    RepeatRule rule;
    std::string_view frequency;
    int interval = 1;
    while (!text.empty()) {
        const auto semicolon = std::min(text.find(';'), text.size());
        const std::string_view part = text.substr(0, semicolon);
        text.remove_prefix(std::min(semicolon + 1, text.size()));
        const auto equals = part.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const std::string_view name = part.substr(0, equals);
        const std::string_view value = part.substr(equals + 1);
        if (name == "FREQ") {
            frequency = value;
        } else if (name == "INTERVAL") {
            const auto number = small_number(value);
            if (!number) return std::nullopt;
            interval = *number;
        } else if (name == "COUNT") {
            rule.count = small_number(value);
            if (!rule.count) return std::nullopt;
        } else if (name == "UNTIL") {
            auto time = wall_time(value, std::nullopt, floating_offset);
            if (!time) return std::nullopt;
            if (time->whole_day) time->seconds = 86'399;
            rule.until = time->moment();
        } else if (name == "BYDAY") {
            if (!read_weekdays(value, rule.weekdays)) return std::nullopt;
        } else if (name == "WKST") {
            // Weeks begin on Monday here; another first day matters only with an interval of more than one week.
            if (value != "MO" && interval > 1) return std::nullopt;
        } else {
            return std::nullopt;
        }
    }
    if (frequency == "DAILY") rule.every_days = interval;
    else if (frequency == "WEEKLY") rule.every_weeks = interval;
    else return std::nullopt;
    return rule;
}

bool each_repeat(const WallTime& first, const RepeatRule& rule, Timestamp begin, Timestamp end, std::size_t& steps,
                 const std::function<bool(const WallTime&)>& take) {
    int taken = 0;
    const Day monday = first.day.plus(1 - first.day.weekday());
    // Without a count nothing has to be counted: begin a whole number of periods later.
    const int period = rule.every_days > 0 ? rule.every_days : 7 * rule.every_weeks;
    const std::int64_t wait = begin.micros / 86'400'000'000 - 1 - first.day.number;
    const int skipped = rule.count || wait < period ? 0 : static_cast<int>(wait / period) * period;
    for (Day day = first.day.plus(skipped);; day = day.plus(1)) {
        if (steps == 0) return false;
        --steps;
        WallTime start = first;
        start.day = day;
        if (start.moment() > end || (rule.until && start.moment() > *rule.until)) return true;
        const int from_first = day.number - first.day.number;
        bool hit = false;
        if (rule.every_days > 0)
            hit = from_first % rule.every_days == 0 && (rule.weekdays.empty() || rule.weekdays.contains(day.weekday()));
        else
            hit =
                (day.number - monday.number) / 7 % rule.every_weeks == 0 &&
                (rule.weekdays.empty() ? day.weekday() == first.day.weekday() : rule.weekdays.contains(day.weekday()));
        if (!hit && from_first > 0) continue;
        if (rule.count && taken++ == *rule.count) return true;
        if (!take(start)) return true;
    }
}

}  // namespace pamong
