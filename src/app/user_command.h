#pragma once

#include "app/command.h"

namespace pamong::app {

/// `pamong user list|add|code|end`: who may sign in, for the person who runs the server; the way back in when the only
/// administrator lost the password.
int user_command(std::span<const std::string_view> arguments, Terminal& terminal);

}  // namespace pamong::app
