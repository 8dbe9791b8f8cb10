#pragma once

#include "features/evidence/usecases/evidence.h"
#include "platform/http/router.h"

namespace pamong::plans {

void add_plans_routes(http::Router& router, const evidence::EvidenceOf& evidence_of);

}  // namespace pamong::plans
