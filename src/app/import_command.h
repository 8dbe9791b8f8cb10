#pragma once

#include "app/command.h"

namespace pamong::app {

/// `pamong import people|schools FILE [--preview] [--owner NAME] [--json]`: the same work as the page, for the person
/// who runs the server.
int import_command(std::span<const std::string_view> arguments, Terminal& terminal);

}  // namespace pamong::app
