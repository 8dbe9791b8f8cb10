#include "platform/jobs/worker.h"

#include "platform/crypto/crypto.h"
#include "platform/files/uploads.h"
#include "platform/store/store_error.h"

namespace pamong::jobs {

std::string problem_json(const Problem& problem) {
    return "{\"code\":" + to_json(problem.code) + ",\"values\":" + to_json(problem.values) + "}";
}

Done JobRun::step(std::int64_t done, std::int64_t total) {
    if (stopping_.stop_requested()) return refused("jobs.interrupted");
    const bool asked = store_.read({}, [&](store::Tx& tx) { return is_cancel_asked(tx, job_.id, job_.worker); });
    if (asked) return refused("jobs.cancelled");
    const auto moment = std::chrono::steady_clock::now();
    if (moment - written_ < between_writes_) return {};
    written_ = moment;
    return store_.write({{}, {}, clock_.now()}, [&](store::Tx& tx) -> Done {
        if (!note_progress(tx, job_.id, job_.worker, done, total)) return refused("jobs.lost");
        return {};
    });
}

Worker::Worker(store::Store& store, files::FileStore& files, const JobKinds& kinds, Clock& clock, Log& log,
               WorkerOptions options)
    : store_(store), files_(files), kinds_(kinds), clock_(clock), log_(log), options_(std::move(options)) {
    for (const auto& [kind, handler] : kinds_) kind_names_.push_back(kind);
    for (int number = 0; number < options_.threads; ++number)
        threads_.emplace_back([this](const std::stop_token& stopping) {
            while (!stopping.stop_requested()) {
                bool worked = false;
                try {
                    worked = run_one(stopping);
                } catch (const std::exception& failure) {
                    log_.error("jobs.worker_failed", {{"kind", kind_of(failure)}});
                }
                std::unique_lock lock(mutex_);
                if (!worked) wait_.wait_for(lock, stopping, options_.poll, [] { return false; });
            }
        });
    if (options_.threads > 0)
        threads_.emplace_back([this](const std::stop_token& stopping) { keep_beating(stopping); });
}

Worker::~Worker() {
    for (auto& thread : threads_) thread.request_stop();
    threads_.clear();
}

/// Long steps do not make a worker look dead.
void Worker::keep_beating(const std::stop_token& stopping) {
    while (!stopping.stop_requested()) {
        std::map<JobId, std::string> running;
        {
            std::unique_lock lock(mutex_);
            wait_.wait_for(lock, stopping, options_.heartbeat, [] { return false; });
            running = running_;
        }
        if (running.empty()) continue;
        try {
            (void)store_.write({{}, {}, clock_.now()}, [&](store::Tx& tx) -> Done {
                for (const auto& [id, worker] : running) beat(tx, id, worker);
                return {};
            });
        } catch (const std::exception& failure) {
            log_.error("jobs.heartbeat_failed", {{"kind", kind_of(failure)}});
        }
    }
}

std::optional<Job> Worker::take_next() {
    const Timestamp dead_before = clock_.now().plus_seconds(-options_.dead_after_seconds);
    const bool due = store_.read({}, [&](store::Tx& tx) { return any_due(tx, kind_names_, dead_before); });
    if (!due) return std::nullopt;
    const std::string worker = random_token();
    auto taken = store_.write({{}, {}, clock_.now()}, [&](store::Tx& tx) -> Result<std::optional<Job>> {
        return take(tx, kind_names_, worker, dead_before);
    });
    return std::move(*taken);
}

bool Worker::run_one(const std::stop_token& stopping) {
    const auto job = take_next();
    if (!job) return false;
    if (options_.on_change) options_.on_change(job->account_id);
    {
        const std::scoped_lock lock(mutex_);
        running_.emplace(job->id, job->worker);
    }
    const struct Forget {
        Worker& worker;
        const JobId& id;
        ~Forget() {
            const std::scoped_lock lock(worker.mutex_);
            worker.running_.erase(id);
        }
    } forget{*this, job->id};
    run(*job, stopping);
    if (options_.on_change) options_.on_change(job->account_id);
    return true;
}

void Worker::run(const Job& job, const std::stop_token& stopping) {
    if (job.cancel_asked) return end_with(job, JobState::cancelled, {"jobs.cancelled"});
    if (job.attempts > options_.attempts)
        return end_with(job, JobState::failed, {"jobs.gave_up", "", {{"count", std::to_string(options_.attempts)}}});
    JobRun run(job, store_, clock_, options_.between_writes, stopping);
    try {
        conclude(job, kinds_.find(job.kind)->second(run), stopping);
    } catch (const store::StoreError& failure) {
        using Kind = store::StoreError::Kind;
        const bool passing =
            failure.kind() == Kind::busy || failure.kind() == Kind::retry || failure.kind() == Kind::lost;
        log_.error("jobs.store_failed", {{"job", job.id}, {"passing", passing}});
        if (!passing) return end_with(job, JobState::failed, {"jobs.failed"});
        (void)store_.write({{}, {}, clock_.now()}, [&](store::Tx& tx) -> Done {
            put_back(tx, job.id, job.worker);
            return {};
        });
    } catch (const std::exception& failure) {  // one of the three borders: a broken job must not end the program
        log_.error("jobs.failed", {{"job", job.id}, {"kind", kind_of(failure)}});
        end_with(job, JobState::failed, {"jobs.failed"});
    }
}

void Worker::conclude(const Job& job, Result<JobOutcome> outcome, const std::stop_token& stopping) {
    if (!outcome) {
        const std::string& code = outcome.error().code;
        if (code == "jobs.lost") return;
        if (code == "jobs.interrupted" && stopping.stop_requested()) {
            (void)store_.write({{}, {}, clock_.now()}, [&](store::Tx& tx) -> Done {
                put_back(tx, job.id, job.worker);
                return {};
            });
            return;
        }
        return end_with(job, code == "jobs.cancelled" ? JobState::cancelled : JobState::failed, outcome.error());
    }
    // The file, its row and the end of the job are one change: a worker that came too late leaves nothing behind.
    (void)store_.write({job.owner_id.value_or(OrgId{}), job.account_id, clock_.now()}, [&](store::Tx& tx) -> Done {
        std::string result = outcome->result_json;
        if (!outcome->file.empty()) {
            const std::string hash = files::attach_made_file(tx, files_, job.id.value, outcome->file,
                                                             outcome->media_type, "job", job.id.value);
            result = "{\"file\":" + to_json(hash) + ",\"media_type\":" + to_json(outcome->media_type) +
                     ",\"value\":" + result + "}";
        } else {
            result = "{\"value\":" + result + "}";
        }
        if (!end(tx, job.id, job.worker, JobState::done, result, std::nullopt)) return refused("jobs.lost");
        if (job.owner_id) tx.journal("job.done", "job", job.id.value);
        return {};
    });
}

void Worker::end_with(const Job& job, JobState state, const Problem& problem) {
    (void)store_.write({job.owner_id.value_or(OrgId{}), job.account_id, clock_.now()}, [&](store::Tx& tx) -> Done {
        if (!end(tx, job.id, job.worker, state, std::nullopt, problem_json(problem))) return refused("jobs.lost");
        if (job.owner_id)
            tx.journal(state == JobState::cancelled ? "job.cancelled" : "job.failed", "job", job.id.value);
        return {};
    });
}

}  // namespace pamong::jobs
