#include "platform/http/prepared_reply.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <ctime>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "base/result.h"
#include "platform/http/byte_range.h"
#include "platform/http/content_encoding.h"

namespace pamong::http {
namespace {

/// The form engine compiles WebAssembly; styles set by script need 'unsafe-inline' on attributes only.
constexpr std::string_view content_security_policy =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> security_headers{{
    {"Content-Security-Policy", content_security_policy},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},  // for browsers older than frame-ancestors
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
}};

/// RFC 9110 section 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT", always English. Made once a second and thread.
const std::string& http_date() {
    thread_local std::time_t made_for = 0;
    thread_local std::string text;
    const std::time_t now = std::time(nullptr);
    if (now == made_for) return text;
    static constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&now, &utc);
    text = fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days.at(static_cast<std::size_t>(utc.tm_wday)),
                       utc.tm_mday, months.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900, utc.tm_hour,
                       utc.tm_min, utc.tm_sec);
    made_for = now;
    return text;
}

void append(std::string& head, std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
}

/// Opens the file and narrows it to the range that the request may have asked for.
FilePart open_part(const HttpRequest& request, HttpResponse& response) {
    const int descriptor = ::open(response.file.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat facts{};
    if (descriptor < 0 || ::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        if (descriptor >= 0) ::close(descriptor);
        throw std::system_error(errno, std::generic_category(), "a reply's file cannot be opened");
    }
    const auto size = static_cast<std::uint64_t>(facts.st_size);
    set_header(response.headers, "Accept-Ranges", "bytes");
    // If-Range: a part only of the same version; without a matching strong ETag the whole file is sent.
    const auto if_range = request.header("If-Range");
    const auto etag = response.header("ETag");
    const bool may_be_part =
        response.status == 200 && request.method == "GET" && (!if_range || (etag && *etag == *if_range));
    const ByteRange range = may_be_part ? byte_range_of(request.header("Range"), size) : byte_range_of({}, size);
    if (range.kind == ByteRange::Kind::part) {
        response.status = 206;
        set_header(response.headers, "Content-Range",
                   fmt::format("bytes {}-{}/{}", range.first, range.first + range.length - 1, size));
    } else if (range.kind == ByteRange::Kind::unsatisfiable) {
        response.status = 416;
        set_header(response.headers, "Content-Range", fmt::format("bytes */{}", size));
    }
    return {descriptor, range.first, range.length};
}

}  // namespace

FilePart::FilePart(FilePart&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), at_(other.at_), left_(other.left_) {}

FilePart& FilePart::operator=(FilePart&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    at_ = other.at_;
    left_ = other.left_;
    return *this;
}

FilePart::~FilePart() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::string FilePart::next(std::size_t most) {
    std::string bytes(std::min<std::uint64_t>(most, left_), '\0');
    ssize_t got = 0;
    do got = ::pread(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(at_));
    while (got < 0 && errno == EINTR);
    if (got <= 0) throw std::runtime_error("a file became shorter while it was sent");
    bytes.resize(static_cast<std::size_t>(got));
    at_ += bytes.size();
    left_ -= bytes.size();
    return bytes;
}

std::uint64_t PreparedReply::bytes() const {
    if (!sends_content) return 0;
    return file ? file->left() : response.content().size();
}

PreparedReply prepare_reply(const HttpRequest& request, HttpResponse response, bool keep_alive) {
    for (const auto& [name, value] : response.headers)
        expects((name + value).find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos,
                "a reply's header holds a line break");
    for (const std::string& topic : response.event_topics)
        expects(topic.find_first_of("\r\n") == std::string::npos, "an event topic holds a line break");
    compress_if_wanted(request, response);

    PreparedReply reply{.keep_alive = keep_alive};
    const bool is_stream = !response.event_topics.empty();
    if (!response.file.empty()) reply.file = open_part(request, response);
    if (is_stream) {
        set_header(response.headers, "Content-Type", "text/event-stream");
        set_header(response.headers, "Cache-Control", "no-store");
        set_header(response.headers, "X-Accel-Buffering", "no");  // nginx would hold events back
        reply.keep_alive = false;                                 // a stream ends with its connection
    }
    reply.sends_content = request.method != "HEAD" && response.status != 204 && response.status != 304;

    std::string& head = reply.head;
    head.reserve(1024);
    head = "HTTP/1.1 " + status_line_of(response.status) + "\r\n";
    for (const auto& [name, value] : response.headers) append(head, name, value);
    append(head, "Date", http_date());
    if (!is_stream && response.status != 204 && response.status != 304)
        append(head, "Content-Length", std::to_string(reply.file ? reply.file->left() : response.content().size()));
    for (const auto& [name, value] : security_headers)
        if (!response.header(name)) append(head, name, value);
    if (request.is_tls) append(head, "Strict-Transport-Security", "max-age=31536000");
    if (!request.id.empty()) append(head, "X-Request-Id", request.id);
    append(head, "Connection", reply.keep_alive ? "keep-alive" : "close");
    head += "\r\n";
    reply.response = std::move(response);
    return reply;
}

std::string status_line_of(int status) {
    static constexpr std::array<std::pair<int, std::string_view>, 29> reasons{{
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {422, "Unprocessable Content"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {503, "Service Unavailable"},
        {507, "Insufficient Storage"},
    }};
    for (const auto& [known, reason] : reasons)
        if (known == status) return std::to_string(status) + " " + std::string(reason);
    return std::to_string(status) + " Status";
}

}  // namespace pamong::http
