#pragma once

#include "platform/http/router.h"

namespace pamong::people {

void add_people_routes(http::Router& router);

}  // namespace pamong::people
