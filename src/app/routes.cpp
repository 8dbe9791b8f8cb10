#include "app/routes.h"

#include "app/home.h"
#include "app/mentoring_parts.h"
#include "features/access/adapters/routes.h"
#include "features/access/adapters/sql_access_store.h"
#include "features/analysis/adapters/routes.h"
#include "features/competence/adapters/routes.h"
#include "features/evaluation/adapters/routes.h"
#include "features/evidence/adapters/routes.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/instruments/adapters/attachments.h"
#include "features/instruments/adapters/routes.h"
#include "features/outcomes/adapters/routes.h"
#include "features/outcomes/adapters/sql_class_result_store.h"
#include "features/people/adapters/routes.h"
#include "features/people/adapters/sql_people.h"
#include "features/performance/adapters/routes.h"
#include "features/plans/adapters/routes.h"
#include "features/programmes/adapters/routes.h"
#include "features/qualitative/adapters/routes.h"
#include "features/scheduling/adapters/routes.h"
#include "features/workshops/adapters/routes.h"
#include "platform/jobs/routes.h"

namespace pamong::app {
namespace {

/// Whose device a request comes from, also when its session has ended.
std::optional<instruments::DeviceOwner> device_owner_of(const http::HttpRequest& message, store::Store& store) {
    const auto token = message.cookie(access::session_cookie);
    if (!token) return std::nullopt;
    const auto session =
        store.read({}, [&](store::Tx& tx) { return access::session_that_was(tx, blake2b_hex(*token)); });
    if (!session) return std::nullopt;
    return instruments::DeviceOwner{session->owner, session->account};
}

}  // namespace

void add_all_routes(http::Router& router, access::Secrets& secrets, files::FileDesk& files) {
    access::add_access_routes(router, secrets);
    evidence::add_evidence_routes(router);
    const evidence::EvidenceOf evidence_of = [](store::Tx& tx) {
        return std::make_unique<evidence::SqlEvidenceStore>(tx);
    };
    const auto people_of = [](store::Tx& tx) { return std::make_unique<people::SqlPeopleDirectory>(tx); };
    outcomes::add_outcomes_routes(router, evidence_of);
    analysis::add_analysis_routes(router, evidence_of,
                                  [](store::Tx& tx) { return std::make_unique<outcomes::SqlClassResultStore>(tx); });
    workshops::add_workshops_routes(router, evidence_of);
    plans::add_plans_routes(router, evidence_of);
    people::add_people_routes(router);
    competence::add_competence_routes(router, evidence_of, people_of);
    qualitative::add_qualitative_routes(router, evidence_of);
    programmes::add_programmes_routes(router);
    timetables::add_scheduling_routes(router);
    mentoring::add_mentoring_routes(router, mentoring_parts());
    evaluation::add_evaluation_routes(router, evidence_of);
    performance::add_performance_routes(router, evidence_of, people_of);
    instruments::add_instruments_routes(router, evidence_of, people_of, device_owner_of);
    files.rules.emplace("submission", instruments::submission_attachments());
    files.rules.emplace("job", jobs::job_attachments());
    files::add_file_routes(router, files);
    jobs::add_job_routes(router);
    add_home_route(router);
}

}  // namespace pamong::app
