#include "app/serve_command.h"

#include <condition_variable>
#include <csignal>
#include <thread>

#include "app/application.h"
#include "app/db_command.h"
#include "app/first_start.h"
#include "app/job_kinds.h"
#include "features/access/adapters/sql_audit_store.h"
#include "platform/http/data_lock.h"
#include "platform/http/tls.h"

namespace pamong::app {
namespace {

constexpr std::string_view serve_help =
    "pamong serve [--db URL] [--port N] [--bind ADDRESS] [--tls] [--example]\n"
    "Serves the application until it is interrupted. The first start prints a one-time administrator link.\n"
    "--example lets the example logins in; then it serves this machine only.\n\n"
    "Example: pamong serve --db sqlite:data/pamong.db --port 8080\n";

/// Numbers and chains the journal about once a second and wakes the devices of owners with news.
class Sealer {
  public:
    Sealer(store::Store& store, access::HeadFile heads, Clock& clock, http::EventHub& events, Log& log)
        : thread_([&store, heads = std::move(heads), &clock, &events, &log](const std::stop_token& stop) mutable {
              std::mutex mutex;
              std::condition_variable_any wait;
              std::unique_lock lock(mutex);
              while (!wait.wait_for(lock, stop, std::chrono::milliseconds(900), [&] { return stop.stop_requested(); }))
                  try {
                      access::seal_all(store, heads, clock.now(),
                                       [&](const OrgId& owner) { events.wake(to_string(owner)); });
                  } catch (const std::exception& failure) {
                      log.error("journal.sealing_failed", {{"kind", kind_of(failure)}});
                  }
          }) {}

  private:
    std::jthread thread_;
};

/// Removes what was never finished: temporary files after a day, half-sent ones after the days of the setting.
class Sweeper {
  public:
    Sweeper(files::FileStore& files, std::int64_t keep_days, Clock& clock, Log& log)
        : thread_([&files, keep_days, &clock, &log](const std::stop_token& stop) {
              constexpr std::int64_t day = 24 * 3600;
              std::mutex mutex;
              std::condition_variable_any wait;
              std::unique_lock lock(mutex);
              do try {
                      files.sweep(clock.now().plus_seconds(-day), clock.now().plus_seconds(-keep_days * day));
                  } catch (const std::exception& failure) {
                      log.error("files.sweeping_failed", {{"kind", kind_of(failure)}});
                  }
              while (!wait.wait_for(lock, stop, std::chrono::hours(1), [&] { return stop.stop_requested(); }));
          }) {}

  private:
    std::jthread thread_;
};

files::FileLimits file_limits_from(const Settings& settings) {
    return {.largest_bytes = settings.number("files.largest_mib") << 20U,
            .chunk_bytes = settings.number("files.chunk_kib") << 10U};
}

http::ServerOptions options_from(const Settings& settings, Log& log, Metrics& metrics) {
    http::ServerOptions options;
    options.bind = settings.text("bind");
    options.port = static_cast<std::uint16_t>(settings.number("port"));
    options.workers = static_cast<unsigned>(settings.number("http.workers"));
    options.io_threads = static_cast<unsigned>(settings.number("http.io_threads"));
    options.max_connections = static_cast<std::size_t>(settings.number("http.max_connections"));
    options.behind_proxy = settings.yes("http.behind_proxy");
    const auto upload = static_cast<std::size_t>(settings.number("http.upload_mib")) * 1024 * 1024;
    options.body_limit = [upload](std::string_view path) {
        const bool is_upload =
            path.find("/files") != std::string_view::npos || path.find("/import") != std::string_view::npos;
        return is_upload ? upload : std::size_t{4} * 1024 * 1024;
    };
    options.access_log = [&log, &metrics](const http::AccessRecord& record) {
        log.debug("http.request", {{"method", record.method}, {"status", record.status}, {"micros", record.micros}});
        metrics.histogram("pamong_http_seconds").observe(record.micros);
    };
    options.on_failure = [&log](const std::exception& failure, std::string_view) {
        log.error("http.failure", {{"kind", kind_of(failure)}});
    };
    return options;
}

/// Certificate files as given, or a local authority in the data folder.
Result<std::optional<http::TlsFiles>> tls_from(const Settings& settings, Timestamp now) {
    if (!settings.yes("tls")) return std::nullopt;
    if (settings.given("tls_certificate"))
        return http::TlsFiles{settings.text("tls_certificate"), settings.text("tls_key")};
    const std::filesystem::path folder = std::filesystem::path(settings.text("data")) / "tls";
    std::vector<std::string> names{"localhost", "127.0.0.1"};
    std::string name;
    for (const char c : settings.text("tls_names") + ",")
        if (c != ',') {
            name += c;
        } else if (!name.empty()) {
            names.push_back(std::exchange(name, {}));
        }
    const auto made = http::make_local_ca(folder, names, now);
    if (!made) return refused(made.error());
    return http::TlsFiles{folder / "server.crt", folder / "server.key"};
}

bool is_loopback(std::string_view address) {
    return address == "127.0.0.1" || address == "::1" || address == "localhost";
}

}  // namespace

int serve_command(std::span<const std::string_view> arguments, Terminal& terminal) {
    int exit_code = exit_fine;
    const auto settings = settings_for(
        serve_help, {{"example", SettingKind::yes_no, "false", "let the example logins in (this machine only)", true}},
        arguments, terminal, exit_code);
    if (!settings) return exit_code;
    const auto fail = [&](const Problem& problem) {
        print_problem(terminal.err, problem);
        return exit_use;
    };
    if (settings->yes("example") && !is_loopback(settings->text("bind"))) return fail({"app.example_bind"});
    const auto level = log_level_from(settings->text("log_level"));
    if (!level) return fail(level.error());

    // Signals are taken by sigwait below; every thread started from here on leaves them alone.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    SystemClock clock;
    Log log(clock, *level);
    const std::filesystem::path data_folder(settings->text("data"));
    const auto lock = DataLock::take(data_folder);
    if (!lock) return fail(lock.error());
    const auto store = open_migrated(settings->text("db"), terminal.err);
    if (!store) return exit_data;
    if (!settings->yes("example") && has_example_logins(*store)) return fail({"app.example_logins"});
    auto tls = tls_from(*settings, clock.now());
    if (!tls) return fail(tls.error());

    Application application(*store, clock, log, data_folder, settings->text("web.folder"), file_limits_from(*settings));
    auto options = options_from(*settings, log, application.metrics());
    options.tls = *tls;
    auto server = http::HttpServer::start(
        std::move(options), [&](const http::HttpRequest& request) { return application.answer(request); },
        application.events());
    if (!server) return fail(server.error());
    const std::string address = std::string(*tls ? "https" : "http") + "://" +
                                (is_loopback(settings->text("bind")) ? "localhost" : settings->text("bind")) + ":" +
                                std::to_string((*server)->port());
    terminal.out << address << '\n';
    if (const auto link = first_start(*store, clock.now()); link)
        terminal.out << Words::all().text(Language::id, "app.first_start") << '\n'
                     << address << "/mulai#" << *link << '\n';
    if (settings->yes("example")) print_example_logins(*store, terminal.out);
    terminal.out.flush();

    {
        const Sealer sealer(*store, access::HeadFile((data_folder / "chain_heads").string()), clock,
                            application.events(), log);
        const Sweeper sweeper(application.files(), settings->number("files.keep_days"), clock, log);
        jobs::WorkerOptions work;
        work.threads = static_cast<int>(settings->number("jobs.threads"));
        work.on_change = [&](const AccountId& account) { application.events().wake(to_string(account)); };
        const jobs::JobKinds kinds = job_kinds();
        const jobs::Worker worker(*store, application.files(), kinds, clock, log, std::move(work));
        int signal = 0;
        sigwait(&signals, &signal);
        (*server)->stop();
    }
    return exit_fine;
}

}  // namespace pamong::app
