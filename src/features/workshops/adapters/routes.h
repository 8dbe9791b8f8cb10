#pragma once

#include "features/evidence/usecases/evidence.h"
#include "platform/http/router.h"

namespace pamong::workshops {

void add_workshops_routes(http::Router& router, const evidence::EvidenceOf& evidence_of);

}  // namespace pamong::workshops
