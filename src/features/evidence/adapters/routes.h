#pragma once

#include "platform/http/router.h"

namespace pamong::evidence {

void add_evidence_routes(http::Router& router);

}  // namespace pamong::evidence
