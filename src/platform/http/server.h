#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/code.h"
#include "platform/http/event_hub.h"
#include "platform/http/message.h"
#include "platform/http/tls.h"

namespace pamong::http {

/// What may be logged of a request: no path, no query, no names.
struct AccessRecord {
    Code method{};             ///< "GET"; "OTHER" for methods nobody serves
    std::string_view route{};  ///< the pattern that the handler named; empty when no handler ran
    int status = 0;
    std::int64_t micros = 0;  ///< from the last byte of the request to the first of the reply
    std::uint64_t request_bytes = 0;
    std::uint64_t reply_bytes = 0;
    std::string_view request_id{};
};

struct ServerOptions {
    std::string bind = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0: any free one, see HttpServer::port()
    unsigned io_threads = 1;
    unsigned workers = 64;  ///< handlers block on the group commit: many waiting threads make large groups
    std::size_t max_connections = 4000;
    std::size_t header_bytes = 16 * 1024;
    /// Largest body by path; empty: 1 MiB everywhere.
    std::function<std::size_t(std::string_view path)> body_limit{};
    std::size_t body_memory = 512U * 1024 * 1024;  ///< of all requests being read together; above: 503 http.busy
    std::chrono::milliseconds header_timeout{10'000};
    std::chrono::milliseconds idle_timeout{75'000};
    /// A body or reply gets this long plus one second for each `slowest_bytes_per_second`.
    std::chrono::milliseconds transfer_timeout{30'000};
    std::size_t slowest_bytes_per_second = 1000;
    std::chrono::milliseconds heartbeat{25'000};
    std::chrono::milliseconds stop_grace{10'000};
    /// Set only when a reverse proxy on this machine is the sole client: peer and is_tls then come from X-Forwarded-*.
    bool behind_proxy = false;
    std::optional<TlsFiles> tls{};
    /// Called on an I/O thread after each reply; must not block.
    std::function<void(const AccessRecord&)> access_log{};
    /// Called when a handler threw; the client gets 500 http.internal with the request id.
    std::function<void(const std::exception&, std::string_view request_id)> on_failure{};
};

struct ServerCounts {
    std::size_t connections = 0;
    std::size_t event_streams = 0;
    std::size_t running = 0;  ///< handlers running or waiting for a worker
};

/// HTTP/1.1 with TLS. Handlers run on worker threads and may block; a connection's requests run one after another.
class HttpServer {
  public:
    /// Binds and serves. Problems: http.port_in_use{port}, http.bad_address{address}, http.not_allowed{port},
    /// http.cannot_listen, tls.unreadable{path}, tls.key_mismatch.
    static Result<std::unique_ptr<HttpServer>> start(ServerOptions options, Handler handler, EventHub& hub);
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    ~HttpServer();  ///< stops

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] ServerCounts counts() const;
    /// New connections use the renewed certificate. Problems: as in start.
    Done use_tls(const TlsFiles& files);
    /// Takes no new work, lets running handlers answer (at most stop_grace), ends event streams. Waits until done.
    void stop();

  private:
    struct Parts;
    explicit HttpServer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace pamong::http
