#pragma once

#include <map>

#include "features/people/usecases/directory.h"

namespace pamong::people {

/// Writing people and places.
class RosterStore {
  public:
    virtual ~RosterStore() = default;
    virtual std::map<std::string, SchoolId> schools_by_npsn() = 0;
    virtual std::map<std::string, PersonId> persons_by_number() = 0;  ///< NUPTK and NIP
    virtual std::map<std::string, Region> regions_by_code() = 0;
    virtual void save_regions(const std::vector<Region>& regions) = 0;
    virtual void save_schools(const std::vector<School>& schools) = 0;
    virtual void save_persons(const std::vector<Person>& persons, Timestamp now) = 0;
    /// Ends an open post of the person at another school and opens this one, unless it is open already.
    virtual void open_posts(const std::vector<Post>& posts) = 0;
    virtual void journal(std::string_view action, const Uuid& subject) = 0;
};

/// A row of a roster as people have it: who, and at which school.
struct RosterRow {
    Person person;
    std::string npsn;
    PostRole role = PostRole::teacher;
    std::string place;  ///< "Guru!14": where the row stands, for messages
};

struct RosterOutcome {
    std::int64_t added = 0;
    std::int64_t updated = 0;
};

/// Takes over a roster, all or nothing, and may be repeated: a person is known again by NUPTK or NIP, else by name and
/// birth day. Problems: access.not_permitted, people.roster_wrong with one part a wrong row: people.unknown_school,
/// people.number_twice.
Result<RosterOutcome> take_over_roster(std::vector<RosterRow> rows, Day today, const access::Actor& actor,
                                       Timestamp now, RosterStore& store);

/// A row of a list of schools as people have it: the school, and the district it lies in by its code.
struct SchoolEntry {
    School school;
    std::string region_code;  ///< "18.10"; longer codes of the home ministry are cut to the district
    std::string region_name;  ///< needed where the district is new here
    std::string place;        ///< "Sekolah!4", for messages
};
/// Takes over a list of schools, all or nothing, repeatable; districts that are not here yet come along with it.
/// Problems: access.not_permitted, people.roster_wrong with one part a wrong row: people.unknown_province,
/// people.region_name_missing, people.npsn_twice.
Result<RosterOutcome> take_over_school_rows(std::vector<SchoolEntry> rows, const access::Actor& actor,
                                            RosterStore& store);

/// Adds schools, known again by NPSN. Problem: access.not_permitted.
Result<RosterOutcome> take_over_schools(std::vector<School> schools, const access::Actor& actor, RosterStore& store);

}  // namespace pamong::people
