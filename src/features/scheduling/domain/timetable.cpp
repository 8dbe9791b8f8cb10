#include "features/scheduling/domain/timetable.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace pamong::timetables {
namespace {

std::string trimmed_lower(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
    std::string out;
    for (const char c : text) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find(at);
        parts.push_back(trimmed_lower(text.substr(0, end)));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

bool is_day_name(const std::string& cell) {
    constexpr std::array<std::string_view, 16> names{"senin",    "selasa", "rabu",     "kamis",  "jumat",   "jum'at",
                                                     "sabtu",    "minggu", "ahad",     "monday", "tuesday", "wednesday",
                                                     "thursday", "friday", "saturday", "sunday"};
    return std::ranges::find(names, cell) != names.end();
}

/// "1", "jam ke-1", "07.00-07.40", "i": a name of a period, not a lesson.
bool is_period_name(const std::string& cell) {
    if (cell.starts_with("jam") || cell.starts_with("ke-") || cell == "pukul" || cell == "period") return true;
    return !cell.empty() && std::ranges::all_of(cell, [](char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ':' || c == '-' || c == ' ';
    }) && std::ranges::any_of(cell, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_free(const std::string& cell) {
    return cell.empty() || cell == "-" || cell == "--" || cell == "kosong" || cell == "free";
}

}  // namespace

Result<Grid> read_grid(std::string_view pasted) {
    if (pasted.size() > 20'000) return refused("timetables.grid_too_large");
    std::vector<std::vector<std::string>> rows;
    while (!pasted.empty()) {
        const auto end = pasted.find('\n');
        std::string_view line = pasted.substr(0, end);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        rows.push_back(split(line, '\t'));
        if (end == std::string_view::npos) break;
        pasted.remove_prefix(end + 1);
    }
    if (!rows.empty() && std::ranges::any_of(rows.front(), is_day_name)) rows.erase(rows.begin());
    while (!rows.empty() && rows.back().size() == 1 && rows.back().front().empty()) rows.pop_back();
    if (rows.empty()) return refused("timetables.empty_grid");
    if (std::ranges::all_of(rows, [](const auto& row) { return row.size() > 1 && is_period_name(row.front()); }))
        for (auto& row : rows) row.erase(row.begin());
    const std::size_t width = std::ranges::max(rows, {}, &std::vector<std::string>::size).size();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        // A spreadsheet leaves out empty cells at the end of a line only when the whole line is empty.
        if (rows[row].size() == width || (rows[row].size() == 1 && rows[row].front().empty())) continue;
        return refused("timetables.uneven_grid", {{"row", std::to_string(row + 1)}, {"days", std::to_string(width)}});
    }
    const auto week = scheduling::make_week(static_cast<int>(width), static_cast<int>(rows.size()));
    if (!week) return refused(week.error());
    Grid grid{*week, {}};
    for (std::size_t period = 0; period < rows.size(); ++period)
        for (std::size_t day = 0; day < rows[period].size(); ++day)
            if (!is_free(rows[period][day])) grid.busy.add(week->cell(static_cast<int>(day), static_cast<int>(period)));
    return grid;
}

Done check_timetable(const Timetable& timetable) {
    const int end = timetable.first_minute + timetable.period_minutes * timetable.week.periods;
    if (timetable.first_minute < 0 || timetable.period_minutes < 10 || timetable.period_minutes > 180 || end > 24 * 60)
        return refused("timetables.bad_times");
    return {};
}

Timestamp moment_of(const Timetable& timetable, Day day, int period, int utc_offset_hours) {
    const std::int64_t minutes = std::int64_t{day.number} * 24 * 60 + timetable.first_minute +
                                 std::int64_t{period} * timetable.period_minutes - std::int64_t{utc_offset_hours} * 60;
    return {minutes * 60'000'000};
}

int period_at(const Timetable& timetable, Timestamp moment, int utc_offset_hours) {
    const Day day = local_day(moment, utc_offset_hours);
    const std::int64_t begin = moment_of(timetable, day, 0, utc_offset_hours).micros;
    const std::int64_t length = std::int64_t{timetable.period_minutes} * 60'000'000;
    const std::int64_t since = moment.micros - begin;
    return static_cast<int>(since >= 0 ? since / length : -((-since + length - 1) / length));
}

int periods_for(const Timetable& timetable, int minutes) {
    return std::clamp((minutes + timetable.period_minutes - 1) / timetable.period_minutes, 1, timetable.week.periods);
}

Timetable free_like(const Timetable* other, const Uuid& person) {
    Timetable free;
    if (other != nullptr) free = *other;
    else free.week = {6, 10};
    free.id = {};
    free.person = person;
    free.busy = {};
    return free;
}

}  // namespace pamong::timetables
