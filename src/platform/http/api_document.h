#pragma once

#include <string>
#include <vector>

#include "platform/http/router.h"

namespace pamong::http {

/// OpenAPI 3.1 of the whole route table as YAML; docs/api.yaml is this text, and a test compares them.
std::string openapi_document(const std::vector<Route>& routes);
/// The wire types of all routes as TypeScript; web/src/api/types.ts is this text, and a test compares them.
std::string typescript_types(const std::vector<Route>& routes);

}  // namespace pamong::http
