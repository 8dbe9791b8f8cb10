#pragma once

#include <ostream>
#include <span>
#include <string_view>

namespace pamong::app {

/// `pamong api --openapi | --types`: the documents generated from the route table.
int api_command(std::span<const std::string_view> arguments, std::ostream& out, std::ostream& err);

}  // namespace pamong::app
