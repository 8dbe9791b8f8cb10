#include <algorithm>
#include <set>

#include "platform/calendar/ical.h"
#include "platform/calendar/ical_repeat.h"
#include "platform/calendar/ical_syntax.h"

namespace pamong {
namespace {

/// One VEVENT as it stands in the file.
struct RawEvent {
    std::size_t line = 0;
    std::optional<IcalLine> start{};
    std::optional<IcalLine> end{};
    std::optional<IcalLine> duration{};
    std::optional<IcalLine> rule{};
    std::vector<IcalLine> except{};
    std::string uid{};
    std::string summary{};
    bool other_dates = false;   ///< RDATE, which we do not read
    bool replaces_one = false;  ///< RECURRENCE-ID: an exception of a repeated event
    bool free = false;
};

void take_line(RawEvent& event, IcalLine line) {
    if (line.name == "DTSTART") event.start = std::move(line);
    else if (line.name == "DTEND") event.end = std::move(line);
    else if (line.name == "DURATION") event.duration = std::move(line);
    else if (line.name == "RRULE") event.rule = std::move(line);
    else if (line.name == "EXDATE") event.except.push_back(std::move(line));
    else if (line.name == "RDATE") event.other_dates = true;
    else if (line.name == "RECURRENCE-ID") event.replaces_one = true;
    else if (line.name == "UID") event.uid = ical_plain_text(line.value);
    else if (line.name == "SUMMARY") event.summary = ical_plain_text(line.value);
    else if ((line.name == "STATUS" && line.value == "CANCELLED") ||
             (line.name == "TRANSP" && line.value == "TRANSPARENT"))
        event.free = true;
}

/// Makes busy times of events, counting what comes out.
class BusyCollector {
  public:
    BusyCollector(Timestamp from, Timestamp until, int offset, const CalendarLimits& limits)
        : from_(from), until_(until), offset_(offset), limits_(limits) {}

    Done add(const RawEvent& event) {
        if (event.free) return {};
        const auto start = time_of(event.start);
        if (!start) return skip(event, event.start ? "DTSTART" : "-");
        const auto seconds = length_of(event, *start);
        if (!seconds) return skip(event, "DTEND");
        if (event.other_dates) note(event, "RDATE");
        if (event.replaces_one) note(event, "RECURRENCE-ID");
        if (!event.rule) return put(event, *start, *seconds);

        const auto rule = repeat_rule(event.rule->value, offset_);
        if (!rule) {
            note(event, "RRULE");  // its first time is still a busy time
            return put(event, *start, *seconds);
        }
        const std::set<std::int64_t> except = excepted(event);
        Done done;
        const bool counted =
            each_repeat(*start, *rule, from_.plus_seconds(-*seconds), until_, steps_, [&](const WallTime& time) {
                if (!except.contains(time.moment().micros)) done = put(event, time, *seconds);
                return done.has_value();
            });
        if (!counted)
            return refused("calendar.too_large", {{"what", "repeats"}, {"limit", std::to_string(most_steps)}});
        return done;
    }

    ReadCalendar finish() {
        std::ranges::stable_sort(calendar_.busy, {},
                                 [](const BusyTime& busy) { return std::tie(busy.starts, busy.ends); });
        return std::move(calendar_);
    }

  private:
    [[nodiscard]] std::optional<WallTime> time_of(const std::optional<IcalLine>& line) const {
        return line ? wall_time(line->value, line->parameter("TZID"), offset_) : std::nullopt;
    }

    [[nodiscard]] std::optional<std::int64_t> length_of(const RawEvent& event, const WallTime& start) const {
        if (event.end) {
            const auto end = time_of(event.end);
            if (!end || end->moment() < start.moment()) return std::nullopt;
            return (end->moment().micros - start.moment().micros) / 1'000'000;
        }
        if (event.duration) return ical_duration(event.duration->value);
        return start.whole_day ? 86'400 : 0;  // RFC 5545, 3.6.1
    }

    [[nodiscard]] std::set<std::int64_t> excepted(const RawEvent& event) const {
        std::set<std::int64_t> moments;
        for (const IcalLine& line : event.except) {
            std::string_view rest = line.value;
            while (!rest.empty()) {
                const auto comma = std::min(rest.find(','), rest.size());
                if (const auto time = wall_time(rest.substr(0, comma), line.parameter("TZID"), offset_))
                    moments.insert(time->moment().micros);
                rest.remove_prefix(std::min(comma + 1, rest.size()));
            }
        }
        return moments;
    }

    Done put(const RawEvent& event, const WallTime& start, std::int64_t seconds) {
        const Timestamp starts = start.moment();
        const Timestamp ends = starts.plus_seconds(seconds);
        if (seconds == 0 || ends <= from_ || starts >= until_) return {};
        if (calendar_.busy.size() == limits_.events)
            return refused("calendar.too_large", {{"what", "events"}, {"limit", std::to_string(limits_.events)}});
        calendar_.busy.push_back({starts, ends, event.uid, event.summary});
        return {};
    }

    void note(const RawEvent& event, std::string_view what) {
        constexpr std::size_t most = 1'000;
        if (calendar_.notes.size() < most)
            calendar_.notes.push_back({"calendar.event_skipped",
                                       "line " + std::to_string(event.line),
                                       {{"what", std::string(what)}, {"line", std::to_string(event.line)}},
                                       {}});
    }
    Done skip(const RawEvent& event, std::string_view what) {
        note(event, what);
        return {};
    }

    static constexpr std::size_t most_steps = 5'000'000;
    std::size_t steps_ = most_steps;
    Timestamp from_;
    Timestamp until_;
    int offset_;
    CalendarLimits limits_;
    ReadCalendar calendar_;
};

/// Gives unfolded lines one by one.
class LineReader {
  public:
    LineReader(std::string_view text, std::size_t most) : rest_(text), most_(most) {}
    [[nodiscard]] std::size_t number() const { return first_; }
    [[nodiscard]] bool too_long() const { return too_long_; }

    bool next(std::string& line) {
        if (rest_.empty() || too_long_) return false;
        first_ = number_ + 1;
        line = physical();
        while (rest_.starts_with(' ') || rest_.starts_with('\t')) {
            rest_.remove_prefix(1);
            line += physical();
            if (line.size() > most_) break;
        }
        too_long_ = line.size() > most_;
        return !too_long_;
    }

  private:
    std::string_view physical() {
        ++number_;
        const auto end = std::min(rest_.find('\n'), rest_.size());
        std::string_view line = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        return line;
    }
    std::string_view rest_;
    std::size_t most_;
    std::size_t number_ = 0;
    std::size_t first_ = 0;
    bool too_long_ = false;
};

}  // namespace

Result<ReadCalendar> read_busy_times(std::string_view text, Timestamp from, Timestamp until, int utc_offset_hours,
                                     const CalendarLimits& limits) {
    const auto too_large = [](std::string_view what, std::size_t limit) {
        return refused("calendar.too_large", {{"what", std::string(what)}, {"limit", std::to_string(limit)}});
    };
    if (text.size() > limits.bytes) return too_large("bytes", limits.bytes);
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    BusyCollector collector(from, until, utc_offset_hours, limits);
    LineReader reader(text, limits.line_bytes);
    std::string line;
    if (!reader.next(line) || ical_line(line, 1).name != "BEGIN" || ical_line(line, 1).value != "VCALENDAR")
        return refused("calendar.not_ical");

    std::optional<RawEvent> event;
    std::size_t within = 0;  // components inside the event, such as alarms: not ours
    std::size_t events = 0;
    while (reader.next(line)) {
        IcalLine parts = ical_line(line, reader.number());
        if (parts.name == "BEGIN" && event) {
            ++within;
        } else if (parts.name == "BEGIN" && parts.value == "VEVENT") {
            if (++events > limits.events) return too_large("events", limits.events);
            event = RawEvent{};
            event->line = reader.number();
        } else if (parts.name == "END" && event && within > 0) {
            --within;
        } else if (parts.name == "END" && event) {
            if (auto done = collector.add(*event); !done) return refused(done.error());
            event.reset();
        } else if (event && within == 0) {
            take_line(*event, std::move(parts));
        }
    }
    if (reader.too_long()) return too_large("line_bytes", limits.line_bytes);
    return collector.finish();
}

}  // namespace pamong
