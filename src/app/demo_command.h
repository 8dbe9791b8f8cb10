#pragma once

#include "app/command.h"

namespace pamong::app {

/// `pamong demo --db URL --out DIR`: makes the example and runs the loop without hands.
int demo_command(std::span<const std::string_view> arguments, Terminal& terminal);

}  // namespace pamong::app
