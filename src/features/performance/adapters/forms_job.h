#pragma once

#include "features/performance/adapters/routes.h"
#include "features/performance/usecases/yearly_appraisal.h"
#include "platform/jobs/worker.h"

namespace pamong::performance {

/// The kind of job that prints the forms of a whole school or district.
inline constexpr std::string_view forms_job_kind = "performance.forms";
/// More forms than this take too long for one reply.
inline constexpr std::size_t most_forms_at_once = 60;

struct FormsInput {
    std::optional<std::int64_t> year;
};
BOOST_DESCRIBE_STRUCT(FormsInput, (), (year))

/// Own appraisals and those one appraises: whose written notes this person may read.
std::vector<Appraisal> printable_appraisals(const AppraisalDesk& desk, std::optional<std::int64_t> year,
                                            const std::optional<AppraisalId>& only = {});

/// Who acts when the work is done later: with the roles of that moment.
using ActorOf = std::function<access::Actor(store::Tx&)>;
/// All of one person's printable forms as one PDF.
jobs::JobHandler forms_job(const evidence::EvidenceOf& evidence_of, const PeopleOf& people_of, const ActorOf& actor_of);

}  // namespace pamong::performance
