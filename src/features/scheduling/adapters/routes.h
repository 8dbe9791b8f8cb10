#pragma once

#include "platform/http/router.h"

namespace pamong::timetables {

void add_scheduling_routes(http::Router& router);

}  // namespace pamong::timetables
