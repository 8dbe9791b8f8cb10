#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/private.h"
#include "base/result.h"

namespace pamong::people {

using PersonId = Id<struct PersonTag>;
using SchoolId = Id<struct SchoolTag>;

enum class SchoolStatus { negeri, swasta };
BOOST_DESCRIBE_ENUM(SchoolStatus, negeri, swasta)
enum class Employment { PNS, CPNS, PPPK, GTY, GTT };
BOOST_DESCRIBE_ENUM(Employment, PNS, CPNS, PPPK, GTY, GTT)
enum class PostRole { teacher, principal, vice_principal, counsellor, supervisor };
BOOST_DESCRIBE_ENUM(PostRole, teacher, principal, vice_principal, counsellor, supervisor)

struct School {
    SchoolId id;
    std::string npsn;
    std::string name;
    SchoolStatus status = SchoolStatus::negeri;
    std::string level = "SMP";
    Uuid region_id;
};

enum class RegionLevel { province, district, subdistrict };
BOOST_DESCRIBE_ENUM(RegionLevel, province, district, subdistrict)
struct Region {
    Uuid id;
    std::string code;  ///< of the home ministry: "18.10"
    std::string name;
    RegionLevel level = RegionLevel::district;
};

/// The id of a region by its code of the home ministry: "18" or "18.10".
Uuid region_id(std::string_view code);

struct Person {
    PersonId id;
    Private<std::string> name;
    std::optional<Private<std::string>> nuptk{};
    std::optional<Private<std::string>> nip{};
    Employment employment = Employment::PNS;
    std::string rank{};  ///< golongan, "III/c"
    std::string subject{};
    std::string level{};
    std::optional<Day> born_on{};
    std::optional<std::string> sex{};  ///< "L" or "P"
    std::string certified_path{};
    std::optional<std::int64_t> certified_year{};
    std::optional<std::int64_t> teaching_since{};
};

struct Post {
    Uuid id;
    PersonId person_id;
    SchoolId school_id;
    PostRole role = PostRole::teacher;
    Day started_on;
    std::optional<Day> ended_on{};
};

/// "Drs. Sutrisno, M.Pd." and "SUTRISNO" are the same name to somebody who searches: lower case letters and single
/// blanks, without titles before and degrees after.
std::string folded_name(std::string_view name);

/// How alike two folded names are: shared groups of three letters over all of them (Jaccard), 0 to 1.
double name_likeness(std::string_view one, std::string_view other);

/// Whether a search finds a name: a part of it, or every word of the search is much like a word of the name
/// ("sutrino" finds "sutrisno").
bool search_finds(std::string_view folded_search, std::string_view folded);

}  // namespace pamong::people
