#include "app/job_kinds.h"

#include "features/access/adapters/sql_access_store.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/people/adapters/sql_people.h"
#include "features/performance/adapters/forms_job.h"

namespace pamong::app {

jobs::JobKinds job_kinds() {
    jobs::JobKinds kinds;
    kinds.emplace(performance::forms_job_kind,
                  performance::forms_job([](store::Tx& tx) { return std::make_unique<evidence::SqlEvidenceStore>(tx); },
                                         [](store::Tx& tx) { return std::make_unique<people::SqlPeopleDirectory>(tx); },
                                         [](store::Tx& tx) { return access::actor_of(tx, tx.owner(), tx.account()); }));
    return kinds;
}

}  // namespace pamong::app
