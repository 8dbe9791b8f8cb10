#include "app/worker_command.h"

#include <csignal>

#include "app/db_command.h"
#include "app/job_kinds.h"
#include "platform/crypto/crypto.h"

namespace pamong::app {
namespace {

constexpr std::string_view worker_help =
    "pamong worker [--db URL] [--data DIR] [--jobs-threads N]\n"
    "Does the background work of the same database and data folder as the server: printing for a whole district and "
    "the\n"
    "like. The server does so itself unless its --jobs-threads is 0. Stopping it is always safe: what it was doing is\n"
    "begun again by another one.\n\n"
    "Example: pamong worker --db sqlite:data/pamong.db --data data --jobs-threads 2\n";

}  // namespace

int worker_command(std::span<const std::string_view> arguments, Terminal& terminal) {
    int exit_code = exit_fine;
    const auto settings = settings_for(worker_help, {}, arguments, terminal, exit_code);
    if (!settings) return exit_code;
    const auto level = log_level_from(settings->text("log_level"));
    if (!level) {
        print_problem(terminal.err, level.error());
        return exit_use;
    }
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    SystemClock clock;
    Log log(clock, *level);
    const auto store = open_migrated(settings->text("db"), terminal.err);
    if (!store) return exit_data;
    files::RealDisk disk;
    files::FileStore files(disk, std::filesystem::path(settings->text("data")) / "files");
    const jobs::JobKinds kinds = job_kinds();
    jobs::WorkerOptions options;
    options.threads = static_cast<int>(std::max<std::int64_t>(1, settings->number("jobs.threads")));
    const jobs::Worker worker(*store, files, kinds, clock, log, std::move(options));
    int signal = 0;
    sigwait(&signals, &signal);
    return exit_fine;
}

}  // namespace pamong::app
