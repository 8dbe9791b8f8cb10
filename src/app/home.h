#pragma once

#include "platform/http/router.h"

namespace pamong::app {

/// GET /api/v1/home: what is due today for the one who is signed in, gathered from all features.
void add_home_route(http::Router& router);

}  // namespace pamong::app
