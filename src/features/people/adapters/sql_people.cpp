#include "features/people/adapters/sql_people.h"

#include "platform/json/json.h"

namespace pamong::people {
namespace {

struct SchoolRow {
    SchoolId id;
    std::string npsn;
    std::string name;
    SchoolStatus status = SchoolStatus::negeri;
    std::string level;
    Uuid region_id;
};
BOOST_DESCRIBE_STRUCT(SchoolRow, (), (id, npsn, name, status, level, region_id))
struct RegionRow {
    Uuid id;
    std::string code;
    std::string name;
    RegionLevel level = RegionLevel::district;
};
BOOST_DESCRIBE_STRUCT(RegionRow, (), (id, code, name, level))
struct PostHeldRow {
    std::string school_name;
    PostRole role = PostRole::teacher;
    Day started_on;
    std::optional<Day> ended_on;
};
BOOST_DESCRIBE_STRUCT(PostHeldRow, (), (school_name, role, started_on, ended_on))
struct RegionIdRow {
    Uuid ancestor_id;
};
BOOST_DESCRIBE_STRUCT(RegionIdRow, (), (ancestor_id))
struct PersonRow {
    PersonId id;
    Private<std::string> name;
    std::optional<Private<std::string>> nuptk;
    std::optional<Private<std::string>> nip;
    Employment employment = Employment::PNS;
    std::string rank;
    std::string subject;
    std::string level;
    std::optional<Day> born_on;
    std::optional<std::string> sex;
    std::string certified_path;
    std::optional<std::int64_t> certified_year;
    std::optional<std::int64_t> teaching_since;
    std::optional<SchoolId> school_id;
    std::optional<std::string> school_name;
    std::optional<PostRole> role;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (),
                      (id, name, nuptk, nip, employment, rank, subject, level, born_on, sex, certified_path,
                       certified_year, teaching_since, school_id, school_name, role))
struct NumberRow {
    std::string number;
    PersonId id;
};
BOOST_DESCRIBE_STRUCT(NumberRow, (), (number, id))
struct OpenPostRow {
    Uuid id;
    PersonId person_id;
    SchoolId school_id;
    PostRole role = PostRole::teacher;
};
BOOST_DESCRIBE_STRUCT(OpenPostRow, (), (id, person_id, school_id, role))
struct NewPostRow {
    OrgId org_id;
    Uuid id;
    PersonId person_id;
    SchoolId school_id;
    PostRole role = PostRole::teacher;
    Day started_on;
};
BOOST_DESCRIBE_STRUCT(NewPostRow, (), (org_id, id, person_id, school_id, role, started_on))

School school_from(SchoolRow&& row) {
    return {row.id, std::move(row.npsn), std::move(row.name), row.status, std::move(row.level), row.region_id};
}

PersonNow person_from(PersonRow&& row) {
    return {{row.id, std::move(row.name), std::move(row.nuptk), std::move(row.nip), row.employment, std::move(row.rank),
             std::move(row.subject), std::move(row.level), row.born_on, std::move(row.sex),
             std::move(row.certified_path), row.certified_year, row.teaching_since},
            row.school_id,
            row.school_name.value_or(""),
            row.role};
}

constexpr std::string_view select_school = R"sql(
    select id, npsn, name, status, level, region_id
    from people_school
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_schools = R"sql(
    select id, npsn, name, status, level, region_id
    from people_school
    where org_id = $1
    order by name, id
)sql";
constexpr std::string_view select_regions_above = R"sql(
    select ancestor_id
    from people_region_tree
    where descendant_id = $1
    order by depth
)sql";
constexpr std::string_view select_regions = R"sql(
    select id, code, name, level
    from people_region
    order by code
)sql";
constexpr std::string_view select_posts_of = R"sql(
    select s.name as school_name, p.role, p.started_on, p.ended_on
    from people_post p
    join people_school s on s.org_id = p.org_id and s.id = p.school_id
    where p.org_id = $1
      and p.person_id = $2
    order by p.started_on desc, p.id desc
)sql";
constexpr std::string_view select_person = R"sql(
    select p.id, p.name, p.nuptk, p.nip, p.employment, p.rank, p.subject, p.level, p.born_on, p.sex, p.certified_path,
           p.certified_year, p.teaching_since, n.school_id, n.school_name, n.role
    from people_person p
    left join people_post_now n on n.org_id = p.org_id and n.person_id = p.id
    where p.org_id = $1
      and p.id = $2
    order by n.role
    limit 1
)sql";
constexpr std::string_view select_people = R"sql(
    select p.id, p.name, p.nuptk, p.nip, p.employment, p.rank, p.subject, p.level, p.born_on, p.sex, p.certified_path,
           p.certified_year, p.teaching_since, n.school_id, n.school_name, n.role
    from people_person p
    left join people_post_now n on n.org_id = p.org_id and n.person_id = p.id
    where p.org_id = $1
      and ($2
        or n.school_id in {ids $3}
        or p.id in {ids $4}
        or n.region_id in (select t.descendant_id from people_region_tree t where t.ancestor_id in {ids $5}))
    order by p.name, p.id
)sql";
constexpr std::string_view select_numbers = R"sql(
    select nuptk as number, id
    from people_person
    where org_id = $1
      and nuptk is not null
    union all
    select nip as number, id
    from people_person
    where org_id = $1
      and nip is not null
)sql";
constexpr std::string_view select_open_posts = R"sql(
    select id, person_id, school_id, role
    from people_post
    where org_id = $1
      and person_id in {ids $2}
      and ended_on is null
    order by id
)sql";
constexpr std::string_view upsert_school = R"sql(
    insert into people_school (org_id, id, npsn, name, status, level, region_id)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (org_id, id) do update set name = excluded.name, status = excluded.status, level = excluded.level, region_id = excluded.region_id
)sql";
constexpr std::string_view upsert_person = R"sql(
    insert into people_person (org_id, id, name, nuptk, nip, employment, rank, subject, level, born_on, sex, certified_path,
                               certified_year, teaching_since, revision, saved_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, $15)
    on conflict (org_id, id) do update set
        name = excluded.name, nuptk = excluded.nuptk, nip = excluded.nip, employment = excluded.employment, rank = excluded.rank,
        subject = excluded.subject, level = excluded.level, born_on = excluded.born_on, sex = excluded.sex,
        certified_path = excluded.certified_path, certified_year = excluded.certified_year,
        teaching_since = excluded.teaching_since, revision = people_person.revision + 1, saved_at = excluded.saved_at
)sql";
constexpr std::string_view end_post = R"sql(
    update people_post
    set ended_on = $3
    where org_id = $1
      and id = $2
)sql";

}  // namespace

std::optional<School> SqlPeopleDirectory::school(const SchoolId& id) {
    auto row = tx_.one<SchoolRow>(select_school, tx_.owner(), id);
    if (!row) return std::nullopt;
    return school_from(std::move(*row));
}

std::vector<School> SqlPeopleDirectory::schools() {
    std::vector<School> schools;
    tx_.each<SchoolRow>(
        select_schools, [&](SchoolRow&& row) { schools.push_back(school_from(std::move(row))); }, tx_.owner());
    return schools;
}

std::vector<Uuid> SqlPeopleDirectory::regions_above(const Uuid& region) {
    std::vector<Uuid> regions;
    tx_.each<RegionIdRow>(select_regions_above, [&](RegionIdRow&& row) { regions.push_back(row.ancestor_id); }, region);
    return regions;
}

std::map<Uuid, Region> SqlPeopleDirectory::regions() {
    std::map<Uuid, Region> regions;
    tx_.each<RegionRow>(select_regions, [&](RegionRow&& row) {
        regions.emplace(row.id, Region{row.id, std::move(row.code), std::move(row.name), row.level});
    });
    return regions;
}

std::vector<PostHeld> SqlPeopleDirectory::posts_of(const PersonId& id) {
    std::vector<PostHeld> posts;
    tx_.each<PostHeldRow>(
        select_posts_of,
        [&](PostHeldRow&& row) {
            posts.push_back({std::move(row.school_name), row.role, row.started_on, row.ended_on});
        },
        tx_.owner(), id);
    return posts;
}

std::optional<PersonNow> SqlPeopleDirectory::person(const PersonId& id) {
    auto row = tx_.one<PersonRow>(select_person, tx_.owner(), id);
    if (!row) return std::nullopt;
    return person_from(std::move(*row));
}

struct NameRow {
    Uuid id;
    Private<std::string> name;
};
BOOST_DESCRIBE_STRUCT(NameRow, (), (id, name))

constexpr std::string_view select_names = R"sql(
    select id, name
    from people_person
    where org_id = $1
      and id in {ids $2}
    order by id
)sql";

std::map<Uuid, Private<std::string>> SqlPeopleDirectory::names_of(const std::vector<Uuid>& persons) {
    std::map<Uuid, Private<std::string>> names;
    for (NameRow& row : tx_.all<NameRow>(select_names, tx_.owner(), to_json(persons)))
        names.emplace(row.id, std::move(row.name));
    return names;
}

std::vector<PersonNow> SqlPeopleDirectory::people(const access::Reach& reach) {
    std::vector<PersonNow> people;
    tx_.each<PersonRow>(
        select_people, [&](PersonRow&& row) { people.push_back(person_from(std::move(row))); }, tx_.owner(),
        reach.everything, to_json(reach.schools), to_json(reach.persons), to_json(reach.regions));
    return people;
}

std::map<std::string, SchoolId> SqlRosterStore::schools_by_npsn() {
    std::map<std::string, SchoolId> schools;
    tx_.each<SchoolRow>(
        select_schools, [&](SchoolRow&& row) { schools.emplace(std::move(row.npsn), row.id); }, tx_.owner());
    return schools;
}

std::map<std::string, PersonId> SqlRosterStore::persons_by_number() {
    std::map<std::string, PersonId> persons;
    tx_.each<NumberRow>(
        select_numbers, [&](NumberRow&& row) { persons.emplace(std::move(row.number), row.id); }, tx_.owner());
    return persons;
}

std::map<std::string, Region> SqlRosterStore::regions_by_code() {
    std::map<std::string, Region> regions;
    tx_.each<RegionRow>(select_regions, [&](RegionRow&& row) {
        const std::string code = row.code;
        regions.emplace(code, Region{row.id, std::move(row.code), std::move(row.name), row.level});
    });
    return regions;
}

void SqlRosterStore::save_regions(const std::vector<Region>& regions) {
    for (const Region& region : regions) add_district(tx_, region, "Impor daftar sekolah");
}

void SqlRosterStore::save_schools(const std::vector<School>& schools) {
    for (const School& school : schools)
        tx_.run(upsert_school, tx_.owner(), school.id, school.npsn, school.name, school.status, school.level,
                school.region_id);
}

void SqlRosterStore::save_persons(const std::vector<Person>& persons, Timestamp now) {
    for (const Person& person : persons)
        tx_.run(upsert_person, tx_.owner(), person.id, person.name, person.nuptk, person.nip, person.employment,
                person.rank, person.subject, person.level, person.born_on, person.sex, person.certified_path,
                person.certified_year, person.teaching_since, now);
}

void SqlRosterStore::open_posts(const std::vector<Post>& posts) {
    std::vector<PersonId> persons;
    for (const Post& post : posts) persons.push_back(post.person_id);
    std::multimap<PersonId, OpenPostRow> open;
    tx_.each<OpenPostRow>(
        select_open_posts, [&](OpenPostRow&& row) { open.emplace(row.person_id, row); }, tx_.owner(), to_json(persons));
    std::vector<NewPostRow> rows;
    for (const Post& post : posts) {
        bool there = false;
        const auto [first, last] = open.equal_range(post.person_id);
        for (auto known = first; known != last; ++known) {
            if (known->second.school_id == post.school_id && known->second.role == post.role) there = true;
            else tx_.run(end_post, tx_.owner(), known->second.id, post.started_on);
        }
        if (!there) rows.push_back({tx_.owner(), post.id, post.person_id, post.school_id, post.role, post.started_on});
    }
    tx_.insert_all("people_post", rows);
}

void SqlRosterStore::journal(std::string_view action, const Uuid& subject) { tx_.journal(action, "person", subject); }

}  // namespace pamong::people
