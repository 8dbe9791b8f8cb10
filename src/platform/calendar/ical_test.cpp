#include "platform/calendar/ical.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace pamong {
namespace {

Timestamp at(std::string_view text) { return timestamp_from(text).value(); }

CalendarEvent a_meeting() {
    return {.uid = "0190@pamong",
            .stamped = at("2026-11-01T00:00:00Z"),
            .starts = at("2026-11-20T07:45:00Z"),
            .ends = at("2026-11-20T08:30:00Z"),
            .summary = "Observasi kelas; Bu Sari, kelas 5\nbawa RPP",
            .location = "SDN 1 Palu"};
}

Result<ReadCalendar> read_events(const std::string& events, int offset = 8) {
    return read_busy_times("BEGIN:VCALENDAR\r\n" + events + "END:VCALENDAR\r\n", at("2026-01-01T00:00:00Z"),
                           at("2027-01-01T00:00:00Z"), offset);
}
std::vector<std::string> starts(const Result<ReadCalendar>& calendar) {
    std::vector<std::string> all;
    if (!calendar) return {calendar.error().code};
    for (const BusyTime& busy : calendar->busy) all.push_back(to_string(busy.starts));
    return all;
}
using Starts = std::vector<std::string>;

TEST(WriteIcal, WritesAnEventInUtcWithEscapedText) {
    const std::string text = write_ical({"Jadwal; saya", {a_meeting()}});
    EXPECT_NE(text.find("DTSTART:20261120T074500Z\r\n"), std::string::npos);
    EXPECT_NE(text.find("SUMMARY:Observasi kelas\\; Bu Sari\\, kelas 5\\nbawa RPP\r\n"), std::string::npos);
    EXPECT_NE(text.find("X-WR-CALNAME:Jadwal\\; saya\r\n"), std::string::npos);
    EXPECT_NE(text.find("SEQUENCE:0\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"), std::string::npos);
}

TEST(WriteIcal, FoldsAt75OctetsWithoutSplittingACharacter) {
    CalendarEvent event = a_meeting();
    event.summary.clear();
    for (int i = 0; i < 100; ++i) event.summary += "\u00E9\u20AC\U0001F600";
    const std::string text = write_ical({"", {event}});
    std::size_t from = 0;
    while (from < text.size()) {
        const auto end = text.find("\r\n", from);
        EXPECT_LE(end - from, 75U);
        // A line never begins within a character: the first octet after the blank is no continuation.
        const std::size_t first = text[from] == ' ' ? from + 1 : from;
        EXPECT_NE(static_cast<unsigned char>(text[first]) & 0xC0U, 0x80U);
        from = end + 2;
    }
    const auto back = read_busy_times(text, at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"), 7);
    ASSERT_EQ(back->busy.size(), 1U);
    EXPECT_EQ(back->busy[0].summary, event.summary);
}

TEST(ReadBusyTimes, GivesBackWhatWasWritten) {
    CalendarEvent cancelled = a_meeting();
    cancelled.status = EventStatus::cancelled;
    const auto back = read_busy_times(write_ical({"x", {a_meeting(), cancelled}}), at("2026-01-01T00:00:00Z"),
                                      at("2027-01-01T00:00:00Z"), 7);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->busy,
              (std::vector<BusyTime>{{a_meeting().starts, a_meeting().ends, "0190@pamong", a_meeting().summary}}));
}

TEST(ReadBusyTimes, KnowsTheZonesOfIndonesia) {
    // 07:00 in Makassar (UTC+8) is 23:00 UTC of the day before; floating times take the zone of the reader.
    EXPECT_EQ(
        starts(read_events("BEGIN:VEVENT\nDTSTART;TZID=Asia/Makassar:20261120T070000\nDURATION:PT40M\nEND:VEVENT\n"
                           "BEGIN:VEVENT\nDTSTART:20261121T070000\nDTEND:20261121T074000\nEND:VEVENT\n"
                           "BEGIN:VEVENT\nDTSTART;TZID=\"SE Asia Standard Time\":20261122T070000\nDURATION:PT40M\n"
                           "END:VEVENT\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261123\nEND:VEVENT\n",
                           9)),
        (Starts{"2026-11-19T23:00:00Z", "2026-11-20T22:00:00Z", "2026-11-22T00:00:00Z", "2026-11-22T15:00:00Z"}));
    const auto unknown =
        read_events("BEGIN:VEVENT\nDTSTART;TZID=Mars/Olympus:20261120T070000\nDURATION:PT1H\nEND:VEVENT\n");
    ASSERT_EQ(unknown->notes.size(), 1U);
    EXPECT_EQ(unknown->notes[0].values.at("line"), "2");
}

TEST(ReadBusyTimes, RepeatsATimetableWeekly) {
    // 2026-07-13 is a Monday. Monday and Wednesday, without Wednesday the 22nd.
    EXPECT_EQ(starts(read_events("BEGIN:VEVENT\nDTSTART:20260713T000000Z\nDURATION:PT1H\n"
                                 "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=5\nEXDATE:20260722T000000Z\nEND:VEVENT\n")),
              (Starts{"2026-07-13T00:00:00Z", "2026-07-15T00:00:00Z", "2026-07-20T00:00:00Z", "2026-07-27T00:00:00Z"}));
    EXPECT_EQ(starts(read_events("BEGIN:VEVENT\nDTSTART:20260713T000000Z\nDURATION:PT1H\n"
                                 "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260810T000000Z\nEND:VEVENT\n")),
              (Starts{"2026-07-13T00:00:00Z", "2026-07-27T00:00:00Z", "2026-08-10T00:00:00Z"}));
    const auto monthly =
        read_events("BEGIN:VEVENT\nDTSTART:20260713T000000Z\nDURATION:PT1H\nRRULE:FREQ=MONTHLY\nEND:VEVENT\n");
    EXPECT_EQ(monthly->busy.size(), 1U);
    ASSERT_EQ(monthly->notes.size(), 1U);
    EXPECT_EQ(monthly->notes[0].values.at("what"), "RRULE");
}

TEST(ReadBusyTimes, IgnoresAlarmsAndFreeTimes) {
    EXPECT_EQ(
        starts(read_events("BEGIN:VEVENT\nDTSTART:20260713T000000Z\nDURATION:PT1H\nBEGIN:VALARM\n"
                           "DTSTART:19990101T000000Z\nDURATION:PT5M\nEND:VALARM\nEND:VEVENT\n"
                           "BEGIN:VEVENT\nDTSTART:20260714T000000Z\nDURATION:PT1H\nTRANSP:TRANSPARENT\nEND:VEVENT\n")),
        Starts{"2026-07-13T00:00:00Z"});
}

TEST(ReadBusyTimes, EndsHostileFilesAtALimit) {
    EXPECT_EQ(starts(read_busy_times("", {}, {}, 7)), Starts{"calendar.not_ical"});
    EXPECT_EQ(starts(read_busy_times("<html>", {}, {}, 7)), Starts{"calendar.not_ical"});
    EXPECT_EQ(starts(read_events("SUMMARY:" + std::string(100'000, 'x') + "\n")), Starts{"calendar.too_large"});
    std::string folded = "SUMMARY:";
    for (int i = 0; i < 100'000; ++i) folded += "\n x";
    EXPECT_EQ(starts(read_events(folded + "\n")), Starts{"calendar.too_large"});
    // Ever since 1970, daily, for ever: only the days asked for come out.
    EXPECT_EQ(read_events("BEGIN:VEVENT\nDTSTART:19700101T000000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEND:VEVENT\n")
                  ->busy.size(),
              365U);
    std::string many;
    for (int i = 0; i < 100; ++i)
        many += "BEGIN:VEVENT\nDTSTART:19700101T000000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEND:VEVENT\n";
    EXPECT_EQ(starts(read_events(many)), Starts{"calendar.too_large"});
    std::string counting;
    for (int i = 0; i < 1'000; ++i)
        counting += "BEGIN:VEVENT\nDTSTART:19700101T000000Z\nDURATION:PT0S\nRRULE:FREQ=DAILY;COUNT=99999\nEND:VEVENT\n";
    EXPECT_EQ(starts(read_events(counting)), Starts{"calendar.too_large"});
    for (const std::string bad : {"20260230T000000Z", "99999999T999999Z", "2026", "", "20260713T250000Z", "-0000713"})
        EXPECT_EQ(read_events("BEGIN:VEVENT\nDTSTART:" + bad + "\nDURATION:PT1H\nEND:VEVENT\n")->notes.size(), 1U)
            << bad;
    for (const std::string bad : {"P", "PT", "P99999999999999W", "PT1", "1H", "P1H", "-PT1H"})
        EXPECT_EQ(
            read_events("BEGIN:VEVENT\nDTSTART:20260713T000000Z\nDURATION:" + bad + "\nEND:VEVENT\n")->busy.size(), 0U)
            << bad;
}

}  // namespace
}  // namespace pamong
