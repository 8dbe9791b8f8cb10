#include "base/time.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace pamong {
namespace {

std::chrono::year_month_day civil(Day day) {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day.number}}};
}

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
    if (from + count > text.size()) return std::nullopt;
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

}  // namespace

int Day::year() const { return static_cast<int>(civil(*this).year()); }
int Day::month() const { return static_cast<int>(static_cast<unsigned>(civil(*this).month())); }
int Day::day_of_month() const { return static_cast<int>(static_cast<unsigned>(civil(*this).day())); }

std::optional<Day> day_of(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    return Day{static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

std::string to_string(Day day) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", day.year(), day.month(), day.day_of_month());
    return text.data();
}

std::optional<Day> day_from(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (!year || !month || !day) return std::nullopt;
    return day_of(*year, *month, *day);
}

std::string long_day_id(Day day) {
    static constexpr std::array<const char*, 12> months = {"Januari",   "Februari", "Maret",    "April",
                                                           "Mei",       "Juni",     "Juli",     "Agustus",
                                                           "September", "Oktober",  "November", "Desember"};
    return std::to_string(day.day_of_month()) + " " + months.at(static_cast<std::size_t>(day.month() - 1)) + " " +
           std::to_string(day.year());
}

std::string to_string(Timestamp moment) {
    std::int64_t seconds = moment.micros / 1'000'000;
    if (moment.micros % 1'000'000 < 0) --seconds;
    std::int64_t days = seconds / 86400;
    std::int64_t rest = seconds % 86400;
    if (rest < 0) {
        rest += 86400;
        --days;
    }
    const Day day{static_cast<std::int32_t>(days)};
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02dZ", day.year(), day.month(),
                  day.day_of_month(), static_cast<int>(rest / 3600), static_cast<int>(rest / 60 % 60),
                  static_cast<int>(rest % 60));
    return text.data();
}

std::optional<Timestamp> timestamp_from(std::string_view text) {
    if (text.size() < 20 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    const auto day = day_from(text.substr(0, 10));
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    if (!day || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    std::size_t at = 19;
    std::int64_t micros = 0;
    if (text[at] == '.') {
        std::int64_t unit = 100'000;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
            micros += (text[at] - '0') * unit;
            unit /= 10;
        }
    }
    std::int64_t offset = 0;
    if (at < text.size() && text[at] == 'Z') {
        if (at + 1 != text.size()) return std::nullopt;
    } else if (at + 6 == text.size() && (text[at] == '+' || text[at] == '-') && text[at + 3] == ':') {
        const auto hours = digits(text, at + 1, 2);
        const auto minutes = digits(text, at + 4, 2);
        if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
        offset = (*hours * 3600 + *minutes * 60) * (text[at] == '-' ? -1 : 1);
    } else {
        return std::nullopt;
    }
    const std::int64_t seconds =
        static_cast<std::int64_t>(day->number) * 86400 + *hour * 3600 + *minute * 60 + *second - offset;
    return Timestamp{seconds * 1'000'000 + micros};
}

Day local_day(Timestamp moment, int utc_offset_hours) {
    const std::int64_t seconds = moment.micros / 1'000'000 + static_cast<std::int64_t>(utc_offset_hours) * 3600;
    std::int64_t days = seconds / 86400;
    if (seconds % 86400 < 0) --days;
    return {static_cast<std::int32_t>(days)};
}

}  // namespace pamong
