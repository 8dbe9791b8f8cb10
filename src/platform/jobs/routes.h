#pragma once

#include "platform/files/uploads.h"
#include "platform/http/router.h"
#include "platform/jobs/job.h"

namespace pamong::jobs {

/// How a job stands, for the page that waits for it.
struct JobProblem {
    std::string code;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(JobProblem, (), (code, title))
struct JobLine {
    JobId id;
    std::string kind;
    JobState state = JobState::waiting;
    std::int64_t progress_done = 0;
    std::int64_t progress_total = 0;
    bool cancel_asked = false;
    std::optional<std::string> file;  ///< hash of what it made, once done: GET /api/v1/files/{file}
    std::optional<JsonText> value;
    std::optional<JobProblem> problem;
    Timestamp created_at;
    std::optional<Timestamp> finished_at;
};
BOOST_DESCRIBE_STRUCT(JobLine, (),
                      (id, kind, state, progress_done, progress_total, cancel_asked, file, value, problem, created_at,
                       finished_at))
struct JobList {
    std::vector<JobLine> items;
};
BOOST_DESCRIBE_STRUCT(JobList, (), (items))

/// For routes of features that queue a job and answer with it.
JobLine line_of(const Job& job, Language language);

/// GET /api/v1/jobs, GET /api/v1/jobs/{id}, POST /api/v1/jobs/{id}/cancel: of one's own jobs.
void add_job_routes(http::Router& router);
/// What a job made is for whoever asked for it.
files::AttachmentRule job_attachments();

}  // namespace pamong::jobs
