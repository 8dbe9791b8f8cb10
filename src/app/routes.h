#pragma once

#include "features/access/usecases/sign_in.h"
#include "platform/http/router.h"

namespace pamong::app {

/// Every route of the program, one line a feature.
void add_all_routes(http::Router& router, access::Secrets& secrets);

}  // namespace pamong::app
