#pragma once

#include "features/evaluation/adapters/rules.h"
#include "features/evaluation/adapters/sql_evaluation_store.h"
#include "platform/http/router.h"

namespace pamong::evaluation {

/// Runs a use case on `tx`.
template <class F>
auto with_work(store::Tx& tx, const access::Actor& actor, Timestamp now, evidence::EvidenceStore& evidence, F run) {
    SqlEvaluationStore store(tx);
    JsonFactReader facts;
    Work work{actor, now, store, evidence, facts, scales()};
    return run(work);
}
/// The same in the transaction of a request.
template <class F>
auto with_work(http::Request& request, const evidence::EvidenceOf& evidence_of, F run) {
    const auto evidence = evidence_of(request.transaction());
    return with_work(request.transaction(), request.actor<access::Actor>(), request.now(), *evidence, run);
}

}  // namespace pamong::evaluation
