// Requests per second of the HTTP server alone: a handler that answers a small JSON text, over loopback, client and
// server in one process. CPU time counts both sides; how it divides between them is not measured.
#include <benchmark/benchmark.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <string>
#include <vector>

#include "platform/http/server.h"

namespace pamong::http {
namespace {

int connected(std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0) std::abort();
    return socket;
}

/// Every connection has one request under way, as 64 devices would.
void serve_small_json(benchmark::State& state) {
    EventHub hub;
    const auto answer = [](const HttpRequest&) {
        HttpResponse response;
        response.headers = {{"Content-Type", "application/json"}};
        response.body = R"({"id":"01890a5d-ac96-774b-bcce-b302099a8057","name":"Sari","score":41})";
        return response;
    };
    auto server = HttpServer::start({.port = 0}, answer, hub);
    if (!server) std::abort();
    std::vector<int> sockets(static_cast<std::size_t>(state.range(0)));
    for (int& socket : sockets) socket = connected((*server)->port());
    const std::string request = "GET /api/v1/x HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n";
    std::array<char, 4096> reply{};
    for ([[maybe_unused]] auto _ : state) {
        for (const int socket : sockets) benchmark::DoNotOptimize(::send(socket, request.data(), request.size(), 0));
        for (const int socket : sockets) benchmark::DoNotOptimize(::recv(socket, reply.data(), reply.size(), 0));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
    for (const int socket : sockets) ::close(socket);
}
BENCHMARK(serve_small_json)->Arg(1)->Arg(64)->MeasureProcessCPUTime()->UseRealTime();

}  // namespace
}  // namespace pamong::http

BENCHMARK_MAIN();
