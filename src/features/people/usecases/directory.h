#pragma once

#include <map>

#include "features/access/domain/actor.h"
#include "features/people/domain/person.h"

namespace pamong::people {

/// A person where they are now.
struct PersonNow {
    Person person;
    std::optional<SchoolId> school_id{};
    std::string school_name{};
    std::optional<PostRole> role{};
};

/// A post of a person, past or present.
struct PostHeld {
    std::string school_name;
    PostRole role = PostRole::teacher;
    Day started_on;
    std::optional<Day> ended_on{};
};

/// Reading people and places; later features use it to know who and where.
class PeopleDirectory {
  public:
    virtual ~PeopleDirectory() = default;
    virtual std::optional<School> school(const SchoolId& id) = 0;
    virtual std::vector<School> schools() = 0;
    /// The region itself, its district and its province: what a grant on a region is compared with.
    virtual std::vector<Uuid> regions_above(const Uuid& region) = 0;
    virtual std::map<Uuid, Region> regions() = 0;
    virtual std::vector<PostHeld> posts_of(const PersonId& id) = 0;  ///< newest first
    virtual std::optional<PersonNow> person(const PersonId& id) = 0;
    /// For lists of what lies within the caller's reach already; unknown ids are left out.
    virtual std::map<Uuid, Private<std::string>> names_of(const std::vector<Uuid>& persons) = 0;
    /// People within reach (all, regions, schools, persons), by name.
    virtual std::vector<PersonNow> people(const access::Reach& reach) = 0;
};

/// Where a school lies, for Actor::may().
access::Where where_is(const School& school, PeopleDirectory& directory);

struct PeopleQuery {
    std::string search{};  ///< a name, also misspelt
    std::optional<SchoolId> school{};
    std::string subject{};
    std::size_t offset = 0;
    std::size_t most = 50;
};
struct PeoplePage {
    std::vector<PersonNow> people;
    std::size_t total = 0;
};

/// Problem: access.not_permitted.
Result<PeoplePage> find_people(const PeopleQuery& query, const access::Actor& actor, PeopleDirectory& directory);
/// The own profile, or one within reach. Problems: access.not_permitted, people.not_found.
Result<PersonNow> profile(const PersonId& id, const access::Actor& actor, PeopleDirectory& directory);

}  // namespace pamong::people
