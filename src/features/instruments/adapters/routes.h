#pragma once

#include "features/evidence/usecases/evidence.h"
#include "platform/http/router.h"

namespace pamong::instruments {

void add_instruments_routes(http::Router& router, const evidence::EvidenceOf& evidence_of);

}  // namespace pamong::instruments
