#pragma once

#include "features/people/domain/person.h"
#include "platform/json/json.h"

namespace pamong::people {

struct PersonLine {
    PersonId id;
    Private<std::string> name;
    std::string subject;
    std::string rank;
    Employment employment = Employment::PNS;
    std::optional<PostRole> role;
    std::optional<SchoolId> school_id;
    std::string school_name;
};
BOOST_DESCRIBE_STRUCT(PersonLine, (), (id, name, subject, rank, employment, role, school_id, school_name))

struct PersonList {
    std::vector<PersonLine> items;
    std::int64_t total = 0;
    std::optional<std::string> next;  ///< cursor of the next page
};
BOOST_DESCRIBE_STRUCT(PersonList, (), (items, total, next))

struct PostLine {
    std::string school_name;
    PostRole role = PostRole::teacher;
    Day started_on;
    std::optional<Day> ended_on;
};
BOOST_DESCRIBE_STRUCT(PostLine, (), (school_name, role, started_on, ended_on))

struct PersonProfile {
    PersonId id;
    Private<std::string> name;
    std::optional<Private<std::string>> nuptk;
    std::optional<Private<std::string>> nip;
    Employment employment = Employment::PNS;
    std::string rank;
    std::string subject;
    std::optional<Day> born_on;
    std::optional<std::string> sex;
    std::string certified_path;
    std::optional<std::int64_t> certified_year;
    std::optional<std::int64_t> teaching_since;
    std::optional<PostRole> role;
    std::optional<SchoolId> school_id;
    std::string school_name;
    std::vector<PostLine> posts;  ///< newest first
};
BOOST_DESCRIBE_STRUCT(PersonProfile, (),
                      (id, name, nuptk, nip, employment, rank, subject, born_on, sex, certified_path, certified_year,
                       teaching_since, role, school_id, school_name, posts))

struct SchoolLine {
    SchoolId id;
    std::string npsn;
    std::string name;
    std::string level;
};
BOOST_DESCRIBE_STRUCT(SchoolLine, (), (id, npsn, name, level))
struct SchoolList {
    std::vector<SchoolLine> items;
};
BOOST_DESCRIBE_STRUCT(SchoolList, (), (items))

struct RosterBody {
    std::string file_name;
    std::string base64;  ///< the file's bytes; CSV or XLSX, told apart by content
    bool dry_run = true;
};
BOOST_DESCRIBE_STRUCT(RosterBody, (), (file_name, base64, dry_run))
struct RosterReply {
    std::int64_t rows = 0;
    std::int64_t added = 0;
    std::int64_t updated = 0;
    std::vector<std::string> notes;  ///< what deserves a look, with its place
};
BOOST_DESCRIBE_STRUCT(RosterReply, (), (rows, added, updated, notes))

}  // namespace pamong::people
