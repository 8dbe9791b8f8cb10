#pragma once

#include <filesystem>
#include <memory>

#include "app/routes.h"
#include "features/access/adapters/sql_access_store.h"
#include "platform/http/event_hub.h"
#include "platform/http/server.h"
#include "platform/http/static_files.h"
#include "platform/log.h"
#include "platform/metrics.h"

namespace pamong::app {

/// The parts of the running program, handed to each other: routes below /api, the web client, health, metrics, events.
class Application {
  public:
    Application(store::Store& store, Clock& clock, Log& log, std::filesystem::path data_folder,
                const std::filesystem::path& web_folder, const files::FileLimits& file_limits = {});

    /// Answers one request; called on worker threads.
    http::HttpResponse answer(const http::HttpRequest& request);
    http::EventHub& events() { return events_; }
    Metrics& metrics() { return metrics_; }
    files::FileStore& files() { return file_store_; }
    [[nodiscard]] const http::Router& router() const { return router_; }

  private:
    http::HttpResponse answer_api(const http::HttpRequest& request);
    http::HttpResponse listen(const http::HttpRequest& request);

    store::Store& store_;
    Clock& clock_;
    Log& log_;
    std::filesystem::path data_folder_;
    Passwords passwords_;
    access::SodiumSecrets secrets_{passwords_};
    SystemRandom random_;
    files::RealDisk disk_;
    files::FileStore file_store_;
    files::FileDesk file_desk_;
    http::Router router_;
    http::EventHub events_;
    http::StaticFiles files_;
    Metrics metrics_;
};

}  // namespace pamong::app
