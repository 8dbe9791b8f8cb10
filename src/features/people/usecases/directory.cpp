#include "features/people/usecases/directory.h"

#include <algorithm>

namespace pamong::people {

access::Where where_is(const School& school, PeopleDirectory& directory) {
    return {.school = school.id.value, .regions = directory.regions_above(school.region_id)};
}

Result<PeoplePage> find_people(const PeopleQuery& query, const access::Actor& actor, PeopleDirectory& directory) {
    if (!actor.may(access::read_people)) return access::not_permitted(access::read_people);
    auto people = directory.people(actor.reach(access::read_people));
    const std::string search = folded_name(query.search);
    std::erase_if(people, [&](const PersonNow& found) {
        return (query.school && found.school_id != query.school) ||
               (!query.subject.empty() && found.person.subject != query.subject) ||
               (!query.search.empty() && !search_finds(search, folded_name(found.person.name.reveal())));
    });
    PeoplePage page{{}, people.size()};
    for (std::size_t i = query.offset; i < people.size() && page.people.size() < query.most; ++i)
        page.people.push_back(std::move(people[i]));
    return page;
}

Result<PersonNow> profile(const PersonId& id, const access::Actor& actor, PeopleDirectory& directory) {
    auto found = directory.person(id);
    if (actor.is(id.value) && found) return std::move(*found);
    if (!actor.may(access::read_people)) return access::not_permitted(access::read_people);
    access::Where where{.person = id.value};
    if (found && found->school_id)
        if (const auto school = directory.school(*found->school_id)) {
            where = where_is(*school, directory);
            where.person = id.value;
        }
    // Somebody out of reach looks the same as nobody.
    if (!found || !actor.may(access::read_people, where)) return refused("people.not_found");
    return std::move(*found);
}

}  // namespace pamong::people
