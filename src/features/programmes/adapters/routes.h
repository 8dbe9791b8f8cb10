#pragma once

#include "platform/http/router.h"

namespace pamong::programmes {

void add_programmes_routes(http::Router& router);

}  // namespace pamong::programmes
