#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/random.h"
#include "base/time.h"

namespace pamong {

/// 128 bits, printed as lower-case 8-4-4-4-12. UUIDv7 (RFC 9562): the first 48 bits are milliseconds.
struct Uuid {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    friend auto operator<=>(const Uuid&, const Uuid&) = default;
    [[nodiscard]] bool is_nil() const { return high == 0 && low == 0; }
};

std::string to_string(const Uuid& id);
/// Reads the 36 character form, either case.
std::optional<Uuid> uuid_from(std::string_view text);
Uuid make_uuid(Timestamp now, Random& random);
/// The same name always gives the same id (for reference data made by us, such as roles and regulations). UUIDv8.
Uuid uuid_for_name(std::string_view name);

/// An identifier that cannot be swapped for another kind: `using MentorId = Id<struct MentorTag>;`
template <class Tag>
struct Id {
    Uuid value{};
    friend auto operator<=>(const Id&, const Id&) = default;
    [[nodiscard]] bool is_nil() const { return value.is_nil(); }
};

template <class Tag>
std::string to_string(const Id<Tag>& id) {
    return to_string(id.value);
}
template <class IdType>
std::optional<IdType> id_from(std::string_view text) {
    if (const auto value = uuid_from(text)) return IdType{*value};
    return std::nullopt;
}
template <class IdType>
IdType make_id(Timestamp now, Random& random) {
    return IdType{make_uuid(now, random)};
}

/// The owning office of a row (a district office, a foundation, a ministry directorate).
using OrgId = Id<struct OrgTag>;
/// A login. One account may belong to several owners.
using AccountId = Id<struct AccountTag>;

}  // namespace pamong

template <>
struct std::hash<pamong::Uuid> {
    std::size_t operator()(const pamong::Uuid& id) const noexcept {
        return static_cast<std::size_t>(id.high ^ (id.low * 0x9e3779b97f4a7c15U));
    }
};
template <class Tag>
struct std::hash<pamong::Id<Tag>> {
    std::size_t operator()(const pamong::Id<Tag>& id) const noexcept { return std::hash<pamong::Uuid>{}(id.value); }
};
