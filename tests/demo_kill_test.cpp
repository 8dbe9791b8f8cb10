// kill -9 while the example is made: what was announced is in the database, the database is whole, and starting again
// gives the example as if nothing had happened. tests/kill/demo.sh does the same to the program, on both databases.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <thread>

#include "app/audit_command.h"
#include "app/demo/demo.h"
#include "app/demo/demo_progress.h"
#include "features/access/adapters/sql_audit_store.h"
#include "platform/store/testing/test_store.h"

namespace pamong {
namespace demo_kill_test {

Done make_example(store::Store& store, const std::string& folder, std::ostream& out) {
    FixedClock clock{Timestamp{}};
    SeededRandom random{2019};
    app::DemoWorld world{store, clock, random, folder, *day_of(2026, 2, 2)};
    return app::run_demo(world, out);
}

/// The program that is killed; started by the test below.
TEST(DemoKill, DISABLED_MakesTheExampleUntilItIsKilled) {
    const char* address = std::getenv("DEMO_KILL_STORE");  // NOLINT(concurrency-mt-unsafe): no other thread yet
    const char* folder = std::getenv("DEMO_KILL_FOLDER");  // NOLINT(concurrency-mt-unsafe)
    if (address == nullptr || folder == nullptr) GTEST_SKIP();
    const auto store = store::open_store(address);
    ASSERT_TRUE(store);
    ASSERT_TRUE(make_example(**store, folder, std::cout));
}

/// Starts the making, waits until `steps` steps are announced, lets it go on for `millis`, and kills it.
void kill_after(const store::TestStore& test, int steps, int millis) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    std::vector<std::string> arguments{"pamong_tests",
                                       "--gtest_filter=DemoKill.DISABLED_MakesTheExampleUntilItIsKilled",
                                       "--gtest_also_run_disabled_tests", "--gtest_brief=1"};
    std::vector<std::string> environment{"DEMO_KILL_STORE=" + test.address(), "DEMO_KILL_FOLDER=" + test.folder()};
    const auto pointers = [](std::vector<std::string>& texts) {
        std::vector<char*> all;
        for (auto& text : texts) all.push_back(text.data());
        all.push_back(nullptr);
        return all;
    };
    pid_t child = 0;
    ASSERT_EQ(posix_spawn(&child, "/proc/self/exe", &actions, nullptr, pointers(arguments).data(),
                          pointers(environment).data()),
              0);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    std::string printed;
    std::array<char, 512> part{};
    // Every step is announced by a line with its seconds: "  0.01 s  Kantor".
    const auto announced = [&] {
        int count = 0;
        for (std::size_t at = 0; (at = printed.find(" s  ", at)) != std::string::npos; ++at) ++count;
        return count;
    };
    ssize_t got = 1;
    while (announced() < steps && (got = read(ends[0], part.data(), part.size())) > 0)
        printed.append(part.data(), static_cast<std::size_t>(got));
    std::this_thread::sleep_for(std::chrono::milliseconds(millis));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    close(ends[0]);
    EXPECT_GE(announced(), steps) << printed;
}

std::int64_t all_rows(store::Store& store, const std::string& table) {
    std::int64_t rows = 0;
    for (const auto& owner : access::owners(store))
        rows += store.read({owner.id, {}, {}}, [&](store::Tx& tx) {
            return tx.number("select count(*) as n from " + table + " where org_id = $1", owner.id).value_or(0);
        });
    return rows;
}

TEST(DemoKill, StartsAnewAndLosesNothingAnnounced) {
    store::TestStore test("sqlite");
    // After the third step; and in the sixth, the longest, which holds the database most of its time.
    kill_after(test, 3, 0);
    EXPECT_EQ(access::owners(test.store()).size(), 3U);       // step 1 announces three offices
    EXPECT_GE(all_rows(test.store(), "people_person"), 104);  // step 2 announces 104 teachers
    kill_after(test, 5, 300);
    EXPECT_GE(all_rows(test.store(), "mentoring_session"), 144);  // step 5 announces 144 sessions
    EXPECT_EQ(test.store().read(
                  {}, [](store::Tx& tx) { return tx.number("select count(*) as n from pragma_foreign_key_check"); }),
              0);

    access::HeadFile heads(test.folder() + "/chain_heads");
    access::seal_all(test.store(), heads, Timestamp{});
    std::ostringstream chains;
    EXPECT_TRUE(app::print_chains(test.store(), &heads, chains)) << chains.str();

    std::ostringstream out;
    const Done made = make_example(test.store(), test.folder(), out);
    EXPECT_TRUE(made) << (made ? "" : made.error().code);
    EXPECT_NE(out.str().find("terputus sesudah langkah"), std::string::npos) << out.str();
    EXPECT_EQ(access::owners(test.store()).size(), 3U);
    const Done again = make_example(test.store(), test.folder(), out);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "app.demo_not_empty");
}

TEST(DemoKill, NeverClearsADatabaseThatSomebodyHasUsed) {
    store::TestStore test("sqlite");
    ASSERT_TRUE(app::begin_example(test.store(), *day_of(2026, 2, 2)));
    const OrgId owner = test.add_owner("Dinas Contoh");
    (void)test.store().write({}, [&](store::Tx& tx) -> Done {
        const auto account = make_id<AccountId>(Timestamp{}, test.random());
        tx.run("insert into account (id, login, display_name, created_at) values ($1, 'sari', 'Sari', 0)", account);
        tx.run(
            "insert into session (token_hash, account_id, owner_id, created_at, expires_at) values ('x', $1, $2, 0, 1)",
            account, owner);
        return {};
    });
    const auto again = app::begin_example(test.store(), *day_of(2026, 2, 2));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "app.demo_in_use");
    EXPECT_EQ(access::owners(test.store()).size(), 1U);
}

}  // namespace demo_kill_test
}  // namespace pamong
