#pragma once

#include <optional>
#include <ostream>
#include <string>

#include "platform/store/store.h"

namespace pamong::app {

/// The office named by --owner, or the only one there is. Otherwise says on `err` which there are.
std::optional<OrgId> which_owner(store::Store& store, const std::string& name, std::ostream& err);

}  // namespace pamong::app
