#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.h"

namespace pamong::http {

/// "text/css; charset=utf-8" by the file's ending; application/octet-stream when unknown.
std::string_view content_type_of(std::string_view path);

/// The web client: embedded files of web/dist, or a folder while developing.
class StaticFiles {
  public:
    StaticFiles();                                       ///< embedded
    explicit StaticFiles(std::filesystem::path folder);  ///< read at each request

    /// The file, 304, the app's page for paths of its own screens, or 404; nothing for /api and /openrosa.
    [[nodiscard]] std::optional<HttpResponse> serve(const HttpRequest& request) const;

  private:
    struct Entry {
        std::string_view content;
        std::string etag;
    };
    struct Found {
        std::string owned;          ///< content read from a folder
        std::string_view embedded;  ///< or part of the program
        std::string etag;
        bool is_embedded = false;
    };
    [[nodiscard]] std::optional<Found> find(std::string_view name) const;
    std::optional<std::filesystem::path> folder_;
    std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace pamong::http
