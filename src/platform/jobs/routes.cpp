#include "platform/jobs/routes.h"

namespace pamong::jobs {
namespace {

using http::Request;

struct StoredResult {
    std::optional<std::string> file;
    std::optional<std::string> media_type;
    std::optional<JsonText> value;
};
BOOST_DESCRIBE_STRUCT(StoredResult, (), (file, media_type, value))
struct StoredProblem {
    std::string code;
    std::map<std::string, std::string> values;
};
BOOST_DESCRIBE_STRUCT(StoredProblem, (), (code, values))

Result<Job> job_in(Request& request) {
    const auto id = request.path_id<JobId>("id");
    if (!id) return refused(id.error());
    auto job = own_job(request.transaction(), *id);
    if (!job) return refused("jobs.not_found");
    return std::move(*job);
}

}  // namespace

JobLine line_of(const Job& job, Language language) {
    JobLine line{job.id, job.kind, job.state, job.progress_done, job.progress_total, job.cancel_asked,
                 {},     {},       {},        job.created_at,    job.finished_at};
    if (job.result)
        if (auto result = from_json<StoredResult>(job.result->text)) {
            line.file = std::move(result->file);
            line.value = std::move(result->value);
        }
    if (job.problem)
        if (const auto problem = from_json<StoredProblem>(job.problem->text))
            line.problem = {problem->code, Words::all().text(language, Problem{problem->code, "", problem->values})};
    return line;
}

void add_job_routes(http::Router& router) {
    using http::Door;
    router.get<JobList>("/api/v1/jobs", {.door = Door::signed_in, .summary = "One's own background work, newest first"},
                        [](Request& request) -> Result<JobList> {
                            JobList list;
                            for (const Job& job : own_jobs(request.transaction()))
                                list.items.push_back(line_of(job, request.language()));
                            return list;
                        });
    router.get<JobLine>("/api/v1/jobs/{id}", {.door = Door::signed_in, .summary = "How a piece of work stands"},
                        [](Request& request) -> Result<JobLine> {
                            const auto job = job_in(request);
                            if (!job) return refused(job.error());
                            return line_of(*job, request.language());
                        });
    router.post<http::Nothing, JobLine>(
        "/api/v1/jobs/{id}/cancel",
        {.door = Door::signed_in, .summary = "Stop a piece of work; it ends at its next step"},
        [](Request& request, const http::Nothing&) -> Result<JobLine> {
            const auto job = job_in(request);
            if (!job) return refused(job.error());
            ask_to_cancel(request.transaction(), *job);
            return line_of(*own_job(request.transaction(), job->id), request.language());
        });
}

files::AttachmentRule job_attachments() {
    return {.may_attach = [](Request&, const Uuid&) -> Done { return refused("files.not_permitted"); },
            .may_read = [](Request& request,
                           const Uuid& about) { return own_job(request.transaction(), JobId{about}).has_value(); }};
}

}  // namespace pamong::jobs
