#pragma once

#include "app/command.h"

namespace pamong::app {

/// Takes jobs from the database until it is interrupted; as many such programs as one likes, beside the server.
int worker_command(std::span<const std::string_view> arguments, Terminal& terminal);

}  // namespace pamong::app
