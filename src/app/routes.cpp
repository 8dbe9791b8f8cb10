#include "app/routes.h"

#include "app/home.h"
#include "features/access/adapters/routes.h"
#include "features/evidence/adapters/routes.h"

namespace pamong::app {

void add_all_routes(http::Router& router, access::Secrets& secrets) {
    access::add_access_routes(router, secrets);
    evidence::add_evidence_routes(router);
    add_home_route(router);
}

}  // namespace pamong::app
