#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pamong {

/// A moment: microseconds since 1970-01-01 UTC. Comes from the application's clock, never from a database.
struct Timestamp {
    std::int64_t micros = 0;
    friend auto operator<=>(const Timestamp&, const Timestamp&) = default;
    [[nodiscard]] Timestamp plus_seconds(std::int64_t seconds) const { return {micros + seconds * 1'000'000}; }
};

/// "2026-11-20T07:45:00Z"; what JSON and logs show.
std::string to_string(Timestamp moment);
/// Reads "2026-11-20T07:45:00Z", with optional fraction and with Z or an offset such as +07:00.
std::optional<Timestamp> timestamp_from(std::string_view text);

/// A calendar day, proleptic Gregorian. `number` counts days from 1970-01-01 (which was a Thursday).
struct Day {
    std::int32_t number = 0;
    friend auto operator<=>(const Day&, const Day&) = default;
    [[nodiscard]] Day plus(int days) const { return {number + days}; }
    /// 1 Monday .. 7 Sunday (ISO 8601).
    [[nodiscard]] int weekday() const { return (((number + 3) % 7) + 7) % 7 + 1; }
    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const;
    [[nodiscard]] int day_of_month() const;
};

/// Nothing when there is no such day (2025-02-30).
std::optional<Day> day_of(int year, int month, int day);
/// "2026-11-20".
std::string to_string(Day day);
/// Reads "2026-11-20" only.
std::optional<Day> day_from(std::string_view text);
/// "20 November 2026" / "20 Nov 2026" as Indonesian readers write it.
std::string long_day_id(Day day);

/// Indonesia has three zones without daylight saving: WIB +7, WITA +8, WIT +9.
Day local_day(Timestamp moment, int utc_offset_hours);

/// Where the time comes from.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Timestamp now() = 0;
};

/// A clock that stands where it is put: tests and `pamong demo`.
class FixedClock final : public Clock {
  public:
    explicit FixedClock(Timestamp start) : now_(start) {}
    Timestamp now() override { return now_; }
    void set(Timestamp moment) { now_ = moment; }
    void advance_seconds(std::int64_t seconds) { now_ = now_.plus_seconds(seconds); }

  private:
    Timestamp now_;
};

}  // namespace pamong
