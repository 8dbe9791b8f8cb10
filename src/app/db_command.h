#pragma once

#include <memory>

#include "app/command.h"
#include "platform/store/store.h"

namespace pamong::app {

/// `pamong db migrate|status|check|backup|restore|copy|export [--db URL]`.
int db_command(std::span<const std::string_view> arguments, Terminal& terminal);

/// Opens the database of the settings and brings it up to date; prints the problem and returns nothing otherwise.
std::unique_ptr<store::Store> open_migrated(const std::string& address, std::ostream& err);

}  // namespace pamong::app
