// The only file that sees Beast and Asio; keep it out of unity batches.
#include "platform/http/server.h"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/strand.hpp>
#include <thread>

#include "platform/crypto/crypto.h"
#include "platform/http/connection_impl.h"

namespace pamong::http {
namespace {

using TlsContext = std::shared_ptr<asio::ssl::context>;

Result<TlsContext> tls_context_of(const TlsFiles& files) {
    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    context->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                         asio::ssl::context::no_tlsv1_1 | asio::ssl::context::no_compression | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_cipher_list(context->native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    boost::system::error_code error;
    context->use_certificate_chain_file(files.certificate.string(), error);
    if (error) return refused("tls.unreadable", {{"path", files.certificate.string()}});
    context->use_private_key_file(files.key.string(), asio::ssl::context::pem, error);
    if (error) {
        const bool mismatch = ERR_GET_REASON(static_cast<unsigned long>(error.value())) == X509_R_KEY_VALUES_MISMATCH;
        return refused(mismatch ? "tls.key_mismatch" : "tls.unreadable", {{"path", files.key.string()}});
    }
    return context;
}

std::string peer_of(const tcp::socket& socket) {
    boost::system::error_code error;
    const auto end = socket.remote_endpoint(error);
    if (error) return {};
    const auto address = end.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

/// Often enough that a deadline is noticed within a quarter of itself, at most once a second.
std::chrono::milliseconds tick_of(const ServerOptions& options) {
    const auto shortest = std::min({options.header_timeout, options.idle_timeout, options.transfer_timeout});
    return std::clamp(shortest / 4, std::chrono::milliseconds(5), std::chrono::milliseconds(1000));
}

}  // namespace

struct HttpServer::Parts {
    ServerShared shared;
    asio::io_context io;
    tcp::acceptor acceptor{io};
    asio::steady_timer tick{io};
    std::mutex tls_mutex{};
    TlsContext tls{};
    std::uint16_t port = 0;
    std::vector<std::thread> threads{};
    std::once_flag stopped{};

    Parts(ServerOptions options, Handler handler, EventHub& hub)
        : shared(std::move(options), std::move(handler), hub, SystemRandom().next()),
          io(static_cast<int>(std::max(1U, shared.options.io_threads))) {}

    Done listen();
    asio::awaitable<void> accept_all();
    asio::awaitable<void> watch_deadlines();
    void welcome(tcp::socket socket);
    template <class Stream, class... Args>
    void begin(const asio::any_io_executor& executor, std::string peer, Args&&... stream);
    void for_each(const std::function<void(ConnectionHandle&)>& use) {
        const std::scoped_lock lock(shared.mutex);
        for (const auto& connection : shared.connections) use(*connection);
    }
    void stop();
};

Done HttpServer::Parts::listen() {
    const std::string name = shared.options.bind == "localhost" ? "127.0.0.1" : shared.options.bind;
    const std::string wanted = std::to_string(shared.options.port);
    boost::system::error_code error;
    const auto address = asio::ip::make_address(name, error);
    if (error) return refused("http.bad_address", {{"address", shared.options.bind}});
    const tcp::endpoint end(address, shared.options.port);
    acceptor.open(end.protocol(), error);
    // SO_REUSEADDR only lets us back in while old connections linger; never SO_REUSEPORT, which hides a second server.
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error && address.is_v6()) acceptor.set_option(asio::ip::v6_only(false), error);
    if (!error) acceptor.bind(end, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error == asio::error::address_in_use) return refused("http.port_in_use", {{"port", wanted}});
    if (error == asio::error::access_denied) return refused("http.not_allowed", {{"port", wanted}});
    if (error.value() == EADDRNOTAVAIL) return refused("http.bad_address", {{"address", shared.options.bind}});
    if (error) return refused("http.cannot_listen", {{"address", shared.options.bind}, {"port", wanted}});
    port = acceptor.local_endpoint().port();
    return {};
}

template <class Stream, class... Args>
void HttpServer::Parts::begin(const asio::any_io_executor& executor, std::string peer, Args&&... stream) {
    auto connection = std::make_shared<Connection<Stream>>(shared, std::move(peer), std::forward<Args>(stream)...);
    {
        const std::scoped_lock lock(shared.mutex);
        if (shared.stopping) return;
        shared.connections.insert(connection);
    }
    asio::co_spawn(executor, connection->serve(), [this, connection](const std::exception_ptr& thrown) {
        if (thrown) {
            try {
                std::rethrow_exception(thrown);
            } catch (const std::exception& failure) {
                if (shared.options.on_failure) shared.options.on_failure(failure, {});
            }
        }
        connection->cut();
        const std::scoped_lock lock(shared.mutex);
        shared.connections.erase(connection);
        shared.all_gone.notify_all();
    });
}

void HttpServer::Parts::welcome(tcp::socket socket) {
    boost::system::error_code error;
    socket.set_option(tcp::no_delay(true), error);
    std::size_t open = 0;
    {
        const std::scoped_lock lock(shared.mutex);
        open = shared.connections.size();
    }
    TlsContext context;
    {
        const std::scoped_lock lock(tls_mutex);
        context = tls;
    }
    if (open >= shared.options.max_connections) {
        constexpr std::string_view full =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nRetry-After: 5\r\nConnection: close\r\n\r\n";
        socket.non_blocking(true, error);
        if (!context) socket.send(asio::buffer(full), 0, error);
        return;
    }
    const asio::any_io_executor executor = socket.get_executor();
    std::string peer = peer_of(socket);
    if (context) begin<asio::ssl::stream<tcp::socket>>(executor, std::move(peer), std::move(socket), *context);
    else begin<tcp::socket>(executor, std::move(peer), std::move(socket));
}

asio::awaitable<void> HttpServer::Parts::accept_all() {
    while (!shared.stopping) {
        const asio::any_io_executor strand = asio::make_strand(io);
        auto [error, socket] = co_await acceptor.async_accept(strand, no_throw);
        if (!acceptor.is_open()) co_return;
        if (!error) {
            welcome(std::move(socket));
        } else {  // out of descriptors, for instance: others must finish first
            asio::steady_timer pause(co_await asio::this_coro::executor, std::chrono::milliseconds(50));
            co_await pause.async_wait(no_throw);
        }
    }
}

asio::awaitable<void> HttpServer::Parts::watch_deadlines() {
    const auto every = tick_of(shared.options);
    while (acceptor.is_open() || !shared.connections.empty()) {
        tick.expires_after(every);
        co_await tick.async_wait(no_throw);
        const auto now = std::chrono::steady_clock::now();
        for_each([now](ConnectionHandle& connection) { connection.check_deadline(now); });
    }
}

void HttpServer::Parts::stop() {
    {
        const std::scoped_lock lock(shared.mutex);
        shared.stopping = true;
    }
    auto guard = asio::make_work_guard(io);
    asio::post(io, [this] {
        boost::system::error_code ignored;
        acceptor.close(ignored);
    });
    for_each([](ConnectionHandle& connection) { connection.begin_stop(); });
    {
        std::unique_lock lock(shared.mutex);
        const auto none = [this] { return shared.connections.empty(); };
        if (!shared.all_gone.wait_for(lock, shared.options.stop_grace, none)) {
            for (const auto& connection : shared.connections) connection->cut();
            // A handler cannot be interrupted; it holds references to what the caller is about to destroy.
            shared.all_gone.wait(lock, none);
        }
    }
    asio::post(io, [this] { tick.cancel(); });
    guard.reset();
    for (auto& thread : threads) thread.join();
    shared.workers.join();
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(ServerOptions options, Handler handler, EventHub& hub) {
    auto parts = std::make_unique<Parts>(std::move(options), std::move(handler), hub);
    if (parts->shared.options.tls) {
        auto context = tls_context_of(*parts->shared.options.tls);
        if (!context) return refused(context.error());
        parts->tls = std::move(*context);
    }
    if (auto done = parts->listen(); !done) return refused(done.error());
    const auto rethrow = [](const std::exception_ptr& thrown) {
        if (thrown) std::rethrow_exception(thrown);
    };
    asio::co_spawn(asio::make_strand(parts->io), parts->accept_all(), rethrow);
    asio::co_spawn(asio::make_strand(parts->io), parts->watch_deadlines(), rethrow);
    for (unsigned i = 0; i < std::max(1U, parts->shared.options.io_threads); ++i)
        parts->threads.emplace_back([&io = parts->io] { io.run(); });
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(parts)));
}

HttpServer::HttpServer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
HttpServer::~HttpServer() { stop(); }

std::uint16_t HttpServer::port() const { return parts_->port; }

ServerCounts HttpServer::counts() const {
    const std::scoped_lock lock(parts_->shared.mutex);
    return {parts_->shared.connections.size(), parts_->shared.streams, parts_->shared.running};
}

Done HttpServer::use_tls(const TlsFiles& files) {
    auto context = tls_context_of(files);
    if (!context) return refused(context.error());
    const std::scoped_lock lock(parts_->tls_mutex);
    parts_->tls = std::move(*context);
    return {};
}

void HttpServer::stop() {
    std::call_once(parts_->stopped, [this] { parts_->stop(); });
}

}  // namespace pamong::http
