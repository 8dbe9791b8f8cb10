#pragma once

#include <string>
#include <string_view>

namespace pamong {

/// `<`, `>`, `&` and both quotes as character references; control characters that XML forbids are dropped.
std::string escaped_markup(std::string_view text);

}  // namespace pamong
