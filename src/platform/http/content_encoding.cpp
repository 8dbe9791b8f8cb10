#include "platform/http/content_encoding.h"

#include <zlib.h>

#include <array>
#include <charconv>
#include <stdexcept>

namespace pamong::http {
namespace {

constexpr std::size_t worth_compressing = 1024;
constexpr int gzip_window = 15 + 16;  // zlib: 16 more asks for the gzip wrapper

bool is_compressible(std::string_view type) {
    type = type.substr(0, type.find(';'));
    for (const std::string_view known : {"application/json", "application/problem+json", "application/xml",
                                         "application/atom+xml", "image/svg+xml", "application/javascript"})
        if (type == known) return true;
    return type.starts_with("text/") && type != "text/event-stream";
}

/// The q of one Accept-Encoding entry such as "gzip;q=0.5"; 1 when there is none.
double quality(std::string_view parameters) {
    const auto at = parameters.find("q=");
    if (at == std::string_view::npos) return 1;
    double value = 0;
    std::from_chars(parameters.data() + at + 2, parameters.data() + parameters.size(), value);
    return value;
}

struct Stream {
    z_stream zlib{};
    int (*finish)(z_stream*) = nullptr;
    ~Stream() {
        if (finish != nullptr) finish(&zlib);
    }
    void feed(std::string_view text) {
        // zlib's interface lacks const; it does not write to its input.
        zlib.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data()));
        zlib.avail_in = static_cast<uInt>(text.size());
    }
};

}  // namespace

bool accepts_gzip(const HttpRequest& request) {
    const auto accepted = request.header("Accept-Encoding");
    if (!accepted) return false;
    std::optional<double> any;
    for (std::string_view rest = *accepted; !rest.empty();) {
        const auto comma = rest.find(',');
        std::string_view part = rest.substr(0, comma);
        rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
        while (part.starts_with(' ')) part.remove_prefix(1);
        const auto name = part.substr(0, part.find_first_of("; "));
        if (name == "gzip" || name == "x-gzip") return quality(part) > 0;
        if (name == "*") any = quality(part);
    }
    return any.value_or(0) > 0;
}

std::string gzip(std::string_view text, int level) {
    Stream stream;
    if (deflateInit2(&stream.zlib, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib cannot start");
    stream.finish = deflateEnd;
    std::string packed(deflateBound(&stream.zlib, static_cast<uLong>(text.size())), '\0');
    stream.feed(text);
    stream.zlib.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.zlib.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream.zlib, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("zlib cannot finish");
    packed.resize(stream.zlib.total_out);
    return packed;
}

Result<std::string> gunzip(std::string_view packed, std::size_t limit) {
    Stream stream;
    if (inflateInit2(&stream.zlib, gzip_window) != Z_OK) throw std::runtime_error("zlib cannot start");
    stream.finish = inflateEnd;
    stream.feed(packed);
    std::string text;
    std::array<char, 16 * 1024> piece{};
    while (true) {
        stream.zlib.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.zlib.avail_out = static_cast<uInt>(piece.size());
        const int state = inflate(&stream.zlib, Z_NO_FLUSH);
        text.append(piece.data(), piece.size() - stream.zlib.avail_out);
        if (text.size() > limit) return refused("http.bad_gzip");
        if (state == Z_STREAM_END) return text;
        if (state != Z_OK || stream.zlib.avail_out != 0) {
            if (state == Z_OK && stream.zlib.avail_in > 0) continue;
            return refused("http.bad_gzip");
        }
    }
}

void compress_if_wanted(const HttpRequest& request, HttpResponse& response) {
    if (!response.may_compress || !response.file.empty() || !response.event_topics.empty()) return;
    const auto type = response.header("Content-Type");
    const std::string_view text = response.content();
    if (!type || !is_compressible(*type) || text.size() <= worth_compressing || response.header("Content-Encoding"))
        return;
    // Caches must know even when this client does not take gzip.
    if (!header_lists(response.headers, "Vary", "Accept-Encoding"))
        response.headers.emplace_back("Vary", "Accept-Encoding");
    if (!accepts_gzip(request) || response.status == 206) return;
    std::string packed = gzip(text);
    if (packed.size() >= text.size()) return;
    response.body = std::move(packed);
    response.embedded.reset();
    response.headers.emplace_back("Content-Encoding", "gzip");
    // A strong ETag names exact bytes (RFC 9110 section 8.8.1); these are others.
    if (const auto etag = response.header("ETag"); etag && !etag->starts_with("W/"))
        set_header(response.headers, "ETag", "W/" + std::string(*etag));
}

}  // namespace pamong::http
