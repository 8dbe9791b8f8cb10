#include "platform/http/target.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "platform/crypto/crypto.h"
#include "platform/http/byte_range.h"
#include "platform/http/data_lock.h"
#include "platform/http/message.h"

namespace pamong::http {

TEST(Target, ReadsPathsAndQueries) {
    const auto target = read_target("/guru//./Sari%20Dewi/?q=%C3%A9+a&q=2&kosong");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/guru/Sari Dewi");
    EXPECT_EQ(target->query, (QueryValues{{"q", "\u00e9 a"}, {"q", "2"}, {"kosong", ""}}));
    EXPECT_EQ(read_target("http://a.lan/x?y=1")->path, "/x");
    EXPECT_EQ(read_target("http://a.lan")->path, "/");
    EXPECT_EQ(read_target("/a+b")->path, "/a+b");  // plus is a space in queries only
}

TEST(Target, RefusesWhatLaterCodeCouldMisread) {
    // the UTF-8 cases are the ill-formed sequences of RFC 3629 section 3 and 10
    for (const char* text : {"", "x", "/..", "/a/../b", "/%2e%2E/b", "/a%2fb", "/a%5Cb", "/a\\b", "/%00", "/%0a", "/%",
                             "/%4", "/%zz", "/%C0%AF", "/%ED%A0%80", "/%FF", "/?q=%80", "/?%0a=1"}) {
        const auto target = read_target(text);
        ASSERT_FALSE(target) << text;
        EXPECT_EQ(target.error().code, "http.bad_target");
    }
}

TEST(Target, ReadsBackWhatItEncodes) {
    rc::check("an encoded name is one part of a path", [](const std::string& letters) {
        std::string name;
        for (const char c : letters)
            if (c >= ' ' && c <= '~' && c != '/' && c != '\\') name += c;
        if (name.empty() || name == "." || name == "..") return;
        RC_ASSERT(read_target("/" + percent_encoded(name))->path == "/" + name);
    });
}

TEST(ByteRange, FollowsTheStandardsExamples) {
    // RFC 9110 section 14.1.2 and 14.2, for a file of 10000 bytes
    using Kind = ByteRange::Kind;
    EXPECT_EQ(byte_range_of("bytes=0-499", 10000), (ByteRange{Kind::part, 0, 500}));
    EXPECT_EQ(byte_range_of("bytes=-500", 10000), (ByteRange{Kind::part, 9500, 500}));
    EXPECT_EQ(byte_range_of("bytes=9500-", 10000), (ByteRange{Kind::part, 9500, 500}));
    EXPECT_EQ(byte_range_of("bytes=9500-99999999999999999999", 10000), (ByteRange{Kind::part, 9500, 500}));
    EXPECT_EQ(byte_range_of("bytes=10000-", 10000).kind, Kind::unsatisfiable);
    EXPECT_EQ(byte_range_of("bytes=-0", 10000).kind, Kind::unsatisfiable);
    for (const char* text : {"bytes=0-0,-1", "bytes=5-4", "bytes=", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=1"})
        EXPECT_EQ(byte_range_of(text, 10000), (ByteRange{Kind::whole, 0, 10000})) << text;
}

TEST(Message, ReadsCookiesAndListHeaders) {
    const HttpRequest request{.method = "GET",
                              .path = "/",
                              .headers = {{"Cookie", "a=1; pamong_session=x=y; b=2"}, {"accept", "a, B ;q=1,c"}}};
    EXPECT_EQ(request.cookie("pamong_session"), "x=y");
    EXPECT_FALSE(request.cookie("session"));
    EXPECT_TRUE(header_lists(request.headers, "Accept", "b"));
    EXPECT_FALSE(header_lists(request.headers, "Accept", "d"));
}

TEST(DataLock, LetsOneServerUseAFolder) {
    const auto folder = std::filesystem::temp_directory_path() / ("pamong_lock_" + random_token());
    {
        const auto first = DataLock::take(folder);
        ASSERT_TRUE(first);
        EXPECT_EQ(DataLock::take(folder).error().code, "data.in_use");
    }
    EXPECT_TRUE(DataLock::take(folder));
    EXPECT_EQ(DataLock::take("/proc/nowhere").error().code, "data.cannot_lock");
    std::filesystem::remove_all(folder);
}

}  // namespace pamong::http
