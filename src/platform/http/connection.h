#pragma once
// Only server.cpp includes this: Beast and Asio cost seconds in every file that sees them.

#include <atomic>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>

#include "platform/http/event_hub.h"
#include "platform/http/prepared_reply.h"
#include "platform/http/router.h"
#include "platform/http/server.h"
#include "platform/http/target.h"

namespace pamong::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using SteadyTime = std::chrono::steady_clock::time_point;

/// What the server asks of a connection from outside; each call is handed to the connection's strand.
class ConnectionHandle {
  public:
    virtual ~ConnectionHandle() = default;
    virtual void begin_stop() = 0;  ///< end when idle or a stream, else after the reply
    virtual void cut() = 0;         ///< end now
    virtual void check_deadline(SteadyTime now) = 0;
};

/// What connections share.
struct ServerShared {
    ServerOptions options;
    Handler handler;
    EventHub& hub;
    asio::thread_pool workers;
    std::atomic<bool> stopping = false;
    std::atomic<std::size_t> streams = 0;
    std::atomic<std::size_t> running = 0;
    std::atomic<std::size_t> body_bytes = 0;
    std::atomic<std::uint64_t> next_request;

    std::mutex mutex{};
    std::condition_variable all_gone{};
    std::set<std::shared_ptr<ConnectionHandle>> connections{};

    ServerShared(ServerOptions given, Handler handle, EventHub& events, std::uint64_t first_request)
        : options(std::move(given)),
          handler(std::move(handle)),
          hub(events),
          workers(options.workers),
          next_request(first_request) {}
};

/// Bytes of request bodies in memory, given back when it goes.
class BodyShare {
  public:
    explicit BodyShare(ServerShared& shared) : shared_(shared) {}
    BodyShare(const BodyShare&) = delete;
    BodyShare& operator=(const BodyShare&) = delete;
    ~BodyShare() { shared_.body_bytes -= bytes_; }
    /// False when all requests together would take more than the server may.
    bool grow_to(std::size_t bytes) {
        if (bytes <= bytes_) return true;
        const std::size_t more = bytes - bytes_;
        bytes_ = bytes;
        return shared_.body_bytes.fetch_add(more) + more <= shared_.options.body_memory;
    }

  private:
    ServerShared& shared_;
    std::size_t bytes_ = 0;
};

constexpr auto no_throw = asio::as_tuple(asio::use_awaitable);

/// One client: reads a request, has a worker answer it, writes the reply, and again. Stream is a socket, plain or TLS.
template <class Stream>
class Connection final : public ConnectionHandle, public std::enable_shared_from_this<Connection<Stream>> {
  public:
    template <class... Args>
    Connection(ServerShared& shared, std::string peer, Args&&... stream)
        : shared_(shared),
          peer_(std::move(peer)),
          stream_(std::forward<Args>(stream)...),
          wake_(stream_.get_executor()) {}

    void begin_stop() override {
        asio::post(stream_.get_executor(), [self = this->shared_from_this()] {
            if (self->is_idle_) self->close_socket();
            self->wake_.cancel();
        });
    }
    void cut() override {
        asio::post(stream_.get_executor(), [self = this->shared_from_this()] { self->close_socket(); });
    }
    void check_deadline(SteadyTime now) override {
        if (now < deadline_.load()) return;
        asio::post(stream_.get_executor(), [self = this->shared_from_this(), now] {
            if (now < self->deadline_.load()) return;
            self->timed_out_ = true;
            boost::system::error_code ignored;
            self->socket().cancel(ignored);
        });
    }

    asio::awaitable<void> serve() {
        if constexpr (is_tls) {
            time_left(shared_.options.header_timeout);
            const auto [error] = co_await stream_.async_handshake(asio::ssl::stream_base::server, no_throw);
            if (error) co_return close_socket();
        }
        bool goes_on = true;
        while (goes_on && !shared_.stopping) goes_on = co_await serve_one();
        co_await say_goodbye();
    }

  private:
    static constexpr bool is_tls = !std::is_same_v<Stream, tcp::socket>;
    using Parser = beast::http::request_parser<beast::http::string_body>;

    tcp::socket& socket() {
        if constexpr (is_tls) return stream_.next_layer();
        else return stream_;
    }
    void close_socket() {
        boost::system::error_code ignored;
        socket().close(ignored);
    }
    void time_left(std::chrono::milliseconds time) { deadline_ = std::chrono::steady_clock::now() + time; }
    void no_deadline() { deadline_ = SteadyTime::max(); }
    /// Time earned by bytes already moved: whoever keeps a fair pace is never cut off.
    [[nodiscard]] std::chrono::milliseconds transfer_time(std::uint64_t bytes) const {
        return shared_.options.transfer_timeout +
               std::chrono::milliseconds(bytes * 1000 /
                                         std::max<std::size_t>(1, shared_.options.slowest_bytes_per_second));
    }

    asio::awaitable<bool> serve_one();
    /// Fills `request` from the head. Problems: http.bad_target, http.bad_request, http.expectation.
    Done describe(const Parser& parser, HttpRequest& request);
    /// Problems: http.too_large, http.too_slow, http.busy, http.bad_request; code "" when the client went away.
    asio::awaitable<Done> read_body(Parser& parser, HttpRequest& request, BodyShare& share);
    asio::awaitable<bool> answer(HttpRequest request, bool keep_alive);
    asio::awaitable<PreparedReply> work(HttpRequest& request, bool keep_alive);
    asio::awaitable<bool> refuse(Problem problem, HttpRequest request);
    asio::awaitable<bool> send(PreparedReply& reply);
    asio::awaitable<bool> send_file(FilePart& file);
    asio::awaitable<void> send_events(std::vector<std::string> topics);
    asio::awaitable<bool> write_text(std::string_view text);
    asio::awaitable<void> watch_for_end();
    asio::awaitable<void> say_goodbye();
    void note(const HttpRequest& request, const PreparedReply& reply, SteadyTime started, std::uint64_t request_bytes);
    [[nodiscard]] Problem problem_of(boost::system::error_code error);

    ServerShared& shared_;
    std::string peer_;
    Stream stream_;
    asio::steady_timer wake_;
    beast::flat_buffer buffer_{};
    std::atomic<SteadyTime> deadline_ = SteadyTime::max();
    bool is_idle_ = false;
    bool timed_out_ = false;
    bool must_drain_ = false;  ///< the client may still be sending: closing at once would lose our reply
    bool client_left_ = false;
    bool is_streaming_ = false;
    bool is_first_ = true;
};

}  // namespace pamong::http
