#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/store/store.h"

namespace pamong::jobs {

using JobId = Id<struct JobTag>;

enum class JobState { waiting, running, done, failed, cancelled };
BOOST_DESCRIBE_ENUM(JobState, waiting, running, done, failed, cancelled)

/// One piece of background work. Its handler may be run again after a crash, so it is written to be repeatable: what it
/// leaves behind it writes in the transaction that ends it, or under ids that come from the job's own.
struct Job {
    JobId id;
    std::optional<OrgId> owner_id;
    AccountId account_id;
    std::string kind;
    JsonText input;
    JobState state = JobState::waiting;
    std::int64_t progress_done = 0;
    std::int64_t progress_total = 0;
    std::optional<JsonText> result;
    std::optional<JsonText> problem;
    bool cancel_asked = false;
    std::string worker;  ///< whoever has it; another text each time it is taken
    std::int64_t attempts = 0;
    Timestamp created_at;
    std::optional<Timestamp> started_at;
    std::optional<Timestamp> heartbeat_at;
    std::optional<Timestamp> finished_at;
};
BOOST_DESCRIBE_STRUCT(Job, (),
                      (id, owner_id, account_id, kind, input, state, progress_done, progress_total, result, problem,
                       cancel_asked, worker, attempts, created_at, started_at, heartbeat_at, finished_at))

/// Queues work in the caller's own transaction: it is there exactly when the rest of the change is. The same id with
/// the same content again is a success and changes nothing. Problem: jobs.id_reused.
Result<Job> enqueue(store::Tx& tx, const JobId& id, std::string_view kind, std::string_view input_json);
/// A job of the transaction's owner and account; somebody else's is not there.
std::optional<Job> own_job(store::Tx& tx, const JobId& id);
/// Newest first, at most 50.
std::vector<Job> own_jobs(store::Tx& tx);
/// What waits is cancelled at once, what runs at its next step, what has ended stays as it is.
void ask_to_cancel(store::Tx& tx, const Job& job);

// For workers; all in transactions without an owner, for workers serve all of them.

/// Is there anything to take? Cheap, and writes nothing.
bool any_due(store::Tx& tx, std::span<const std::string> kinds, Timestamp dead_before);
/// Takes the oldest job that waits, or whose worker has not been heard of since `dead_before`. Two workers never get
/// the same one.
std::optional<Job> take(store::Tx& tx, std::span<const std::string> kinds, const std::string& worker,
                        Timestamp dead_before);
/// "Still at it". False when the job is not this worker's any more.
bool beat(store::Tx& tx, const JobId& id, const std::string& worker);
bool note_progress(store::Tx& tx, const JobId& id, const std::string& worker, std::int64_t done, std::int64_t total);
bool is_cancel_asked(store::Tx& tx, const JobId& id, const std::string& worker);
/// Back into the queue, for another try or another worker.
bool put_back(store::Tx& tx, const JobId& id, const std::string& worker);
/// Ends it. False when the job is not this worker's any more: then nothing may be kept of what it did.
bool end(store::Tx& tx, const JobId& id, const std::string& worker, JobState state,
         const std::optional<std::string>& result_json, const std::optional<std::string>& problem_json);

}  // namespace pamong::jobs
