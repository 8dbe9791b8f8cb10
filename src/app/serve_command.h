#pragma once

#include "app/command.h"

namespace pamong::app {

/// `pamong serve`: the application over HTTP, until SIGINT or SIGTERM.
int serve_command(std::span<const std::string_view> arguments, Terminal& terminal);

}  // namespace pamong::app
