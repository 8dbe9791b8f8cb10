#include "app/application.h"

#include "features/access/adapters/routes.h"
#include "platform/store/store_error.h"

namespace pamong::app {
namespace {

http::HttpResponse plain_text(std::string text) {
    http::HttpResponse response;
    response.headers.emplace_back("Content-Type", "text/plain; charset=utf-8");
    response.headers.emplace_back("Cache-Control", "no-store");
    response.body = std::move(text);
    return response;
}

}  // namespace

Application::Application(store::Store& store, Clock& clock, Log& log, std::filesystem::path data_folder,
                         const std::filesystem::path& web_folder, const files::FileLimits& file_limits)
    : store_(store),
      clock_(clock),
      log_(log),
      data_folder_(std::move(data_folder)),
      file_store_(disk_, data_folder_ / "files"),
      file_desk_(file_store_, file_limits),
      files_(web_folder.empty() ? http::StaticFiles() : http::StaticFiles(web_folder)) {
    add_all_routes(router_, secrets_, file_desk_);
}

http::HttpResponse Application::answer(const http::HttpRequest& request) {
    if (request.path == "/health") {
        (void)store_.read({}, [](store::Tx& tx) { return tx.number("select 1 as n"); });
        return plain_text("ok\n");
    }
    if (request.path == "/metrics" && (request.peer == "127.0.0.1" || request.peer == "::1"))
        return plain_text(metrics_.prometheus_text());
    if (request.path == "/api/v1/events") return listen(request);
    if (request.path.starts_with("/api/")) return answer_api(request);
    if (auto file = files_.serve(request)) return std::move(*file);
    return http::problem_reply({"http.not_found"}, Language::id);
}

http::HttpResponse Application::answer_api(const http::HttpRequest& request) {
    try {
        return router_.answer(request, access::authenticate, store_, clock_.now(), random_);
    } catch (const store::StoreError& failure) {
        // What is nobody's mistake but the moment's: asked again, it may well go through.
        using Kind = store::StoreError::Kind;
        if (failure.kind() == Kind::unique) return http::problem_reply({"http.conflict"}, Language::id);
        if (failure.kind() == Kind::full) return http::problem_reply({"http.disk_full"}, Language::id);
        if (failure.kind() == Kind::busy || failure.kind() == Kind::retry || failure.kind() == Kind::lost)
            return http::problem_reply({"http.busy"}, Language::id);
        throw;
    }
}

/// Devices are woken by account and by owner; the stream says only "changed".
http::HttpResponse Application::listen(const http::HttpRequest& request) {
    const auto caller = access::authenticate(request, store_, clock_.now());
    if (!caller) return http::problem_reply(caller.error(), Language::id);
    http::HttpResponse response;
    response.event_topics = {to_string(caller->account), to_string(caller->owner)};
    return response;
}

}  // namespace pamong::app
