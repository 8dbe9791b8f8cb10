#include "features/people/usecases/roster.h"

#include <set>

namespace pamong::people {
namespace {

/// The identity of somebody without numbers: the same file imported again gives the same id.
PersonId id_without_number(const Person& person, const std::string& npsn) {
    return {uuid_for_name("person|" + folded_name(person.name.reveal()) + '|' +
                          (person.born_on ? to_string(*person.born_on) : npsn))};
}

std::vector<std::string> numbers_of(const Person& person) {
    std::vector<std::string> numbers;
    if (person.nuptk) numbers.push_back(person.nuptk->reveal());
    if (person.nip) numbers.push_back(person.nip->reveal());
    return numbers;
}

}  // namespace

Result<RosterOutcome> take_over_roster(std::vector<RosterRow> rows, Day today, const access::Actor& actor,
                                       Timestamp now, RosterStore& store) {
    if (!actor.may(access::import_people)) return access::not_permitted(access::import_people);
    const auto schools = store.schools_by_npsn();
    const auto known = store.persons_by_number();
    Problem wrong{"people.roster_wrong", "", {}, {}};
    std::set<std::string> seen;
    RosterOutcome outcome;
    std::vector<Person> persons;
    std::vector<Post> posts;
    for (RosterRow& row : rows) {
        const auto school = schools.find(row.npsn);
        if (school == schools.end()) {
            wrong.parts.push_back({"people.unknown_school", row.place, {{"npsn", row.npsn}}, {}});
            continue;
        }
        std::optional<PersonId> id;
        for (const auto& number : numbers_of(row.person)) {
            if (!seen.insert(number).second) wrong.parts.push_back({"people.number_twice", row.place, {}, {}});
            if (const auto found = known.find(number); found != known.end()) id = found->second;
        }
        ++(id ? outcome.updated : outcome.added);
        row.person.id = id.value_or(row.person.id.is_nil() ? id_without_number(row.person, row.npsn) : row.person.id);
        posts.push_back({uuid_for_name("post|" + to_string(row.person.id) + '|' + to_string(school->second) + '|' +
                                       to_string(today)),
                         row.person.id,
                         school->second,
                         row.role,
                         today,
                         {}});
        persons.push_back(std::move(row.person));
    }
    if (!wrong.parts.empty()) {
        wrong.values["count"] = std::to_string(wrong.parts.size());
        return refused(std::move(wrong));
    }
    if (persons.empty()) return outcome;
    store.save_persons(persons, now);
    store.open_posts(posts);
    store.journal("people.roster_taken_over", persons.front().id.value);
    return outcome;
}

Result<RosterOutcome> take_over_school_rows(std::vector<SchoolEntry> rows, const access::Actor& actor,
                                            RosterStore& store) {
    if (!actor.may(access::import_people)) return access::not_permitted(access::import_people);
    auto regions = store.regions_by_code();
    std::vector<Region> added;
    std::vector<School> schools;
    std::set<std::string> seen;
    Problem wrong{"people.roster_wrong", "", {}, {}};
    for (SchoolEntry& row : rows) {
        if (!seen.insert(row.school.npsn).second)
            wrong.parts.push_back({"people.npsn_twice", row.place, {{"npsn", row.school.npsn}}, {}});
        if (const auto known = regions.find(row.region_code); known != regions.end()) {
            row.school.region_id = known->second.id;
        } else if (!regions.contains(row.region_code.substr(0, 2))) {
            wrong.parts.push_back({"people.unknown_province", row.place, {{"code", row.region_code}}, {}});
        } else if (row.region_name.empty()) {
            wrong.parts.push_back({"people.region_name_missing", row.place, {{"code", row.region_code}}, {}});
        } else {
            const Region region{region_id(row.region_code), row.region_code, row.region_name, RegionLevel::district};
            regions.emplace(region.code, region);
            added.push_back(region);
            row.school.region_id = region.id;
        }
        schools.push_back(std::move(row.school));
    }
    if (!wrong.parts.empty()) {
        wrong.values["count"] = std::to_string(wrong.parts.size());
        return refused(std::move(wrong));
    }
    if (!added.empty()) store.save_regions(added);
    return take_over_schools(std::move(schools), actor, store);
}

Result<RosterOutcome> take_over_schools(std::vector<School> schools, const access::Actor& actor, RosterStore& store) {
    if (!actor.may(access::import_people)) return access::not_permitted(access::import_people);
    const auto known = store.schools_by_npsn();
    RosterOutcome outcome;
    for (School& school : schools) {
        const auto found = known.find(school.npsn);
        ++(found == known.end() ? outcome.added : outcome.updated);
        if (found != known.end()) school.id = found->second;
    }
    if (schools.empty()) return outcome;
    store.save_schools(schools);
    store.journal("people.schools_taken_over", schools.front().id.value);
    return outcome;
}

}  // namespace pamong::people
