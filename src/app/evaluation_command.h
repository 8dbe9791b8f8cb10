#pragma once

#include "app/command.h"

namespace pamong::app {

/// `pamong evaluation report|trace|verify ID|latest`: the published report, what it rests on, and whether that holds.
int evaluation_command(std::span<const std::string_view> arguments, Terminal& terminal);

}  // namespace pamong::app
