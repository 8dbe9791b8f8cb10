#include "platform/http/tls.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "platform/crypto/crypto.h"
#include "platform/http/testing/wire_client.h"

namespace pamong::http {
namespace {

struct TlsFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("pamong_tls_" + random_token());
    ~TlsFolder() { std::filesystem::remove_all(path); }
};

std::string file_text(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

unsigned file_mode(const std::filesystem::path& file) {
    struct stat facts{};
    ::stat(file.c_str(), &facts);
    return facts.st_mode & 0777U;
}

}  // namespace

TEST(LocalCa, IsTrustedForItsNamesByAClientThatInstalledIt) {
    const TlsFolder folder;
    const auto ca = make_local_ca(folder.path, {"pamong.sekolah.lan", "127.0.0.1"}, SystemClock().now());
    ASSERT_TRUE(ca) << ca.error().code;
    const TestServer server(echo, {.tls = ca->server});
    WireClient client(server.port(), ca->ca_certificate, "pamong.sekolah.lan");
    const WireReply reply = client.get("/aman");
    EXPECT_EQ(reply.body, "GET /aman ");
    EXPECT_EQ(reply.headers.at("strict-transport-security"), "max-age=31536000");
    EXPECT_EQ(client.get("/lagi").status, 200);
    EXPECT_THROW(WireClient(server.port(), ca->ca_certificate, "lain.lan"), std::runtime_error);
    WireClient plain(server.port());
    plain.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(plain.reply().status, 0);
}

TEST(LocalCa, StreamsEventsOverTls) {
    const TlsFolder folder;
    const auto ca = make_local_ca(folder.path, {"localhost"}, SystemClock().now());
    ASSERT_TRUE(ca);
    TestServer server([](const HttpRequest&) { return HttpResponse{.event_topics = {"a"}}; }, {.tls = ca->server});
    WireClient client(server.port(), ca->ca_certificate, "localhost");
    client.get("/");
    client.read_until("data: \n\n");
    while (server.hub.listeners() == 0) {
    }
    server.hub.wake("a");
    EXPECT_EQ(client.read_until("\n\n"), "event: changed\ndata: a\n\n");
    server.server->stop();
}

TEST(LocalCa, KeepsItsFilesPrivateAndItsAuthorityWhenNamesChange) {
    const TlsFolder folder;
    const Timestamp now = SystemClock().now();
    const auto first = make_local_ca(folder.path, {"a.lan"}, now);
    ASSERT_TRUE(first);
    EXPECT_EQ(file_mode(folder.path / "ca.key"), 0600U);
    EXPECT_EQ(file_mode(first->server.key), 0600U);
    const std::string authority = file_text(first->ca_certificate);
    const std::string server = file_text(first->server.certificate);

    ASSERT_TRUE(make_local_ca(folder.path, {"A.lan", "a.lan"}, now));  // the same name
    EXPECT_EQ(file_text(first->server.certificate), server);
    ASSERT_TRUE(make_local_ca(folder.path, {"a.lan", "10.0.0.2"}, now));
    EXPECT_NE(file_text(first->server.certificate), server);
    EXPECT_EQ(file_text(first->ca_certificate), authority);
}

TEST(LocalCa, RenewsInTheLastThirtyDays) {
    const TlsFolder folder;
    const Timestamp now = SystemClock().now();
    const auto first = make_local_ca(folder.path, {"a.lan"}, now);
    ASSERT_TRUE(first);
    // 396 days ahead (and one behind: 397), to the second
    EXPECT_EQ(first->server_valid_until.micros / 1'000'000, now.plus_seconds(396 * 86'400).micros / 1'000'000);
    const std::string server = file_text(first->server.certificate);
    ASSERT_TRUE(make_local_ca(folder.path, {"a.lan"}, now.plus_seconds(365 * 86'400)));  // 31 left
    EXPECT_EQ(file_text(first->server.certificate), server);
    const auto renewed = make_local_ca(folder.path, {"a.lan"}, now.plus_seconds(367 * 86'400));  // 29 left
    ASSERT_TRUE(renewed);
    EXPECT_GT(renewed->server_valid_until, first->server_valid_until);
}

TEST(LocalCa, RefusesNamesThatAreNoneAndNeverReplacesAnAuthorityItCannotRead) {
    const TlsFolder folder;
    const Timestamp now = SystemClock().now();
    EXPECT_EQ(make_local_ca(folder.path, {}, now).error().code, "tls.no_names");
    for (const char* name : {"", "a b", "a,DNS:b", "*.lan", "-a", "a..b"})
        EXPECT_EQ(make_local_ca(folder.path, {name}, now).error().code, "tls.bad_name") << name;
    ASSERT_TRUE(make_local_ca(folder.path, {"::1"}, now));
    std::ofstream(folder.path / "ca.key") << "rusak";
    EXPECT_EQ(make_local_ca(folder.path, {"::1"}, now).error().code, "tls.unreadable");
    EXPECT_EQ(file_text(folder.path / "ca.key"), "rusak");
}

TEST(LocalCa, SaysWhatIsWrongWithGivenCertificates) {
    const TlsFolder one;
    const TlsFolder two;
    const Timestamp now = SystemClock().now();
    const auto first = make_local_ca(one.path, {"a.lan"}, now);
    const auto second = make_local_ca(two.path, {"a.lan"}, now);
    ASSERT_TRUE(first && second);
    EventHub hub;
    const auto start = [&](const TlsFiles& files) { return HttpServer::start({.port = 0, .tls = files}, echo, hub); };
    EXPECT_EQ(start({one.path / "none", first->server.key}).error().code, "tls.unreadable");
    EXPECT_EQ(start({first->server.certificate, two.path / "none"}).error().code, "tls.unreadable");
    EXPECT_EQ(start({first->server.certificate, second->server.key}).error().code, "tls.key_mismatch");
    const TestServer server(echo, {.tls = first->server});
    ASSERT_TRUE(server.server->use_tls(second->server));  // a renewed certificate, without a restart
    EXPECT_EQ(WireClient(server.port(), second->ca_certificate, "a.lan").get("/").status, 200);
}

}  // namespace pamong::http
