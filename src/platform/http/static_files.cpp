#include "platform/http/static_files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "platform/crypto/crypto.h"
#include "platform/embedded.h"
#include "platform/http/content_encoding.h"

namespace pamong::http {
namespace {

constexpr std::string_view dist = "web/dist/";

constexpr std::array<std::pair<std::string_view, std::string_view>, 25> content_types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".webp", "image/webp"},
    {".gif", "image/gif"},
    {".ico", "image/vnd.microsoft.icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".wasm", "application/wasm"},
    {".txt", "text/plain; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".xml", "application/xml"},
    {".pdf", "application/pdf"},
    {".crt", "application/x-x509-ca-cert"},
    {".ics", "text/calendar; charset=utf-8"},
    {".zip", "application/zip"},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
}};

/// Shown when the program was built without the web client.
constexpr std::string_view page_without_client = R"(<!doctype html>
<html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Pamong</title>
<h1>Pamong berjalan, tetapi halaman webnya belum dibangun</h1>
<p>Server ini menjawab di <code>/api/v1</code>. Untuk membangun halaman webnya, jalankan <code>./run</code>
di folder Pamong, atau <code>npm run build</code> di folder <code>web</code>, lalu bangun ulang programnya.</p>
</html>
)";

std::string etag_for(std::string_view content) { return '"' + blake2b_hex(content).substr(0, 32) + '"'; }

bool is_below(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

bool has_dot(std::string_view path) {
    return path.substr(path.find_last_of('/') + 1).find('.') != std::string_view::npos;
}

/// Vite puts a hash of the content into the names below assets/; the rest may change under the same name.
std::string_view cache_rule_of(std::string_view name) {
    return name.starts_with("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
}

HttpResponse plain(int status, std::string_view type, std::string_view text) {
    HttpResponse response;
    response.status = status;
    response.embedded = text;
    response.headers = {{"Content-Type", std::string(type)}, {"Cache-Control", "no-store"}};
    response.route = "static";
    return response;
}

}  // namespace

std::string_view content_type_of(std::string_view path) {
    for (const auto& [ending, type] : content_types)
        if (path.ends_with(ending)) return type;
    return "application/octet-stream";
}

StaticFiles::StaticFiles() {
    for (const EmbeddedFile& file : embedded_below(dist))
        entries_.emplace(file.path.substr(dist.size()), Entry{file.content, etag_for(file.content)});
}

StaticFiles::StaticFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

std::optional<StaticFiles::Found> StaticFiles::find(std::string_view name) const {
    if (!folder_) {
        const auto entry = entries_.find(name);
        if (entry == entries_.end()) return std::nullopt;
        return Found{{}, entry->second.content, entry->second.etag, true};
    }
    // A path without ".." could still leave the folder through a symbolic link: compare where it really is.
    std::error_code error;
    const auto root = std::filesystem::canonical(*folder_, error);
    if (error) return std::nullopt;
    const auto file = std::filesystem::canonical(root / name, error);
    if (error || !std::filesystem::is_regular_file(file, error)) return std::nullopt;
    if (std::ranges::mismatch(root, file).in1 != root.end()) return std::nullopt;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return std::nullopt;
    std::string content{std::istreambuf_iterator<char>(stream), {}};
    std::string etag = etag_for(content);
    return Found{std::move(content), {}, std::move(etag), false};
}

std::optional<HttpResponse> StaticFiles::serve(const HttpRequest& request) const {
    if (is_below(request.path, "/api") || is_below(request.path, "/openrosa")) return std::nullopt;
    if (request.method != "GET" && request.method != "HEAD") {
        HttpResponse refusal = plain(405, "text/plain; charset=utf-8", "Method not allowed\n");
        refusal.headers.emplace_back("Allow", "GET, HEAD");
        return refusal;
    }
    std::string name = request.path.substr(1);
    // Compressed neighbours are an encoding of their file, not pages of their own; "." files are nobody's.
    const bool is_hidden = request.path.find("/.") != std::string::npos || name.ends_with(".gz");
    std::optional<Found> found;
    if (!name.empty() && !is_hidden) found = find(name);
    if (!found) {
        if (is_hidden || has_dot(name) || name.starts_with("assets/"))
            return plain(404, "text/plain; charset=utf-8", "Tidak ada / Not found\n");
        name = "index.html";  // one of the app's own screens
        found = find(name);
        if (!found) return plain(200, "text/html; charset=utf-8", page_without_client);
    }

    HttpResponse response;
    response.route = "static";
    const auto packed = find(name + ".gz");
    if (packed) response.headers.emplace_back("Vary", "Accept-Encoding");
    if (packed && accepts_gzip(request)) {
        found->etag.insert(found->etag.size() - 1, "-gz");  // other bytes, other strong ETag
        found->owned = packed->owned;
        found->embedded = packed->embedded;
        response.headers.emplace_back("Content-Encoding", "gzip");
    }
    response.headers.emplace_back("ETag", found->etag);
    response.headers.emplace_back("Cache-Control", cache_rule_of(name));
    const bool same = header_lists(request.headers, "If-None-Match", found->etag) ||
                      header_lists(request.headers, "If-None-Match", "W/" + found->etag) ||
                      request.header("If-None-Match") == "*";
    if (same) {
        response.status = 304;
        return response;
    }
    response.headers.emplace_back("Content-Type", content_type_of(name));
    if (found->is_embedded) response.embedded = found->embedded;
    else response.body = std::move(found->owned);
    return response;
}

}  // namespace pamong::http
