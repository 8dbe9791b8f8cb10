#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pamong::http {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// The value of a header, compared without case.
std::optional<std::string_view> header_of(const Headers& headers, std::string_view name);
/// True when a comma separated header (Accept-Encoding, If-None-Match) lists `token`; parameters after ';' ignored.
bool header_lists(const Headers& headers, std::string_view name, std::string_view token);
/// Replaces all headers of that name.
void set_header(Headers& headers, std::string_view name, std::string_view value);

/// A request as the application sees it: already limited, complete and decoded.
struct HttpRequest {
    std::string method;  ///< "GET", upper case
    std::string path;    ///< percent-decoded, without query, starts with '/', no "." or ".." segments
    std::vector<std::pair<std::string, std::string>> query{};
    Headers headers{};
    std::string body{};
    std::string peer{};  ///< address of the other side; never logged with personal data
    bool is_tls = false;
    std::string id{};  ///< 16 hex digits, also sent back as X-Request-Id

    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const {
        return header_of(headers, name);
    }
    [[nodiscard]] std::optional<std::string_view> query_value(std::string_view name) const;
    /// The value of a cookie, or nothing.
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;
};

struct HttpResponse {
    int status = 200;
    Headers headers{};
    std::string body{};
    /// Content that outlives the program's start (embedded files); sent instead of `body` when set.
    std::optional<std::string_view> embedded{};
    /// A file to stream instead of `body`, with Range support.
    std::string file{};
    /// Topics of the event hub to listen to; the reply is then a stream of server-sent events.
    std::vector<std::string> event_topics{};
    /// The route's pattern for log and metrics, such as "/api/v1/people/{id}".
    std::string route{};
    /// False for bodies that mix a secret with text of the caller's choice (their compressed size tells about both).
    bool may_compress = true;

    /// What is sent from memory: `embedded` or `body`.
    [[nodiscard]] std::string_view content() const { return embedded ? *embedded : std::string_view(body); }
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const {
        return header_of(headers, name);
    }
};

using Handler = std::function<HttpResponse(HttpRequest)>;

}  // namespace pamong::http
