#include "platform/http/testing/wire_client.h"

#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace pamong::http {
namespace {

int connect_to(std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{30, 0};  // a hanging server fails the test instead of the whole run
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0) {
        ::close(socket);
        throw std::runtime_error("cannot connect");
    }
    return socket;
}

}  // namespace

struct WireClient::Tls {
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    SSL* ssl = nullptr;
    Tls() = default;
    Tls(const Tls&) = delete;
    Tls& operator=(const Tls&) = delete;
    ~Tls() {
        SSL_free(ssl);
        SSL_CTX_free(context);
    }
};

WireClient::WireClient(std::uint16_t port) : socket_(connect_to(port)) {}

WireClient::WireClient(std::uint16_t port, const std::string& ca_file, const std::string& host)
    : socket_(connect_to(port)), tls_(std::make_unique<Tls>()) {
    SSL_CTX_load_verify_locations(tls_->context, ca_file.c_str(), nullptr);
    SSL_CTX_set_verify(tls_->context, SSL_VERIFY_PEER, nullptr);
    tls_->ssl = SSL_new(tls_->context);
    SSL_set1_host(tls_->ssl, host.c_str());
    // what the macro SSL_set_tlsext_host_name does, without its old-style cast
    SSL_ctrl(tls_->ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, const_cast<char*>(host.c_str()));
    SSL_set_fd(tls_->ssl, socket_);
    if (SSL_connect(tls_->ssl) != 1) {
        ::close(socket_);
        throw std::runtime_error("the certificate is not trusted for this name");
    }
}

WireClient::~WireClient() { ::close(socket_); }

bool WireClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = tls_ ? SSL_write(tls_->ssl, bytes.data(), static_cast<int>(bytes.size()))
                               : ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool WireClient::fill() {
    std::array<char, 16384> bytes{};
    const auto got = tls_ ? SSL_read(tls_->ssl, bytes.data(), static_cast<int>(bytes.size()))
                          : ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (got <= 0) return false;
    unread_.append(bytes.data(), static_cast<std::size_t>(got));
    return true;
}

std::string WireClient::read_until(std::string_view text) {
    std::size_t at = 0;
    while ((at = unread_.find(text)) == std::string::npos)
        if (!fill()) return std::exchange(unread_, {});
    std::string read = unread_.substr(0, at + text.size());
    unread_.erase(0, at + text.size());
    return read;
}

WireReply WireClient::reply(bool has_body) {
    WireReply reply;
    const std::string head = read_until("\r\n\r\n");
    if (!head.starts_with("HTTP/1.1 ")) return reply;
    reply.status = std::stoi(head.substr(9, 3));
    for (std::size_t at = head.find("\r\n") + 2; head.compare(at, 2, "\r\n") != 0;) {
        const std::size_t end = head.find("\r\n", at);
        const std::size_t colon = head.find(':', at);
        std::string name = head.substr(at, colon - at);
        for (char& c : name)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        reply.headers[name] = head.substr(colon + 2, end - colon - 2);
        at = end + 2;
    }
    if (!has_body || !reply.headers.contains("content-length")) return reply;
    const std::size_t length = std::stoul(reply.headers["content-length"]);
    while (unread_.size() < length && fill()) {
    }
    reply.body = unread_.substr(0, length);
    unread_.erase(0, length);
    return reply;
}

WireReply WireClient::get(const std::string& path, const std::string& headers) {
    send("GET " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n");
    return reply();
}

bool WireClient::is_closed() { return unread_.empty() && !fill(); }

TestServer::TestServer(Handler handler, ServerOptions options) {
    options.port = 0;
    auto started = HttpServer::start(std::move(options), std::move(handler), hub);
    if (!started) throw std::runtime_error(started.error().code);
    server = std::move(*started);
}

HttpResponse echo(const HttpRequest& request) {
    HttpResponse response;
    response.headers = {{"Content-Type", "text/plain"}};
    response.body = request.method + " " + request.path + " " + request.body;
    response.route = "/echo";
    return response;
}

}  // namespace pamong::http
