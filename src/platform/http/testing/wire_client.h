#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/server.h"

namespace pamong::http {

struct WireReply {
    int status = 0;                              ///< 0: the server closed without a reply
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;
};

/// A client that writes exactly the bytes it is told to, so that tests can misbehave.
class WireClient {
  public:
    explicit WireClient(std::uint16_t port);
    /// TLS, trusting only the authority in `ca_file` and expecting `host` in the certificate.
    WireClient(std::uint16_t port, const std::string& ca_file, const std::string& host);
    WireClient(const WireClient&) = delete;
    WireClient& operator=(const WireClient&) = delete;
    ~WireClient();

    /// False when the server has closed.
    bool send(std::string_view bytes);
    /// `has_body` is false for replies to HEAD.
    WireReply reply(bool has_body = true);
    WireReply get(const std::string& path, const std::string& headers = "");
    /// Everything up to and including `text`, or to the end of the stream.
    std::string read_until(std::string_view text);
    /// Reads on; true when the server closes without another byte.
    bool is_closed();

  private:
    struct Tls;
    bool fill();
    int socket_ = -1;
    std::unique_ptr<Tls> tls_;
    std::string unread_;
};

/// A running server on a free port.
struct TestServer {
    explicit TestServer(Handler handler, ServerOptions options = {});
    EventHub hub{};
    std::unique_ptr<HttpServer> server;
    [[nodiscard]] std::uint16_t port() const { return server->port(); }
};

/// Answers 200 with "METHOD path body".
HttpResponse echo(const HttpRequest& request);

}  // namespace pamong::http
