#include "platform/jobs/job.h"

namespace pamong::jobs {
namespace {

constexpr std::string_view insert_job = R"sql(
    insert into job (id, owner_id, account_id, kind, input, state, created_at)
    values ($1, $2, $3, $4, $5, 'waiting', $6)
    on conflict (id) do nothing
)sql";
constexpr std::string_view select_own_job = R"sql(
    select id, owner_id, account_id, kind, input, state, progress_done, progress_total, result, problem, cancel_asked,
           worker, attempts, created_at, started_at, heartbeat_at, finished_at
    from job
    where id = $1
      and owner_id = $2
      and account_id = $3
)sql";
constexpr std::string_view select_own_jobs = R"sql(
    select id, owner_id, account_id, kind, input, state, progress_done, progress_total, result, problem, cancel_asked,
           worker, attempts, created_at, started_at, heartbeat_at, finished_at
    from job
    where account_id = $2
      and owner_id = $1
    order by created_at desc, id desc
    limit 50
)sql";
constexpr std::string_view cancel_waiting = R"sql(
    update job
    set state = 'cancelled', cancel_asked = $2, finished_at = $3
    where id = $1
      and state = 'waiting'
)sql";
constexpr std::string_view cancel_running = R"sql(
    update job
    set cancel_asked = $2
    where id = $1
      and state = 'running'
)sql";
constexpr std::string_view count_due = R"sql(
    select count(*) as n
    from job
    where kind in {texts $1}
      and (state = 'waiting' or (state = 'running' and heartbeat_at < $2))
)sql";
// PostgreSQL leaves out what another worker is taking at this moment; SQLite writes one at a time.
constexpr std::string_view select_due = R"sql(
    select id, owner_id, account_id, kind, input, state, progress_done, progress_total, result, problem, cancel_asked,
           worker, attempts, created_at, started_at, heartbeat_at, finished_at
    from job
    where kind in {texts $1}
      and (state = 'waiting' or (state = 'running' and heartbeat_at < $2))
    order by created_at, id
    limit 1
    {skip_locked}
)sql";
constexpr std::string_view update_taken = R"sql(
    update job
    set state = 'running', worker = $2, attempts = attempts + 1, started_at = coalesce(started_at, $3),
        heartbeat_at = $3
    where id = $1
)sql";
constexpr std::string_view update_beat = R"sql(
    update job
    set heartbeat_at = $3
    where id = $1
      and worker = $2
      and state = 'running'
)sql";
constexpr std::string_view update_progress = R"sql(
    update job
    set heartbeat_at = $3, progress_done = $4, progress_total = $5
    where id = $1
      and worker = $2
      and state = 'running'
)sql";
constexpr std::string_view select_asked = R"sql(
    select count(*) as n
    from job
    where id = $1
      and worker = $2
      and cancel_asked = $3
)sql";
constexpr std::string_view update_put_back = R"sql(
    update job
    set state = 'waiting', worker = ''
    where id = $1
      and worker = $2
      and state = 'running'
)sql";
constexpr std::string_view update_ended = R"sql(
    update job
    set state = $3, result = $4, problem = $5, finished_at = $6
    where id = $1
      and worker = $2
      and state = 'running'
)sql";

}  // namespace

Result<Job> enqueue(store::Tx& tx, const JobId& id, std::string_view kind, std::string_view input_json) {
    const bool added = tx.run(insert_job, id, tx.owner(), tx.account(), kind, input_json, tx.now()) > 0;
    const auto job = own_job(tx, id);
    if (!job || job->kind != kind || (!added && job->input.text != input_json)) return refused("jobs.id_reused");
    if (added) tx.journal("job.queued", "job", id.value);
    return *job;
}

std::optional<Job> own_job(store::Tx& tx, const JobId& id) {
    return tx.one<Job>(select_own_job, id, tx.owner(), tx.account());
}

std::vector<Job> own_jobs(store::Tx& tx) { return tx.all<Job>(select_own_jobs, tx.owner(), tx.account()); }

void ask_to_cancel(store::Tx& tx, const Job& job) {
    const auto changed = tx.run(cancel_waiting, job.id, true, tx.now()) + tx.run(cancel_running, job.id, true);
    if (changed > 0) tx.journal("job.cancel_asked", "job", job.id.value);
}

bool any_due(store::Tx& tx, std::span<const std::string> kinds, Timestamp dead_before) {
    return tx.number(count_due, to_json(std::vector(kinds.begin(), kinds.end())), dead_before).value_or(0) > 0;
}

std::optional<Job> take(store::Tx& tx, std::span<const std::string> kinds, const std::string& worker,
                        Timestamp dead_before) {
    auto job = tx.one<Job>(select_due, to_json(std::vector(kinds.begin(), kinds.end())), dead_before);
    if (!job) return std::nullopt;
    tx.run(update_taken, job->id, worker, tx.now());
    job->worker = worker;
    ++job->attempts;
    return job;
}

bool beat(store::Tx& tx, const JobId& id, const std::string& worker) {
    return tx.run(update_beat, id, worker, tx.now()) > 0;
}

bool note_progress(store::Tx& tx, const JobId& id, const std::string& worker, std::int64_t done, std::int64_t total) {
    return tx.run(update_progress, id, worker, tx.now(), done, total) > 0;
}

bool is_cancel_asked(store::Tx& tx, const JobId& id, const std::string& worker) {
    return tx.number(select_asked, id, worker, true).value_or(0) > 0;
}

bool put_back(store::Tx& tx, const JobId& id, const std::string& worker) {
    return tx.run(update_put_back, id, worker) > 0;
}

bool end(store::Tx& tx, const JobId& id, const std::string& worker, JobState state,
         const std::optional<std::string>& result_json, const std::optional<std::string>& problem_json) {
    return tx.run(update_ended, id, worker, state, result_json, problem_json, tx.now()) > 0;
}

}  // namespace pamong::jobs
