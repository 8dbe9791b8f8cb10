#include "features/people/adapters/routes.h"

#include <sodium.h>

#include "features/people/adapters/roster_table.h"
#include "features/people/adapters/school_table.h"
#include "features/people/adapters/sql_people.h"
#include "features/people/adapters/wire.h"
#include "platform/sheets/read.h"

namespace pamong::people {
namespace {

using http::Request;

Result<std::string> decoded_base64(const std::string& text) {
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t length = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(),
                          "\r\n ", &length, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
        return refused("people.file_damaged");
    bytes.resize(length);
    return bytes;
}

Result<RosterReply> take_over_file(Request& request, const RosterBody& body) {
    const auto bytes = decoded_base64(body.base64);
    if (!bytes) return refused(bytes.error());
    const auto book = read_table(*bytes, body.file_name);
    if (!book) return refused(book.error());
    auto rows = read_roster_table(book->sheets.front());
    if (!rows) return refused(rows.error());
    RosterReply reply{static_cast<std::int64_t>(rows->size()), 0, 0, {}};
    for (const Problem& note : book->notes)
        reply.notes.push_back(note.at + ": " + Words::all().text(request.language(), note));
    SqlRosterStore store(request.transaction());
    const auto outcome = take_over_roster(std::move(*rows), local_day(request.now(), 7), request.actor<access::Actor>(),
                                          request.now(), store);
    if (!outcome) return refused(outcome.error());
    reply.added = outcome->added;
    reply.updated = outcome->updated;
    return reply;
}

Result<RosterReply> take_over_schools_file(Request& request, const RosterBody& body) {
    const auto bytes = decoded_base64(body.base64);
    if (!bytes) return refused(bytes.error());
    const auto book = read_table(*bytes, body.file_name);
    if (!book) return refused(book.error());
    auto rows = read_school_table(book->sheets.front());
    if (!rows) return refused(rows.error());
    RosterReply reply{static_cast<std::int64_t>(rows->size()), 0, 0, {}};
    SqlRosterStore store(request.transaction());
    const auto outcome = take_over_school_rows(std::move(*rows), request.actor<access::Actor>(), store);
    if (!outcome) return refused(outcome.error());
    reply.added = outcome->added;
    reply.updated = outcome->updated;
    return reply;
}

/// A dry run does the same work in a transaction that its own refusal rolls back.
template <class Work>
Result<RosterReply> tried(Request& request, const RosterBody& body, Work work) {
    std::optional<RosterReply> shown;
    auto done = request.store().write(request.scope(), [&](store::Tx& tx) -> Result<RosterReply> {
        auto inside = request.within(tx);
        auto reply = work(inside, body);
        if (!reply || !body.dry_run) return reply;
        shown = *reply;
        return refused("people.dry_run");
    });
    if (shown) return *shown;
    return done;
}

PersonLine line_of(PersonNow&& now) {
    return {now.person.id,
            std::move(now.person.name),
            std::move(now.person.subject),
            std::move(now.person.rank),
            now.person.employment,
            now.role,
            now.school_id,
            std::move(now.school_name)};
}

}  // namespace

void add_people_routes(http::Router& router) {
    router.get<PersonList>(
        "/api/v1/people",
        {.permission = access::read_people.code,
         .summary = "People within reach",
         .query = {"q: a name, also misspelt", "school: id of a school", "subject: one subject",
                   "page: cursor of the page before"}},
        [](Request& request) -> Result<PersonList> {
            SqlPeopleDirectory directory(request.transaction());
            PeopleQuery query{request.query("q"), id_from<SchoolId>(request.query("school")), request.query("subject")};
            query.offset = static_cast<std::size_t>(std::strtoul(request.query("page", "0").c_str(), nullptr, 10));
            auto page = find_people(query, request.actor<access::Actor>(), directory);
            if (!page) return refused(page.error());
            PersonList list{{}, static_cast<std::int64_t>(page->total), {}};
            for (auto& found : page->people) list.items.push_back(line_of(std::move(found)));
            const auto next = query.offset + list.items.size();
            if (next < page->total) list.next = std::to_string(next);
            return list;
        });
    router.get<PersonProfile>(
        "/api/v1/people/{id}",
        {.permission = access::use_own_home.code, .summary = "The own profile, or one within reach"},
        [](Request& request) -> Result<PersonProfile> {
            const auto id = request.path_id<PersonId>("id");
            if (!id) return refused(id.error());
            SqlPeopleDirectory directory(request.transaction());
            auto found = profile(*id, request.actor<access::Actor>(), directory);
            if (!found) return refused(found.error());
            Person& person = found->person;
            PersonProfile shown{person.id,         person.name,           person.nuptk,          person.nip,
                                person.employment, person.rank,           person.subject,        person.born_on,
                                person.sex,        person.certified_path, person.certified_year, person.teaching_since,
                                found->role,       found->school_id,      found->school_name,    {}};
            for (PostHeld& post : directory.posts_of(*id))
                shown.posts.push_back({std::move(post.school_name), post.role, post.started_on, post.ended_on});
            return shown;
        });
    router.get<SchoolList>("/api/v1/schools",
                           {.permission = access::read_people.code, .summary = "Schools of this owner"},
                           [](Request& request) -> Result<SchoolList> {
                               SqlPeopleDirectory directory(request.transaction());
                               const auto& actor = request.actor<access::Actor>();
                               SchoolList list;
                               for (School& school : directory.schools())
                                   if (actor.may(access::read_people, where_is(school, directory)))
                                       list.items.push_back({school.id, std::move(school.npsn), std::move(school.name),
                                                             std::move(school.level)});
                               return list;
                           });
    router.post<RosterBody, RosterReply>(
        "/api/v1/schools/import",
        {.permission = access::import_people.code,
         .summary = "Take over a list of schools (CSV or XLSX), with districts that are new here",
         .work = http::Work::free,
         .longest_text = http::whole_file},
        [](Request& request, const RosterBody& body) { return tried(request, body, take_over_schools_file); });
    router.post<RosterBody, RosterReply>(
        "/api/v1/people/import",
        {.permission = access::import_people.code,
         .summary = "Take over a roster (CSV or XLSX); a dry run only shows what would happen",
         .work = http::Work::free,
         .longest_text = http::whole_file},
        [](Request& request, const RosterBody& body) { return tried(request, body, take_over_file); });
}

}  // namespace pamong::people
