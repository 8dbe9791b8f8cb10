#include "platform/http/server.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <latch>
#include <thread>

#include "platform/http/testing/wire_client.h"

namespace pamong::http {

TEST(HttpServer, AnswersSeveralRequestsOnOneConnection) {
    const TestServer server(echo);
    WireClient client(server.port());
    EXPECT_EQ(client.get("/satu").body, "GET /satu ");
    const WireReply second = client.get("/dua%20tiga/?x=1");
    EXPECT_EQ(second.status, 200);
    EXPECT_EQ(second.body, "GET /dua tiga ");
    EXPECT_EQ(second.headers.at("connection"), "keep-alive");
    EXPECT_EQ(second.headers.at("x-request-id").size(), 16U);
}

TEST(HttpServer, AnswersPipelinedRequestsInOrder) {
    const TestServer server(echo);
    WireClient client(server.port());
    std::string all;
    for (int i = 0; i < 50; ++i)
        all += fmt::format("POST /{} HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n{:03}", i, i);
    client.send(all);
    for (int i = 0; i < 50; ++i) EXPECT_EQ(client.reply().body, fmt::format("POST /{} {:03}", i, i));
}

TEST(HttpServer, ReadsChunkedBodies) {
    const TestServer server(echo);
    WireClient client(server.port());
    client.send("PUT /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nsela\r\n3\r\nmat\r\n0\r\n\r\n");
    EXPECT_EQ(client.reply().body, "PUT /a selamat");
}

TEST(HttpServer, ClosesWhenTheClientAsksOrSpeaksHttp10) {
    const TestServer server(echo);
    WireClient asks(server.port());
    EXPECT_EQ(asks.get("/", "Connection: close\r\n").headers.at("connection"), "close");
    EXPECT_TRUE(asks.is_closed());
    WireClient old(server.port());
    old.send("GET / HTTP/1.0\r\n\r\n");
    EXPECT_EQ(old.reply().status, 200);
    EXPECT_TRUE(old.is_closed());
}

TEST(HttpServer, AnswersHeadWithTheLengthButNoBody) {
    const TestServer server(echo);
    WireClient client(server.port());
    client.send("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.reply(false).headers.at("content-length"), "10");  // "HEAD /abc " has ten characters
    EXPECT_EQ(client.get("/next").body, "GET /next ");                  // nothing was left in between
}

TEST(HttpServer, SendsContinueBeforeItReadsTheBody) {
    const TestServer server(echo);
    WireClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("badan");
    EXPECT_EQ(client.reply().body, "POST / badan");
}

TEST(HttpServer, RefusesATooLargeBodyBeforeItIsSent) {
    const TestServer server(echo, {.body_limit = [](std::string_view path) { return path == "/big" ? 100U : 4U; }});
    WireClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    const WireReply refused = client.reply();
    EXPECT_EQ(refused.status, 413);
    EXPECT_EQ(refused.headers.at("content-type"), "application/problem+json");
    EXPECT_NE(refused.body.find("\"code\":\"http.too_large\""), std::string::npos) << refused.body;
    WireClient other(server.port());
    other.send("POST /big HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nlimax");
    EXPECT_EQ(other.reply().status, 200);
}

TEST(HttpServer, RefusesAChunkedBodyOnceItIsTooLarge) {
    const TestServer server(echo, {.body_limit = [](std::string_view) { return 1000U; }});
    WireClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "100\r\n" + std::string(256, 'x') + "\r\n";
    for (int i = 0; i < 5; ++i) client.send(chunk);  // 1280 bytes
    EXPECT_EQ(client.reply().status, 413);
    EXPECT_TRUE(client.is_closed());
}

TEST(HttpServer, RefusesMoreBodiesThanItsMemory) {
    const TestServer server(echo, {.body_memory = 1000});
    WireClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000\r\n\r\n");
    EXPECT_EQ(client.reply().status, 503);
    WireClient again(server.port());  // what was counted is given back
    again.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok");
    EXPECT_EQ(again.reply().status, 200);
}

TEST(HttpServer, RefusesLongHeaders) {
    const TestServer server(echo, {.header_bytes = 2048});
    WireClient client(server.port());
    EXPECT_EQ(client.get("/", "X-Long: " + std::string(3000, 'a') + "\r\n").status, 431);
    EXPECT_TRUE(client.is_closed());
}

TEST(HttpServer, RefusesWhatIsNotHttp) {
    const TestServer server(echo);
    const std::pair<std::string, int> cases[] = {
        {"halo server\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\n\r\n", 400},                        // no Host
        {"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},  // two
        {"GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400},            // space before the colon
        {"GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400},          // broken escape
        {"GET /a/%2e%2e/b HTTP/1.1\r\nHost: a\r\n\r\n", 400},   // climbs out
        {"GET / HTTP/3.0\r\nHost: a\r\n\r\n", 505},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5x\r\n\r\nabcde", 400},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", 400},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 400},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nExpect: kopi\r\n\r\n", 417},
    };
    for (const auto& [bytes, status] : cases) {
        WireClient client(server.port());
        client.send(bytes);
        EXPECT_EQ(client.reply().status, status) << bytes;
        EXPECT_TRUE(client.is_closed()) << bytes;
    }
}

TEST(HttpServer, DoesNotWaitForeverForASlowHeaderOrBody) {
    const TestServer server(
        echo, {.header_timeout = std::chrono::milliseconds(60), .transfer_timeout = std::chrono::milliseconds(60)});
    WireClient header(server.port());
    header.send("GET / HT");
    EXPECT_EQ(header.reply().status, 408);
    EXPECT_TRUE(header.is_closed());
    WireClient body(server.port());
    body.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab");
    EXPECT_EQ(body.reply().status, 408);
    WireClient silent(server.port());
    EXPECT_TRUE(silent.is_closed());  // said nothing, hears nothing
}

TEST(HttpServer, ServesTwoHundredConnectionsWithFewWorkers) {
    const TestServer server(echo, {.io_threads = 2, .workers = 4});
    std::vector<std::unique_ptr<WireClient>> clients;
    for (int i = 0; i < 200; ++i) clients.push_back(std::make_unique<WireClient>(server.port()));
    for (auto& client : clients) client->send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n");
    for (auto& client : clients) EXPECT_EQ(client->reply().body, "GET /x ");
    EXPECT_EQ(server.server->counts().connections, 200U);
}

TEST(HttpServer, TurnsAwayConnectionsAboveItsLimit) {
    const TestServer server(echo, {.max_connections = 1});
    WireClient first(server.port());
    EXPECT_EQ(first.get("/").status, 200);
    WireClient second(server.port());
    EXPECT_EQ(second.reply().status, 503);
    EXPECT_EQ(first.get("/").status, 200);
}

TEST(HttpServer, LetsARunningHandlerAnswerWhenItStops) {
    std::latch inside(1);
    std::latch may_go_on(1);
    TestServer server([&](const HttpRequest& request) {
        inside.count_down();
        may_go_on.wait();
        return echo(request);
    });
    WireClient idle(server.port());
    WireClient busy(server.port());
    busy.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
    inside.wait();
    std::jthread stopping([&] { server.server->stop(); });
    EXPECT_TRUE(idle.is_closed());
    may_go_on.count_down();
    const WireReply reply = busy.reply();
    EXPECT_EQ(reply.body, "GET /a ");
    EXPECT_EQ(reply.headers.at("connection"), "close");
    stopping.join();
    EXPECT_THROW(WireClient(server.port()), std::runtime_error);
}

TEST(HttpServer, AnswersAFailedHandlerWithAProblemAndReportsIt) {
    std::string reported;
    std::vector<int> statuses;
    std::mutex mutex;
    TestServer server(
        [](const HttpRequest&) -> HttpResponse { throw std::runtime_error("rahasia"); },
        {.access_log =
             [&](const AccessRecord& record) {
                 const std::scoped_lock lock(mutex);
                 statuses.push_back(record.status);
             },
         .on_failure = [&](const std::exception& failure, std::string_view) { reported = failure.what(); }});
    WireClient client(server.port());
    const WireReply reply = client.get("/");
    EXPECT_EQ(reply.status, 500);
    EXPECT_NE(reply.body.find("http.internal"), std::string::npos);
    EXPECT_EQ(reply.body.find("rahasia"), std::string::npos);
    server.server->stop();
    EXPECT_EQ(reported, "rahasia");
    EXPECT_EQ(statuses, std::vector<int>{500});
}

TEST(HttpServer, DoesNotLetAHeaderBreakOut) {
    const TestServer server(
        [](const HttpRequest&) { return HttpResponse{.headers = {{"X-Name", "a\r\nSet-Cookie: b"}}}; });
    WireClient client(server.port());
    const WireReply reply = client.get("/");
    EXPECT_EQ(reply.status, 500);
    EXPECT_FALSE(reply.headers.contains("set-cookie"));
}

TEST(HttpServer, SendsSecurityHeaders) {
    const TestServer server(echo);
    WireClient client(server.port());
    const WireReply reply = client.get("/");
    EXPECT_NE(reply.headers.at("content-security-policy").find("script-src 'self' 'wasm-unsafe-eval'"),
              std::string::npos);
    EXPECT_NE(reply.headers.at("content-security-policy").find("frame-ancestors 'none'"), std::string::npos);
    EXPECT_EQ(reply.headers.at("x-content-type-options"), "nosniff");
    EXPECT_TRUE(reply.headers.contains("referrer-policy"));
    EXPECT_FALSE(reply.headers.contains("strict-transport-security"));
}

TEST(HttpServer, BelievesForwardedHeadersOnlyBehindAProxy) {
    const auto peer = [](const HttpRequest& request) {
        HttpResponse response;
        response.body = request.peer + (request.is_tls ? " https" : " http");
        return response;
    };
    const std::string forwarded = "X-Forwarded-For: 1.1.1.1, 10.2.3.4\r\nX-Forwarded-Proto: https\r\n";
    const TestServer direct(peer);
    EXPECT_EQ(WireClient(direct.port()).get("/", forwarded).body, "127.0.0.1 http");
    const TestServer proxied(peer, {.behind_proxy = true});
    EXPECT_EQ(WireClient(proxied.port()).get("/", forwarded).body, "10.2.3.4 https");
}

TEST(HttpServer, SendsFilesWholeAndInParts) {
    const auto file = std::filesystem::temp_directory_path() / "pamong_http_test_file";
    std::string content;
    for (int i = 0; i < 100'000; ++i) content += fmt::format("{:06}\n", i);  // 700,000 bytes: several pieces
    std::ofstream(file) << content;
    const TestServer server([&](const HttpRequest&) {
        return HttpResponse{.headers = {{"Content-Type", "text/plain"}, {"ETag", "\"v1\""}}, .file = file.string()};
    });
    WireClient client(server.port());
    EXPECT_EQ(client.get("/").body, content);
    const WireReply part = client.get("/", "Range: bytes=7-12\r\n");
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, "000001");
    EXPECT_EQ(part.headers.at("content-range"), "bytes 7-12/700000");
    EXPECT_EQ(client.get("/", "Range: bytes=700000-\r\n").status, 416);
    EXPECT_EQ(client.get("/", "Range: bytes=-7\r\nIf-Range: \"v1\"\r\n").body, "099999\n");
    EXPECT_EQ(client.get("/", "Range: bytes=-7\r\nIf-Range: \"v0\"\r\n").status, 200);
    std::filesystem::remove(file);
}

TEST(HttpServer, SaysThatAPortIsInUseOrAnAddressIsNotHere) {
    const TestServer first(echo);
    EventHub hub;
    const auto second = HttpServer::start({.port = first.port()}, echo, hub);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "http.port_in_use");
    EXPECT_EQ(second.error().values.at("port"), std::to_string(first.port()));
    for (const char* address : {"203.0.113.7", "bukan alamat"}) {  // RFC 5737: nobody's address
        const auto nowhere = HttpServer::start({.bind = address, .port = 0}, echo, hub);
        ASSERT_FALSE(nowhere);
        EXPECT_EQ(nowhere.error().code, "http.bad_address");
    }
}

}  // namespace pamong::http
