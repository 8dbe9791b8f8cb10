// What people and programs can send wrongly, sent to every route of the program on a filled database: a reply that says
// what is wrong, nothing half-saved, and never a failure of ours. The routes and the shapes of their bodies are the
// program's own list, so a new route is tried without anybody thinking of it.
#include <set>

#include "platform/words.h"
#include "whole_program.h"

namespace pamong {
namespace bad_input_test {

namespace json = boost::json;
using http::Shape;

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

class BadInput : public WholeProgram {
  protected:
    std::map<std::string, Uuid> path_ids_;  ///< what fits behind a piece of path
    int asked_ = 0;
    bool broken_ = false;  ///< the route failed: one failure of it says enough
    std::set<std::string> codes_;

    http::HttpResponse send(const http::Route& route, const std::string& path, const std::string& body,
                            const std::string& name = "", const std::string& value = "") {
        ++asked_;
        return ask(with_every_role(world_.district, "evaluator", world_.district.teachers.at(1).id.value), route, path,
                   body, name, value);
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
            if (send(route, start + to_string(found) + rest, body).status != 404) return found;
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
