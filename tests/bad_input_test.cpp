// What people and programs can send wrongly, sent to every route of the program on a filled database: a reply that says
// what is wrong, nothing half-saved, and never a failure of ours. The routes and the shapes of their bodies are the
// program's own list, so a new route is tried without anybody thinking of it.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include <algorithm>
#include <set>
#include <sstream>

#include "app/demo/demo.h"
#include "app/routes.h"
#include "features/access/adapters/sql_access_store.h"
#include "features/instruments/adapters/sql_instrument_store.h"
#include "platform/store/catalogue.h"
#include "platform/store/testing/test_store.h"
#include "platform/words.h"

namespace pamong {
namespace bad_input_test {

namespace json = boost::json;
using http::Shape;

struct IdRow {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(IdRow, (), (id))

constexpr std::size_t long_but_allowed = http::longest_written - 1;
constexpr std::size_t far_too_long = 200'000;

/// Texts nobody means.
const std::vector<std::string>& odd_texts() {
    static const std::vector<std::string> texts{"",
                                                "   ",
                                                std::string("a\0b", 3),
                                                "\x01\x1b[31m",
                                                "' or 1=1 --",
                                                "<script>alert(1)</script>",
                                                "=HYPERLINK(\"http://x\")",
                                                "../../etc/passwd",
                                                "-1",
                                                "99999999999999999999999",
                                                "0000-00-00",
                                                "2026-02-30",
                                                "not-a-uuid",
                                                "\xE2\x80\xAE"
                                                "drow\xF0\x9F\x98\x80",
                                                std::string(long_but_allowed, 'x'),
                                                std::string(far_too_long, 'x')};
    return texts;
}

/// Values put in the place of a right one, whatever its kind.
std::vector<json::value> odd_values() {
    std::vector<json::value> values{nullptr,
                                    true,
                                    -1,
                                    0,
                                    1.5,
                                    9'007'199'254'740'993,
                                    -9'223'372'036'854'775'807,
                                    1e300,
                                    json::array{},
                                    json::object{},
                                    json::array(3, json::value("x"))};
    for (const std::string& text : odd_texts()) values.emplace_back(text);
    return values;
}

class BadInput : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    FixedClock clock_{Timestamp{1'760'000'000'000'000}};
    SeededRandom random_{20190721};
    app::DemoWorld world_{test_.store(), clock_, random_, test_.folder(), *day_of(2026, 2, 2)};
    Passwords passwords_;
    access::SodiumSecrets secrets_{passwords_};
    files::RealDisk disk_;
    files::FileStore files_{disk_, test_.folder() + "/files"};
    files::FileDesk desk_{files_};
    http::Router router_;
    std::map<std::string, std::vector<Uuid>> ids_;  ///< of the example's district, by table
    std::map<std::string, Uuid> path_ids_;          ///< what fits behind a piece of path
    int asked_ = 0;
    bool broken_ = false;  ///< the route failed: one failure of it says enough
    std::set<std::string> codes_;

    void SetUp() override {
        instruments::publish_shipped(test_.store(), clock_.now());
        std::ostringstream out;
        ASSERT_TRUE(app::run_demo(world_, out));
        app::add_all_routes(router_, secrets_, desk_);
        test_.store().read({world_.district.id, {}, clock_.now()}, [&](store::Tx& tx) {
            for (const auto& table : store::all_tables()) {
                const bool has_id = std::ranges::any_of(
                    table.columns, [](const auto& column) { return column.name == "id" && column.word == "uuid"; });
                if (!has_id || !table.of_owner()) continue;
                const std::string sql = "select id from " + table.name + " where org_id = $1 order by id limit 1";
                for (const auto& row : tx.all<IdRow>(sql, world_.district.id)) ids_[table.name].push_back(row.id);
            }
            return 0;
        });
        ASSERT_GT(ids_.size(), 30U);
    }

    http::HttpResponse send(const http::Route& route, const std::string& path, const std::string& body,
                            const std::string& name = "", const std::string& value = "") {
        ++asked_;
        http::HttpRequest request{.method = route.method, .path = path, .headers = {{"X-Pamong", "1"}}};
        if (!name.empty()) request.query = {{name, value}};
        request.body = body;
        const auto everything = [&](const http::HttpRequest&, store::Store&, Timestamp) -> Result<http::Caller> {
            std::vector<access::Grant> grants;
            boost::mp11::mp_for_each<boost::describe::describe_enumerators<access::Role>>(
                [&](auto role) { grants.push_back({role.value, access::ScopeKind::all}); });
            access::Actor actor(world_.accounts.at("evaluator"), world_.district.id,
                                world_.district.teachers[1].id.value, grants);
            http::Caller caller{.account = actor.account(), .owner = world_.district.id};
            for (const access::Grant& grant : grants)
                for (const auto& permission : access::permissions_of(grant.role))
                    caller.permissions.emplace_back(permission.code);
            caller.actor = actor;
            return caller;
        };
        try {
            return router_.answer(request, everything, test_.store(), clock_.now(), random_);
        } catch (const std::exception& failure) {
            return {.status = 500, .body = failure.what()};
        }
    }

    std::int64_t journal_rows() {
        return test_.store().read({world_.district.id, {}, clock_.now()}, [&](store::Tx& tx) {
            return tx.number("select count(*) as n from journal where org_id = $1", world_.district.id).value_or(0);
        });
    }

    /// Refused in words with a known code and without a trace, or taken; never broken.
    void expect_kind(const http::Route& route, const std::string& path, const std::string& sent,
                     const std::string& name = "", const std::string& value = "") {
        const std::int64_t before = route.method == "GET" ? 0 : journal_rows();
        const auto reply = send(route, path, sent, name, value);
        const std::string what = route.method + " " + path + "?" + name + "=" + value + " <- " + sent.substr(0, 300);
        EXPECT_LT(reply.status, 500) << what << "\n" << reply.body;
        broken_ = broken_ || reply.status >= 500;
        if (reply.status < 400 || reply.status >= 500) return;
        const auto problem = parse_json(reply.body);
        EXPECT_TRUE(problem && problem->is_object()) << what << "\n" << reply.body;
        if (!problem || !problem->is_object()) return;
        const std::string code(problem->as_object().at("code").as_string());
        codes_.insert(code);
        EXPECT_TRUE(Words::all().knows(code)) << what << "\n" << code << " has no sentence";
        EXPECT_LT(reply.body.size(), 20'000U) << what << "\n the problem repeats what was sent: " << code;
        if (route.method != "GET") {
            EXPECT_EQ(journal_rows(), before) << what << "\n refused and yet in the journal: " << code;
        }
    }

    Uuid id_for(std::string_view name) {
        if (name.ends_with("_id")) name.remove_suffix(3);
        for (const auto& [table, found] : ids_)
            if (table.ends_with(name) && !found.empty()) return found.front();
        return uuid_for_name(name);
    }

    json::value plausible(const Shape& shape, std::string_view name, int depth = 0) {
        switch (shape.kind) {
            case Shape::Kind::none:
            case Shape::Kind::any:
                return json::object{};
            case Shape::Kind::boolean:
                return true;
            case Shape::Kind::whole:
            case Shape::Kind::number:
                return 2;
            case Shape::Kind::text:
                return json::value("Contoh");
            case Shape::Kind::id:
                return json::value(to_string(id_for(name)));
            case Shape::Kind::day:
                return json::value("2026-02-03");
            case Shape::Kind::moment:
                return json::value("2026-02-03T01:00:00.000000Z");
            case Shape::Kind::decimal:
                return json::value("3");
            case Shape::Kind::list:
                return json::array{plausible(shape.inner.front(), name, depth + 1)};
            case Shape::Kind::map:
                return json::object{{"contoh", plausible(shape.inner.front(), name, depth + 1)}};
            case Shape::Kind::optional:
                return plausible(shape.inner.front(), name, depth);
            case Shape::Kind::choice:
                return json::value(shape.choices.front());
            case Shape::Kind::object: {
                json::object object;
                if (depth < 6)
                    for (const auto& member : shape.members())
                        object[member.name] = plausible(member.shape, member.name, depth + 1);
                return object;
            }
        }
        return nullptr;
    }

    /// The path with ids that exist where there are some: those of each table are tried once for each piece of path.
    std::string path_of(const http::Route& route, const std::string& body) {
        std::string path;
        for (std::size_t at = 0; at < route.pattern.size(); ++at) {
            if (route.pattern[at] != '{') {
                path += route.pattern[at];
                continue;
            }
            at = route.pattern.find('}', at);
            const std::string key = route.pattern.substr(0, at + 1);
            if (!path_ids_.contains(key)) path_ids_[key] = best_id(route, path, route.pattern.substr(at + 1), body);
            path += to_string(path_ids_.at(key));
        }
        return path;
    }
    Uuid best_id(const http::Route& route, const std::string& start, std::string rest, const std::string& body) {
        while (rest.find('{') != std::string::npos)
            rest.replace(rest.find('{'), rest.find('}') - rest.find('{') + 1, to_string(uuid_for_name("nobody")));
        for (const auto& [table, found] : ids_) {
            if (route.method == "DELETE") break;
            if (send(route, start + to_string(found.front()) + rest, body).status != 404) return found.front();
        }
        return uuid_for_name("nobody");
    }

    /// One place after the other gets every odd value.
    void mutate(const http::Route& route, const std::string& path, const json::value& whole, json::value& place) {
        const json::value right = place;
        for (const json::value& odd : odd_values()) {
            place = odd;
            expect_kind(route, path, json::serialize(whole));
            if (broken_) return;
        }
        place = right;
        if (place.is_object()) {
            for (auto& member : place.as_object()) {
                mutate(route, path, whole, member.value());
                if (broken_) return;
            }
        } else if (place.is_array() && !place.as_array().empty()) {
            mutate(route, path, whole, place.as_array().front());
        }
    }
};

TEST_P(BadInput, IsRefusedInWordsByEveryRouteAndLeavesNothing) {
    for (const http::Route& route : router_.routes()) {
        broken_ = false;
        SCOPED_TRACE(route.method + " " + route.pattern);
        json::value body = plausible(route.input, "");
        const std::string path = path_of(route, json::serialize(body));
        expect_kind(route, path, json::serialize(body));
        if (route.method != "GET") {
            for (const std::string& junk :
                 {std::string("{"), std::string("[1,2"), std::string("null"), std::string("\xff\xfe"),
                  std::string("{\"a\":\"\xc3\x28\"}"), std::string(100'000, '['), std::string("{\"unknown\":1}"),
                  std::string("PK\x03\x04 nothing"), std::string("<?xml version=\"1.0\"?><a>"),
                  std::string("a;b\n\"1;2")})
                expect_kind(route, path, junk);
            if (route.input.kind == Shape::Kind::object) mutate(route, path, body, body);
        }
        for (const std::string_view described : route.rules.query) {
            const std::string name(described.substr(0, described.find(':')));
            for (const std::string& odd : odd_texts())
                if (odd.size() < long_but_allowed) expect_kind(route, path, json::serialize(body), name, odd);
        }
        for (const std::string& odd :
             {std::string("x"), std::string("a\0b", 3), std::string("\xff"), std::string("' or 1=1")}) {
            std::string wrong = route.pattern;
            while (wrong.find('{') != std::string::npos)
                wrong.replace(wrong.find('{'), wrong.find('}') - wrong.find('{') + 1, odd);
            if (wrong != route.pattern) expect_kind(route, wrong, json::serialize(body));
        }
    }
    EXPECT_GT(asked_, 5000);
    EXPECT_GT(codes_.size(), 40U) << "the odd values no longer get past the first check";
    std::cout << asked_ << " requests, " << codes_.size() << " kinds of refusal\n";
}

INSTANTIATE_TEST_SUITE_P(Stores, BadInput, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace bad_input_test
}  // namespace pamong
