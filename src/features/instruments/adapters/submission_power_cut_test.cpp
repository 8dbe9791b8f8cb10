// The power goes while submissions come in, on a disk that keeps only what was flushed: every acknowledged one is
// there, whole, when the machine starts again. (kill -9 leaves the page cache alive and could not show this.)
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <mutex>
#include <set>
#include <thread>

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/instruments/adapters/form_library.h"
#include "features/instruments/adapters/sql_submission_store.h"
#include "platform/crypto/crypto.h"
#include "platform/store/testing/lossy_vfs.h"
#include "platform/store/testing/test_store.h"

namespace pamong::instruments {
namespace submission_power_cut_test {

constexpr Timestamp now{1'760'000'000'000'000};
constexpr int phones = 4;

SubmissionId numbered(int number) { return {uuid_for_name("power cut submission " + std::to_string(number))}; }

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

/// What is left after a power cut, opened as the server would.
class AfterTheCut {
  public:
    AfterTheCut(store::LossyVfs& disk, const std::string& folder) : folder_(folder) {
        std::filesystem::create_directories(folder_);
        disk.survivors(folder_);
        store_ = *store::open_store("sqlite:" + folder_ + "/pamong.db");
    }
    AfterTheCut(const AfterTheCut&) = delete;
    AfterTheCut& operator=(const AfterTheCut&) = delete;
    ~AfterTheCut() {
        store_.reset();
        std::filesystem::remove_all(folder_);
    }
    store::Store& store() { return *store_; }
    std::int64_t count(std::string_view sql, const OrgId& owner) {
        return store_->read({owner, {}, now}, [&](store::Tx& tx) { return tx.number(sql, owner).value_or(-1); });
    }

  private:
    std::string folder_;
    std::unique_ptr<store::Store> store_;
};

TEST(SubmissionPowerCut, LosesNothingAcknowledged) {
    store::LossyVfs disk;
    store::TestStore test("sqlite");
    const OrgId owner = test.add_owner("Dinas contoh");
    std::mutex mutex;
    std::set<int> acknowledged;
    std::atomic<bool> stop = false;
    std::atomic<int> next = 0;
    std::vector<std::jthread> threads;
    for (int phone = 0; phone < phones; ++phone)
        threads.emplace_back([&] {
            while (!stop) {
                const int number = next++;
                if (!send_numbered(test.store(), owner, number)) continue;
                const std::scoped_lock lock(mutex);
                acknowledged.insert(number);
            }
        });
    constexpr int cuts = 12;
    for (int cut = 0; cut < cuts; ++cut) {
        const int syncs = disk.syncs();
        while (disk.syncs() < syncs + 3) std::this_thread::yield();
        std::set<int> promised;
        {
            const std::scoped_lock lock(mutex);
            promised = acknowledged;
        }
        AfterTheCut after(disk, test.folder() + "/cut");
        after.store().read({owner, {}, now}, [&](store::Tx& tx) {
            SqlSubmissionStore submissions(tx);
            for (const int number : promised)
                EXPECT_TRUE(submissions.find(numbered(number))) << number << " was acknowledged and is gone";
            return 0;
        });
        const auto kept = after.count("select count(*) as n from instruments_submission where org_id = $1", owner);
        EXPECT_GE(kept, static_cast<std::int64_t>(promised.size()));
        // Each whole: the indicator and three behaviours; its answers and its score in the graph; one journal entry.
        EXPECT_EQ(after.count("select count(*) as n from instruments_answer where org_id = $1", owner), 4 * kept);
        EXPECT_EQ(after.count("select count(*) as n from evidence_item where org_id = $1", owner), 2 * kept);
        EXPECT_EQ(after.count("select count(*) as n from journal where org_id = $1 and kind = 'submission'", owner),
                  kept);
    }
    stop = true;
    threads.clear();
    EXPECT_GT(acknowledged.size(), static_cast<std::size_t>(cuts));
}

TEST(SubmissionPowerCut, WouldBeSeenIfCommitsWereNotFlushed) {
    store::LossyVfs disk;
    store::TestStore test("sqlite");
    const OrgId owner = test.add_owner("Dinas contoh");
    ASSERT_TRUE(send_numbered(test.store(), owner, 0));
    test.store().run_alone([](store::Connection& connection) { connection.script("pragma synchronous = off"); });
    ASSERT_TRUE(send_numbered(test.store(), owner, 1));
    AfterTheCut after(disk, test.folder() + "/cut");
    EXPECT_EQ(after.count("select count(*) as n from instruments_submission where org_id = $1", owner), 1);
}

}  // namespace submission_power_cut_test
}  // namespace pamong::instruments
