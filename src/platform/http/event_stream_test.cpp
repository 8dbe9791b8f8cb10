#include <gtest/gtest.h>

#include <thread>

#include "platform/http/testing/wire_client.h"

namespace pamong::http {
namespace {

HttpResponse listen_to_path(const HttpRequest& request) {
    return HttpResponse{.event_topics = {request.path, "semua"}};
}

void wait_for(const std::function<bool()>& condition) {
    while (!condition()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

}  // namespace

TEST(EventStream, WakesTheDevicesOfATopic) {
    TestServer server(listen_to_path);
    WireClient sari(server.port());
    WireClient adi(server.port());
    const WireReply head = sari.get("/sari");
    EXPECT_EQ(head.headers.at("content-type"), "text/event-stream");
    EXPECT_FALSE(head.headers.contains("content-length"));
    adi.get("/adi");
    sari.read_until("data: \n\n");  // the first look
    adi.read_until("data: \n\n");
    wait_for([&] { return server.hub.listeners() == 2; });
    EXPECT_EQ(server.server->counts().event_streams, 2U);

    server.hub.wake("/adi");
    server.hub.wake("semua");
    EXPECT_EQ(sari.read_until("\n\n"), "event: changed\ndata: semua\n\n");
    EXPECT_NE(adi.read_until("data: semua\n\n").find("data: /adi\n"), std::string::npos);
}

TEST(EventStream, TellsOnceWhatWasWokenOftenWhileADeviceIsSlow) {
    EventHub hub;
    int called = 0;
    const auto listener = hub.listen({"a", "b"}, [&] { ++called; });
    for (int i = 0; i < 1000; ++i) hub.wake("a");
    hub.wake("b");
    hub.wake("c");
    EXPECT_EQ(called, 2);
    EXPECT_EQ(listener->take(), (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(listener->take().empty());
}

TEST(EventStream, BeatsWhenNothingHappensAndEndsWithItsTopicOrTheServer) {
    TestServer server(listen_to_path, {.heartbeat = std::chrono::milliseconds(10)});
    WireClient sari(server.port());
    WireClient adi(server.port());
    sari.get("/sari");
    adi.get("/adi");
    EXPECT_NE(sari.read_until("\n:\n\n").find(":\n\n"), std::string::npos);
    wait_for([&] { return server.hub.listeners() == 2; });
    server.hub.end("/sari");
    sari.read_until("nothing ends with this");
    EXPECT_TRUE(sari.is_closed());
    server.server->stop();
    adi.read_until("nothing ends with this");
    EXPECT_TRUE(adi.is_closed());
}

TEST(EventStream, ForgetsADeviceThatLeft) {
    TestServer server(listen_to_path);
    {
        WireClient sari(server.port());
        sari.get("/sari");
        sari.read_until("data: \n\n");
        wait_for([&] { return server.hub.listeners() == 1; });
    }
    wait_for([&] { return server.hub.listeners() == 0 && server.server->counts().connections == 0; });
    EXPECT_EQ(server.server->counts().event_streams, 0U);
}

TEST(EventStream, DropsADeviceThatDoesNotRead) {
    TestServer server(
        [](const HttpRequest&) { return HttpResponse{.event_topics = {"t" + std::string(200'000, 'x')}}; },
        {.transfer_timeout = std::chrono::milliseconds(100), .slowest_bytes_per_second = 100'000'000});
    WireClient stuck(server.port());
    stuck.get("/");  // reads the head, then nothing more: the kernel's buffers fill up
    wait_for([&] { return server.hub.listeners() == 1; });
    wait_for([&] {
        server.hub.wake("t" + std::string(200'000, 'x'));
        return server.server->counts().connections == 0;
    });
    EXPECT_EQ(server.hub.listeners(), 0U);
}

}  // namespace pamong::http
