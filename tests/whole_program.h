#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <sstream>

#include "app/demo/demo.h"
#include "app/routes.h"
#include "features/access/adapters/sql_access_store.h"
#include "features/instruments/adapters/sql_instrument_store.h"
#include "platform/store/catalogue.h"
#include "platform/store/testing/test_store.h"

namespace pamong {

/// All routes of the program on the database of the example, for tests that try each of them. What a route takes is
/// read from the route table, so a new route is tried without anybody thinking of it.
class WholeProgram : public testing::TestWithParam<std::string> {
  protected:
    struct IdRow {
        Uuid id;
    };
    BOOST_DESCRIBE_CLASS(IdRow, (), (id), (), ())

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
    std::map<std::string, Uuid> ids_;  ///< one of the example's district in each table that has some

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
                for (const auto& row : tx.all<IdRow>(sql, world_.district.id)) ids_.emplace(table.name, row.id);
            }
            return 0;
        });
        ASSERT_GT(ids_.size(), 30U);
    }

    /// Somebody with every role for the whole office.
    [[nodiscard]] access::Actor with_every_role(const app::DemoOffice& office, const std::string& login,
                                                const Uuid& person) const {
        std::vector<access::Grant> grants;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<access::Role>>(
            [&](auto role) { grants.push_back({role.value, access::ScopeKind::all}); });
        return {world_.accounts.at(login), office.id, person, grants};
    }

    /// What the handler makes of it; a failure inside is 500 with its text.
    http::HttpResponse ask(const access::Actor& actor, const http::Route& route, const std::string& path,
                           const std::string& body, const std::string& name = "", const std::string& value = "") {
        http::HttpRequest request{.method = route.method, .path = path, .headers = {{"X-Pamong", "1"}}, .body = body};
        if (!name.empty()) request.query = {{name, value}};
        const auto known = [&](const http::HttpRequest&, store::Store&, Timestamp) -> Result<http::Caller> {
            http::Caller caller{.account = actor.account(), .owner = actor.owner(), .actor = actor};
            for (const access::Grant& grant : actor.grants())
                for (const auto& permission : access::permissions_of(grant.role))
                    caller.permissions.emplace_back(permission.code);
            return caller;
        };
        try {
            return router_.answer(request, known, test_.store(), clock_.now(), random_);
        } catch (const std::exception& failure) {
            return {.status = 500, .body = failure.what()};
        }
    }

    /// Changes that the district's journal knows of.
    std::int64_t journal_rows() {
        return test_.store().read({world_.district.id, {}, clock_.now()}, [&](store::Tx& tx) {
            return tx.number("select count(*) as n from journal where org_id = $1", world_.district.id).value_or(0);
        });
    }

    /// An id that exists for a field of that name, as far as the name tells.
    Uuid id_for(std::string_view name) {
        if (name.ends_with("_id")) name.remove_suffix(3);
        for (const auto& [table, found] : ids_)
            if (table.ends_with(name)) return found;
        return uuid_for_name(name);
    }

    /// A body that is right in shape.
    boost::json::value plausible(const http::Shape& shape, std::string_view name, int depth = 0) {
        switch (shape.kind) {
            case http::Shape::Kind::none:
            case http::Shape::Kind::any:
                return boost::json::object{};
            case http::Shape::Kind::boolean:
                return true;
            case http::Shape::Kind::whole:
            case http::Shape::Kind::number:
                return 2;
            case http::Shape::Kind::text:
                return boost::json::value("Contoh");
            case http::Shape::Kind::id:
                return boost::json::value(to_string(id_for(name)));
            case http::Shape::Kind::day:
                return boost::json::value("2026-02-03");
            case http::Shape::Kind::moment:
                return boost::json::value("2026-02-03T01:00:00.000000Z");
            case http::Shape::Kind::decimal:
                return boost::json::value("3");
            case http::Shape::Kind::list:
                return boost::json::array{plausible(shape.inner.front(), name, depth + 1)};
            case http::Shape::Kind::map:
                return boost::json::object{{"contoh", plausible(shape.inner.front(), name, depth + 1)}};
            case http::Shape::Kind::optional:
                return plausible(shape.inner.front(), name, depth);
            case http::Shape::Kind::choice:
                return boost::json::value(shape.choices.front());
            case http::Shape::Kind::object: {
                boost::json::object object;
                if (depth < 6)
                    for (const auto& member : shape.members())
                        object[member.name] = plausible(member.shape, member.name, depth + 1);
                return object;
            }
        }
        return nullptr;
    }
};

}  // namespace pamong
