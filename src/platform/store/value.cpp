#include "platform/store/value.h"

#include <charconv>

#include "platform/store/store_error.h"

namespace pamong::store {

void unreadable(std::string_view what) {
    throw StoreError(StoreError::Kind::unreadable, "column does not hold a " + std::string(what));
}

void from_cell(const Cell& cell, std::int64_t& to) {
    if (cell.kind == Cell::Kind::integer) {
        to = cell.integer;
        return;
    }
    const auto [end, error] = std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), to);
    if (cell.kind != Cell::Kind::text || error != std::errc{} || end != cell.text.data() + cell.text.size())
        unreadable("whole number");
}
void from_cell(const Cell& cell, std::int32_t& to) {
    std::int64_t wide = 0;
    from_cell(cell, wide);
    to = static_cast<std::int32_t>(wide);
    if (to != wide) unreadable("small whole number");
}
void from_cell(const Cell& cell, bool& to) {
    if (cell.kind == Cell::Kind::integer) to = cell.integer != 0;
    else if (cell.text == "t" || cell.text == "f") to = cell.text == "t";
    else unreadable("truth value");
}
void from_cell(const Cell& cell, double& to) {
    if (cell.kind == Cell::Kind::real) to = cell.real;
    else if (cell.kind == Cell::Kind::integer) to = static_cast<double>(cell.integer);
    else if (const auto [end, error] = std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), to);
             cell.kind != Cell::Kind::text || error != std::errc{})
        unreadable("number");
}
void from_cell(const Cell& cell, std::string& to) {
    if (cell.kind == Cell::Kind::integer) to = std::to_string(cell.integer);
    else if (cell.kind == Cell::Kind::text) to = cell.text;
    else unreadable("text");
}
void from_cell(const Cell& cell, Uuid& to) {
    const auto id = cell.kind == Cell::Kind::text ? uuid_from(cell.text) : std::nullopt;
    if (!id) unreadable("id");
    to = *id;
}
void from_cell(const Cell& cell, Day& to) {
    const auto day = cell.kind == Cell::Kind::text ? day_from(cell.text) : std::nullopt;
    if (!day) unreadable("day");
    to = *day;
}
void from_cell(const Cell& cell, Timestamp& to) { from_cell(cell, to.micros); }
void from_cell(const Cell& cell, Exact& to) {
    std::int64_t millionths = 0;
    from_cell(cell, millionths);
    to = Exact::from_millionths(millionths);
}
void from_cell(const Cell& cell, JsonText& to) { from_cell(cell, to.text); }

}  // namespace pamong::store
