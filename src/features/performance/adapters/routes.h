#pragma once

#include "features/evidence/usecases/evidence.h"
#include "features/people/usecases/directory.h"
#include "platform/http/router.h"

namespace pamong::performance {

/// People of the owner, for names on the printed form; made in src/app/.
using PeopleOf = std::function<std::unique_ptr<people::PeopleDirectory>(store::Tx&)>;

void add_performance_routes(http::Router& router, const evidence::EvidenceOf& evidence_of, const PeopleOf& people_of);

}  // namespace pamong::performance
