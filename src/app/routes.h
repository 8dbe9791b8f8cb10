#pragma once

#include "features/access/usecases/sign_in.h"
#include "platform/files/uploads.h"
#include "platform/http/router.h"

namespace pamong::app {

/// Every route of the program, one line a feature. `files` gets the rules of whatever files are attached to, and is
/// used by the routes as long as they live.
void add_all_routes(http::Router& router, access::Secrets& secrets, files::FileDesk& files);

}  // namespace pamong::app
