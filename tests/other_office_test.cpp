// Somebody with every role at another office tries every record of the district at every route: the answers are those
// for records that do not exist, and the district's journal knows of no change. Within the office, the principal and a
// teacher of another school open nothing of this one.
#include "whole_program.h"

namespace pamong {
namespace other_office_test {

class OtherOffice : public WholeProgram {
  protected:
    static std::string with_id(const std::string& pattern, const Uuid& id) {
        std::string path = pattern;
        for (auto start = path.find('{'); start != std::string::npos; start = path.find('{'))
            path.replace(start, path.find('}') - start + 1, to_string(id));
        return path;
    }
    static bool opens_report_level_only(const std::string& chain) {
        const auto read = boost::json::parse(chain);
        return std::ranges::all_of(read.at("items").as_array(), [](const boost::json::value& item) {
            const std::string kind(item.at("kind").as_string());
            return item.at("content").is_null() || kind == "analysis" || kind == "result" || kind == "theme" ||
                   kind == "finding" || kind == "judgement" || kind == "recommendation" || kind == "statement";
        });
    }
    /// Without the ids that were asked for.
    static std::string told(const http::HttpResponse& reply, const Uuid& id) {
        std::string text = std::to_string(reply.status) + " " + reply.body;
        for (auto at = text.find(to_string(id)); at != std::string::npos; at = text.find(to_string(id)))
            text.replace(at, to_string(id).size(), "ID");
        return text;
    }
};

TEST_P(OtherOffice, SeesNothingOfThisOneAndChangesNothing) {
    const access::Actor stranger = with_every_role(world_.ministry, "kementerian", uuid_for_name("stranger"));
    const std::int64_t before = journal_rows();
    const Uuid nobody = uuid_for_name("nobody");
    int asked = 0;
    for (const http::Route& route : router_.routes()) {
        if (route.rules.door == http::Door::open || route.pattern.find('{') == std::string::npos) continue;
        // A PUT makes a record with an id of the caller's choice, in the caller's own office.
        if (route.method == "PUT") continue;
        const std::string body = boost::json::serialize(plausible(route.input, ""));
        const std::string unknown = told(ask(stranger, route, with_id(route.pattern, nobody), body), nobody);
        for (const auto& [table, id] : ids_) {
            ++asked;
            EXPECT_EQ(told(ask(stranger, route, with_id(route.pattern, id), body), id), unknown)
                << route.method << " " << route.pattern << " with an id of " << table;
        }
    }
    EXPECT_GT(asked, 1000);
    EXPECT_EQ(journal_rows(), before);
}

TEST_P(OtherOffice, MakesRecordsOnlyInItsOwn) {
    const access::Actor stranger = with_every_role(world_.ministry, "kementerian", uuid_for_name("stranger"));
    const std::int64_t before = journal_rows();
    for (const http::Route& route : router_.routes()) {
        if (route.rules.door == http::Door::open || route.method != "PUT") continue;
        const std::string body = boost::json::serialize(plausible(route.input, ""));
        for (const auto& [table, id] : ids_) {
            const auto reply = ask(stranger, route, with_id(route.pattern, id), body);
            EXPECT_LT(reply.status, 500) << route.pattern << " with an id of " << table << "\n" << reply.body;
        }
    }
    EXPECT_EQ(journal_rows(), before);
}

TEST_P(OtherOffice, AnotherSchoolOpensNothingEither) {
    const Uuid own_person = world_.district.teachers.at(60).id.value;
    const Uuid own_school = world_.district.schools.at(world_.district.school_of.at(own_person)).id.value;
    ASSERT_NE(own_school, world_.district.schools.front().id.value);
    const auto actor = [&](access::Role role, access::ScopeKind kind, const Uuid& scope) {
        return access::Actor(AccountId{uuid_for_name("account")}, world_.district.id, own_person,
                             {{role, kind, scope}});
    };
    const Uuid nobody = uuid_for_name("nobody");
    const std::int64_t before = journal_rows();
    for (const access::Actor& other : {actor(access::Role::principal, access::ScopeKind::school, own_school),
                                       actor(access::Role::assessor, access::ScopeKind::school, own_school),
                                       actor(access::Role::teacher, access::ScopeKind::person, own_person),
                                       actor(access::Role::mentor, access::ScopeKind::person, own_person)}) {
        for (const http::Route& route : router_.routes()) {
            if (route.rules.door != http::Door::permission || route.pattern.find('{') == std::string::npos ||
                route.method == "PUT")
                continue;
            const std::string body = boost::json::serialize(plausible(route.input, ""));
            const std::string unknown = told(ask(other, route, with_id(route.pattern, nobody), body), nobody);
            for (const auto& [table, id] : ids_) {
                if (id == own_school || id == own_person) continue;
                const auto reply = ask(other, route, with_id(route.pattern, id), body);
                if (reply.status >= 400 || told(reply, id) == unknown) continue;
                // A chain names every record; what people wrote or were rated stays closed, what a report says is open.
                EXPECT_TRUE(route.pattern == "/api/v1/evidence/{id}" && opens_report_level_only(reply.body))
                    << name_of(other.grants().front().role) << ": " << route.method << " " << route.pattern
                    << " with an id of " << table << "\n"
                    << reply.body.substr(0, 300);
            }
        }
    }
    EXPECT_EQ(journal_rows(), before);
}

INSTANTIATE_TEST_SUITE_P(Stores, OtherOffice, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace other_office_test
}  // namespace pamong
