#pragma once

#include "features/evaluation/usecases/evaluation_store.h"
#include "platform/http/router.h"

namespace pamong::evaluation {

void add_evaluation_routes(http::Router& router, const evidence::EvidenceOf& evidence_of);
void add_judging_routes(http::Router& router, const evidence::EvidenceOf& evidence_of);
void add_report_routes(http::Router& router, const evidence::EvidenceOf& evidence_of);

}  // namespace pamong::evaluation
