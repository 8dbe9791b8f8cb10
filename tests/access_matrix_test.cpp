// Every route with every role: the door opens for those whose role holds the permission and for nobody else. The list
// of routes is the program's own, so a route without a door cannot be forgotten here.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/routes.h"
#include "features/access/adapters/sql_access_store.h"
#include "platform/store/testing/test_store.h"

namespace pamong {
namespace access_matrix_test {

constexpr Timestamp now{1'760'000'000'000'000};

std::vector<access::Role> all_roles() {
    std::vector<access::Role> roles;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<access::Role>>(
        [&](auto role) { roles.push_back(role.value); });
    return roles;
}

/// "/api/v1/people/{id}" with an id that nobody has.
std::string path_of(const std::string& pattern) {
    std::string path;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] != '{') {
            path += pattern[at];
            continue;
        }
        path += to_string(uuid_for_name("nobody"));
        at = pattern.find('}', at);
    }
    return path;
}

class AccessMatrix : public testing::Test {
  protected:
    store::TestStore test_{"sqlite"};
    Passwords passwords_;
    access::SodiumSecrets secrets_{passwords_};
    files::RealDisk disk_;
    files::FileStore files_{disk_, test_.folder() + "/files"};
    files::FileDesk desk_{files_};
    http::Router router_;
    OrgId owner_ = test_.add_owner("Dinas contoh");

    AccessMatrix() { app::add_all_routes(router_, secrets_, desk_); }

    int status_for(const http::Route& route, const std::optional<access::Role>& role) {
        http::HttpRequest request{
            .method = route.method, .path = path_of(route.pattern), .headers = {{"X-Pamong", "1"}}};
        const auto authenticate = [&](const http::HttpRequest&, store::Store&, Timestamp) -> Result<http::Caller> {
            if (!role) return refused("access.not_signed_in");
            access::Actor actor(AccountId{uuid_for_name("account")}, owner_, uuid_for_name("person"),
                                {{*role, access::ScopeKind::all}});
            http::Caller caller{.account = actor.account(), .owner = owner_};
            for (const auto& permission : access::permissions_of(*role))
                caller.permissions.emplace_back(permission.code);
            caller.actor = actor;
            return caller;
        };
        return router_.answer(request, authenticate, test_.store(), now, test_.random()).status;
    }
};

TEST_F(AccessMatrix, OpensEachRouteToTheRolesThatHoldItsPermissionOnly) {
    for (const http::Route& route : router_.routes()) {
        const std::string name = route.method + " " + route.pattern;
        if (route.rules.door == http::Door::open) continue;
        EXPECT_EQ(status_for(route, std::nullopt), 401) << name << " without signing in";
        // Routes for everybody who is signed in look up the session itself, which this test does not have.
        if (route.rules.door == http::Door::signed_in) continue;
        for (const access::Role role : all_roles()) {
            const auto held = access::permissions_of(role);
            const bool holds = std::ranges::any_of(
                held, [&](const auto& permission) { return permission.code == route.rules.permission; });
            const int status = status_for(route, role);
            EXPECT_TRUE(holds ? status != 401 : status == 403) << name << " as " << name_of(role) << ": " << status;
            EXPECT_NE(status, 500) << name << " as " << name_of(role);
        }
    }
}

TEST_F(AccessMatrix, EveryPermissionOfARouteIsHeldBySomeRole) {
    for (const http::Route& route : router_.routes()) {
        if (route.rules.door != http::Door::permission) continue;
        const auto roles = all_roles();
        EXPECT_TRUE(std::ranges::any_of(roles,
                                        [&](access::Role role) {
                                            const auto held = access::permissions_of(role);
                                            return std::ranges::any_of(held, [&](const auto& permission) {
                                                return permission.code == route.rules.permission;
                                            });
                                        }))
            << route.pattern << " needs " << route.rules.permission << ", which no role holds";
    }
}

TEST_F(AccessMatrix, OnlySigningInAndAnswersByLinkAreOpen) {
    for (const http::Route& route : router_.routes()) {
        if (route.rules.door != http::Door::open) continue;
        const bool expected = route.pattern == "/api/v1/session" || route.pattern == "/api/v1/access/code" ||
                              route.pattern.starts_with("/api/v1/public/");
        EXPECT_TRUE(expected) << route.method << " " << route.pattern << " is open to everybody";
    }
}

}  // namespace access_matrix_test
}  // namespace pamong
