// kill -9 while submissions come in: nothing that was acknowledged is lost, nothing is doubled or half there. (The page
// cache survives a kill, so this shows that acknowledgement follows the commit, not that the disk was flushed.)
#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <set>
#include <thread>

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/instruments/adapters/form_library.h"
#include "features/instruments/adapters/sql_submission_store.h"
#include "platform/crypto/crypto.h"
#include "platform/store/testing/test_store.h"

namespace pamong::instruments {
namespace submission_kill_test {

constexpr Timestamp now{1'760'000'000'000'000};
constexpr int phones = 4;

SubmissionId numbered(int number) { return {uuid_for_name("killed submission " + std::to_string(number))}; }

Result<Received> send_numbered(store::Store& store, const OrgId& owner, int number) {
    const auto id = numbered(number);
    const std::string xml =
        "<data id=\"classroom_observation_2025\"><indicator>UBK</indicator><UBK><UBK1>1</UBK1><UBK2>2</UBK2>"
        "<UBK3>1</UBK3></UBK><meta><instanceID>uuid:" +
        to_string(id) + "</instanceID></meta></data>";
    const Instrument& form = instruments().front();
    const access::Actor mentor(AccountId{uuid_for_name("mentor")}, owner, uuid_for_name("mentor person"),
                               {{access::Role::mentor, access::ScopeKind::all}});
    return store.write({owner, mentor.account(), now}, [&](store::Tx& tx) {
        SqlSubmissionStore submissions(tx);
        evidence::SqlEvidenceStore evidence(tx);
        return submit_form({id, {}, form.code, form.version, xml, blake2b_hex(xml), *read_instance(xml, form, id), now},
                           mentor, now, submissions, evidence);
    });
}

/// The program that is killed: takes submissions from four phones, and writes each number to a pipe once it is
/// acknowledged. Started by the test below, with its numbers in the environment.
TEST(SubmissionKill, DISABLED_TakesSubmissionsUntilItIsKilled) {
    const char* address = std::getenv("PAMONG_TEST_KILL_STORE");  // NOLINT(concurrency-mt-unsafe): no other thread yet
    const char* owner = std::getenv("PAMONG_TEST_KILL_OWNER");    // NOLINT(concurrency-mt-unsafe)
    const char* from = std::getenv("PAMONG_TEST_KILL_FROM");      // NOLINT(concurrency-mt-unsafe)
    const char* pipe = std::getenv("PAMONG_TEST_KILL_PIPE");      // NOLINT(concurrency-mt-unsafe)
    if (address == nullptr || owner == nullptr || from == nullptr || pipe == nullptr) GTEST_SKIP();
    const auto store = store::open_store(address);
    ASSERT_TRUE(store);
    std::atomic<int> next = std::atoi(from);
    const int out = std::atoi(pipe);
    std::vector<std::thread> threads;
    for (int phone = 0; phone < phones; ++phone)
        threads.emplace_back([&] {
            for (;;) {
                const int number = next++;
                const auto received = send_numbered(**store, *id_from<OrgId>(owner), number);
                if (!received || write(out, &number, sizeof number) != sizeof number) return;
            }
        });
    for (auto& thread : threads) thread.join();
}

class KilledServer {
  public:
    KilledServer(const store::TestStore& test, const OrgId& owner, int from) {
        std::array<int, 2> ends{};
        if (pipe(ends.data()) != 0) throw std::runtime_error("pipe");
        // Only the end the child writes to goes along; its copy of the reading end would keep the pipe open.
        fcntl(ends[0], F_SETFD, FD_CLOEXEC);
        read_end_ = ends[0];
        std::vector<std::string> environment{
            "PAMONG_TEST_KILL_STORE=" + test.address(), "PAMONG_TEST_KILL_OWNER=" + to_string(owner),
            "PAMONG_TEST_KILL_FROM=" + std::to_string(from), "PAMONG_TEST_KILL_PIPE=" + std::to_string(ends[1])};
        std::vector<std::string> arguments{"pamong_tests",
                                           "--gtest_filter=SubmissionKill.DISABLED_TakesSubmissionsUntilItIsKilled",
                                           "--gtest_also_run_disabled_tests", "--gtest_brief=1"};
        const auto pointers = [](std::vector<std::string>& texts) {
            std::vector<char*> all;
            for (auto& text : texts) all.push_back(text.data());
            all.push_back(nullptr);
            return all;
        };
        if (posix_spawn(&child_, "/proc/self/exe", nullptr, nullptr, pointers(arguments).data(),
                        pointers(environment).data()) != 0)
            throw std::runtime_error("spawn");
        close(ends[1]);
    }
    KilledServer(const KilledServer&) = delete;
    KilledServer& operator=(const KilledServer&) = delete;
    ~KilledServer() { close(read_end_); }

    /// Waits for the first acknowledgement, lets it run for `micros` more, kills it, and returns all acknowledged.
    std::vector<int> kill_after(std::int64_t micros) {
        std::vector<int> acknowledged;
        int number = 0;
        if (read(read_end_, &number, sizeof number) == sizeof number) acknowledged.push_back(number);
        std::this_thread::sleep_for(std::chrono::microseconds(micros));
        kill(child_, SIGKILL);
        int status = 0;
        waitpid(child_, &status, 0);
        while (read(read_end_, &number, sizeof number) == sizeof number) acknowledged.push_back(number);
        return acknowledged;
    }

  private:
    pid_t child_ = 0;
    int read_end_ = -1;
};

TEST(SubmissionKill, LosesNothingAcknowledgedAndDoublesNothing) {
    const char* wanted = std::getenv("PAMONG_TEST_KILL_ROUNDS");  // NOLINT(concurrency-mt-unsafe): no other thread yet
    const int rounds = wanted == nullptr ? 5 : std::max(1, std::atoi(wanted));
    store::TestStore test("sqlite");
    const OrgId owner = test.add_owner("Dinas contoh");
    SeededRandom random(20'261'120);
    std::set<int> acknowledged;
    int from = 0;
    for (int round = 0; round < rounds; ++round) {
        KilledServer server(test, owner, from);
        for (const int number : server.kill_after(static_cast<std::int64_t>(random.below(40'000))))
            acknowledged.insert(number);
        ASSERT_FALSE(acknowledged.empty()) << "the server never took anything";
        // The phones send what was not acknowledged again, and a little of what was.
        from = std::max(0, *acknowledged.rbegin() - 2 * phones);
    }
    const auto count = [&](std::string_view sql) {
        return test.store().read({owner, {}, now}, [&](store::Tx& tx) { return tx.number(sql, owner).value_or(-1); });
    };
    const auto kept = count("select count(*) as n from instruments_submission where org_id = $1");
    test.store().read({owner, {}, now}, [&](store::Tx& tx) {
        SqlSubmissionStore submissions(tx);
        for (const int number : acknowledged)
            EXPECT_TRUE(submissions.find(numbered(number))) << number << " was acknowledged and is gone";
        return 0;
    });
    // At most what was on its way when the program died is there without an acknowledgement: one a phone and round.
    EXPECT_LE(kept, static_cast<std::int64_t>(acknowledged.size()) + std::int64_t{phones} * rounds);
    // Each whole: the indicator and three behaviours; its answers and its score in the graph; one journal entry.
    EXPECT_EQ(count("select count(*) as n from instruments_answer where org_id = $1"), 4 * kept);
    EXPECT_EQ(count("select count(*) as n from evidence_item where org_id = $1"), 2 * kept);
    EXPECT_EQ(count("select count(*) as n from journal where org_id = $1 and kind = 'submission'"), kept);
    for (const int number : acknowledged) {
        const auto received = send_numbered(test.store(), owner, number);
        ASSERT_TRUE(received);
        ASSERT_EQ(*received, Received::same_again) << number;
    }
    EXPECT_EQ(count("select count(*) as n from instruments_submission where org_id = $1"), kept);
}

}  // namespace submission_kill_test
}  // namespace pamong::instruments
