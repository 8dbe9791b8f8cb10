#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/exact.h"
#include "base/id.h"
#include "base/private.h"
#include "base/time.h"
#include "platform/json/json.h"

namespace pamong::store {

/// A parameter on its way to the database.
struct Value {
    enum class Kind : std::uint8_t { null, integer, real, boolean, text, uuid, day };
    Kind kind = Kind::null;
    std::int64_t integer = 0;
    double real = 0;
    std::string text{};
};

/// A column of one row on its way back; `text` lives until the next row.
struct Cell {
    enum class Kind : std::uint8_t { null, integer, real, text };
    Kind kind = Kind::null;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view text{};
};

inline Value to_value(bool value) { return {.kind = Value::Kind::boolean, .integer = value ? 1 : 0}; }
inline Value to_value(std::int64_t value) { return {.kind = Value::Kind::integer, .integer = value}; }
inline Value to_value(std::int32_t value) { return {.kind = Value::Kind::integer, .integer = value}; }
inline Value to_value(std::size_t value) {
    return {.kind = Value::Kind::integer, .integer = static_cast<std::int64_t>(value)};
}
inline Value to_value(double value) { return {.kind = Value::Kind::real, .real = value}; }
inline Value to_value(std::string value) { return {.kind = Value::Kind::text, .text = std::move(value)}; }
inline Value to_value(std::string_view value) { return to_value(std::string(value)); }
inline Value to_value(const char* value) { return to_value(std::string(value)); }
inline Value to_value(const Uuid& value) { return {.kind = Value::Kind::uuid, .text = to_string(value)}; }
inline Value to_value(Day value) { return {.kind = Value::Kind::day, .text = to_string(value)}; }
inline Value to_value(Timestamp value) { return to_value(value.micros); }
inline Value to_value(const Exact& value) { return to_value(value.millionths()); }
inline Value to_value(const JsonText& value) { return to_value(value.text); }
inline Value to_value(std::nullopt_t) { return {}; }
template <class Tag>
Value to_value(const Id<Tag>& value) {
    return to_value(value.value);
}
template <DescribedEnum E>
Value to_value(E value) {
    return to_value(boost::describe::enum_to_string(value, ""));
}
template <class T>
Value to_value(const Private<T>& value) {
    return to_value(value.reveal());
}
template <class T>
Value to_value(const std::optional<T>& value) {
    return value ? to_value(*value) : Value{};
}

/// These throw StoreError(unreadable) when the column holds something else.
void from_cell(const Cell& cell, bool& to);
void from_cell(const Cell& cell, std::int64_t& to);
void from_cell(const Cell& cell, std::int32_t& to);
void from_cell(const Cell& cell, double& to);
void from_cell(const Cell& cell, std::string& to);
void from_cell(const Cell& cell, Uuid& to);
void from_cell(const Cell& cell, Day& to);
void from_cell(const Cell& cell, Timestamp& to);
void from_cell(const Cell& cell, Exact& to);  ///< a {decimal} column: millionths
void from_cell(const Cell& cell, JsonText& to);
[[noreturn]] void unreadable(std::string_view what);
template <class Tag>
void from_cell(const Cell& cell, Id<Tag>& to) {
    from_cell(cell, to.value);
}
template <DescribedEnum E>
void from_cell(const Cell& cell, E& to) {
    if (cell.kind != Cell::Kind::text || !enum_from(cell.text, to)) unreadable("choice");
}
template <class T>
void from_cell(const Cell& cell, Private<T>& to) {
    T value{};
    from_cell(cell, value);
    to = Private<T>(std::move(value));
}
template <class T>
void from_cell(const Cell& cell, std::optional<T>& to) {
    if (cell.kind == Cell::Kind::null) to.reset();
    else from_cell(cell, to.emplace());
}

}  // namespace pamong::store
