#pragma once

#include "features/evidence/usecases/evidence.h"
#include "platform/http/router.h"

namespace pamong::qualitative {

void add_qualitative_routes(http::Router& router, const evidence::EvidenceOf& evidence_of);
/// The member check by link: open to whoever holds the token.
void add_member_check_routes(http::Router& router, const evidence::EvidenceOf& evidence_of);

}  // namespace pamong::qualitative
