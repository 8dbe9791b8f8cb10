#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "platform/http/message.h"

namespace pamong::http {

/// An open file and the part of it to send.
class FilePart {
  public:
    FilePart(int descriptor, std::uint64_t first, std::uint64_t length)
        : descriptor_(descriptor), at_(first), left_(length) {}
    FilePart(FilePart&& other) noexcept;
    FilePart& operator=(FilePart&& other) noexcept;
    FilePart(const FilePart&) = delete;
    FilePart& operator=(const FilePart&) = delete;
    ~FilePart();

    [[nodiscard]] std::uint64_t left() const { return left_; }
    /// The next bytes, at most `most`; throws when the file became shorter (its length is already promised).
    std::string next(std::size_t most);

  private:
    int descriptor_ = -1;
    std::uint64_t at_ = 0;
    std::uint64_t left_ = 0;
};

/// What goes over the wire: status line and headers, then `response.content()` or the file.
struct PreparedReply {
    HttpResponse response{};
    std::string head{};
    std::optional<FilePart> file{};
    bool sends_content = true;  ///< false for HEAD, 204 and 304
    bool keep_alive = true;

    [[nodiscard]] std::uint64_t bytes() const;
};

/// Compresses, opens the file, resolves its Range, and writes the head with Date, Content-Length, X-Request-Id and the
/// security headers that the handler did not set itself. Blocks on the disk: for worker threads.
/// Throws when a header holds a line break, or the file cannot be opened.
PreparedReply prepare_reply(const HttpRequest& request, HttpResponse response, bool keep_alive);

/// "404 Not Found".
std::string status_line_of(int status);

}  // namespace pamong::http
