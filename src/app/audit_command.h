#pragma once

#include "app/command.h"

namespace pamong::app {

/// `pamong audit verify [--db URL]`: walks every owner's chain and compares it with the heads kept beside the data.
int audit_command(std::span<const std::string_view> arguments, Terminal& terminal);

}  // namespace pamong::app
