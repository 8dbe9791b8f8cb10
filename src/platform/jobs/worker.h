#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "platform/files/file_store.h"
#include "platform/jobs/job.h"
#include "platform/log.h"

namespace pamong::jobs {

/// What a job leaves: a small JSON value, and perhaps a file that whoever asked for the job may read.
struct JobOutcome {
    std::string result_json = "{}";
    std::string file{};  ///< bytes; kept as an attachment of the job, its hash becomes `file` of the job's record
    std::string media_type{};
};

/// A running job as its handler sees it.
class JobRun {
  public:
    JobRun(const Job& job, store::Store& store, Clock& clock, std::chrono::milliseconds between_writes,
           std::stop_token stopping)
        : job_(job), store_(store), clock_(clock), between_writes_(between_writes), stopping_(std::move(stopping)) {}

    [[nodiscard]] const Job& job() const { return job_; }
    [[nodiscard]] store::Store& store() const { return store_; }
    [[nodiscard]] Timestamp now() const { return clock_.now(); }
    /// Transactions in the name of whoever asked for the job.
    [[nodiscard]] store::Scope scope() const {
        return {job_.owner_id.value_or(OrgId{}), job_.account_id, clock_.now()};
    }
    /// Call it between steps and return its problem at once. Progress is written twice a second at most.
    /// Problems: jobs.cancelled (a person asked for it), jobs.interrupted (the program ends; the job goes on later),
    /// jobs.lost (another worker has it).
    Done step(std::int64_t done, std::int64_t total);

  private:
    const Job& job_;
    store::Store& store_;
    Clock& clock_;
    std::chrono::milliseconds between_writes_;
    std::stop_token stopping_;
    std::chrono::steady_clock::time_point written_{};
};

/// By kind, such as "performance.forms". A refusal of the handler is the job's failure, in words.
using JobHandler = std::function<Result<JobOutcome>(JobRun&)>;
using JobKinds = std::map<std::string, JobHandler, std::less<>>;

struct WorkerOptions {
    int threads = 1;
    std::chrono::milliseconds poll{500};
    std::chrono::milliseconds heartbeat{5'000};
    std::chrono::milliseconds between_writes{500};
    /// Whose heartbeat is older is taken for dead; clocks of several servers may differ by less than this.
    std::int64_t dead_after_seconds = 30;
    /// So often a job is begun; a job that kills its worker each time ends here.
    std::int64_t attempts = 5;
    /// Called when a job has ended or was taken: wakes the account's devices.
    std::function<void(const AccountId&)> on_change{};
};

/// Threads that take jobs, one each at a time, until the worker is destroyed; what runs then goes back into the queue.
class Worker {
  public:
    Worker(store::Store& store, files::FileStore& files, const JobKinds& kinds, Clock& clock, Log& log,
           WorkerOptions options = {});
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker();

    /// Takes and runs one job on this thread. False when there is none.
    bool run_one(const std::stop_token& stopping = {});

  private:
    std::optional<Job> take_next();
    void run(const Job& job, const std::stop_token& stopping);
    void conclude(const Job& job, Result<JobOutcome> outcome, const std::stop_token& stopping);
    void end_with(const Job& job, JobState state, const Problem& problem);
    void keep_beating(const std::stop_token& stopping);

    store::Store& store_;
    files::FileStore& files_;
    const JobKinds& kinds_;
    std::vector<std::string> kind_names_{};
    Clock& clock_;
    Log& log_;
    WorkerOptions options_;
    std::mutex mutex_{};
    std::condition_variable_any wait_{};
    std::map<JobId, std::string> running_{};
    std::vector<std::jthread> threads_{};
};

/// {"code", "values"} as the job's record keeps a problem.
std::string problem_json(const Problem& problem);

}  // namespace pamong::jobs
