#pragma once

#include "features/evidence/usecases/evidence.h"
#include "platform/http/router.h"

namespace pamong::outcomes {

void add_outcomes_routes(http::Router& router, const evidence::EvidenceOf& evidence_of);

}  // namespace pamong::outcomes
