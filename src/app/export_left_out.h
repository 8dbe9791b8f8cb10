#pragma once

#include <span>
#include <string_view>

namespace pamong::app {

/// A column that `pamong db export` leaves out, and why; "" stands for the whole table. docs/export.md shows the same
/// list, and a test compares the two.
struct LeftOut {
    std::string_view table;
    std::string_view column;
    std::string_view why;
};
std::span<const LeftOut> left_out_of_export();
bool is_left_out(std::string_view table, std::string_view column);

}  // namespace pamong::app
