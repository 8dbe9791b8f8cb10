#include "platform/log.h"

#include <gtest/gtest.h>

#include <thread>

#include "base/private.h"

namespace pamong {
namespace {

template <class T>
constexpr bool can_be_logged = std::is_constructible_v<LogField, Code, T>;

// The point of the log: what could be a person's words does not compile.
static_assert(!can_be_logged<std::string> && !can_be_logged<const std::string&> && !can_be_logged<std::string_view>);
static_assert(!can_be_logged<const char*> && !can_be_logged<char*> && !can_be_logged<char> && !can_be_logged<double>);
static_assert(!can_be_logged<Private<std::string>> && !can_be_logged<Private<int>> && !can_be_logged<Problem>);
static_assert(!std::is_constructible_v<Code, std::string> && !std::is_constructible_v<Code, const char*>);
static_assert(can_be_logged<int> && can_be_logged<std::uint64_t> && can_be_logged<bool> && can_be_logged<Code>);
static_assert(can_be_logged<OrgId> && can_be_logged<std::chrono::milliseconds>);

}  // namespace

TEST(Log, WritesOneJsonLineForAnEvent) {
    FixedClock clock(*timestamp_from("2026-11-20T07:45:00Z"));
    std::string lines;
    Log log(clock, LogLevel::info, [&](std::string_view line) { lines += line; });
    const OrgId org{*uuid_from("01890a5d-ac96-774b-bcce-b302099a8057")};
    log.info("http.request", {{"status", 200},
                              {"tls", true},
                              {"org_id", org},
                              {"route", Code("/api/v1/people/{id}")},
                              {"taken", std::chrono::milliseconds(3)}});
    log.debug("not.shown");
    EXPECT_EQ(lines,
              "{\"time\":\"2026-11-20T07:45:00Z\",\"level\":\"info\",\"event\":\"http.request\",\"status\":200,"
              "\"tls\":true,\"org_id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"route\":\"/api/v1/people/{id}\","
              "\"taken_us\":3000}\n");
}

TEST(Log, KeepsLinesWholeAcrossThreads) {
    FixedClock clock({});
    std::string lines;
    Log log(clock, LogLevel::info, [&](std::string_view line) { lines += line; });
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int j = 0; j < 100; ++j) log.info("x");
            });
    }
    const std::string one = "{\"time\":\"1970-01-01T00:00:00Z\",\"level\":\"info\",\"event\":\"x\"}\n";
    EXPECT_EQ(lines.size(), 400 * one.size());
    EXPECT_EQ(lines.find(one + one), 0U);
}

TEST(Log, TellsWhereAMistakeOfOursIsButNotWhatTheMessageSays) {
    try {
        expects(false, "guru Sari");
    } catch (const std::exception& failure) {
        EXPECT_NE(kind_of(failure).text().find("logic_error"), std::string_view::npos);
        EXPECT_TRUE(place_of(failure).file.ends_with("src/platform/log_test.cpp")) << place_of(failure).file;
        EXPECT_GT(place_of(failure).line, 0);
    }
    EXPECT_EQ(place_of(std::logic_error("Sari Dewi.cpp:12: x")).file, "");
    EXPECT_EQ(place_of(std::runtime_error("src/a.cpp:12: x")).file, "");
    EXPECT_EQ(Code::checked("people.nuptk_length").text(), "people.nuptk_length");
    EXPECT_EQ(Code::checked("Sari Dewi").text(), "not_a_code");
    EXPECT_EQ(log_level_from("keras").error().code, "log.unknown_level");
}

}  // namespace pamong
