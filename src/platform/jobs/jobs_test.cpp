// The queue's contract on both stores: two workers, a dead one, cancelling, ends.
#include <gtest/gtest.h>

#include <atomic>
#include <latch>

#include "platform/crypto/crypto.h"
#include "platform/files/content_hash.h"
#include "platform/files/testing/lossy_disk.h"
#include "platform/jobs/routes.h"
#include "platform/jobs/worker.h"
#include "platform/store/testing/test_store.h"

namespace pamong::jobs {
namespace jobs_test {

constexpr Timestamp now{1'760'000'000'000'000};
const AccountId sari{uuid_for_name("sari")};
const AccountId budi{uuid_for_name("budi")};

JobId numbered(int number) { return {uuid_for_name("job " + std::to_string(number))}; }

class Jobs : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    store::Store& store_ = test_.store();
    OrgId owner_ = test_.add_owner("Dinas contoh");
    files::LossyDisk disk_;
    files::FileStore files_{disk_, "/data/files"};
    FixedClock clock_{now};
    Log log_{clock_, LogLevel::off};
    JobKinds kinds_;
    /// Without threads of its own: the test calls run_one(). Progress is written at each step.
    WorkerOptions by_hand_{.threads = 0, .between_writes = std::chrono::milliseconds(0)};

    Result<Job> queue(int number, const std::string& kind = "count", const std::string& input = "{}",
                      const AccountId& account = sari) {
        return store_.write({owner_, account, clock_.now()},
                            [&](store::Tx& tx) { return enqueue(tx, numbered(number), kind, input); });
    }
    Job job(int number, const AccountId& account = sari) {
        return *store_.read({owner_, account, clock_.now()},
                            [&](store::Tx& tx) { return own_job(tx, numbered(number)); });
    }
    void cancel(int number) {
        (void)store_.write({owner_, sari, clock_.now()}, [&](store::Tx& tx) -> Done {
            ask_to_cancel(tx, *own_job(tx, numbered(number)));
            return {};
        });
    }
    std::optional<Job> take_as(const std::string& worker) {
        return *store_.write({{}, {}, clock_.now()}, [&](store::Tx& tx) -> Result<std::optional<Job>> {
            return take(tx, std::vector<std::string>{"count"}, worker, clock_.now().plus_seconds(-30));
        });
    }
};

TEST_P(Jobs, AreQueuedExactlyWhenTheRestOfTheChangeIs) {
    const auto refused_change = store_.write({owner_, sari, now}, [&](store::Tx& tx) -> Done {
        (void)enqueue(tx, numbered(1), "count", "{}");
        return refused("test.no");
    });
    EXPECT_FALSE(refused_change);
    EXPECT_FALSE(store_.read({owner_, sari, now}, [&](store::Tx& tx) { return own_job(tx, numbered(1)); }));
    ASSERT_TRUE(queue(1));
    EXPECT_TRUE(queue(1));  // the phone lost the answer
    EXPECT_EQ(queue(1, "count", "{\"year\":1}").error().code, "jobs.id_reused");
    EXPECT_EQ(queue(1, "count", "{}", budi).error().code, "jobs.id_reused");
    EXPECT_FALSE(store_.read({owner_, budi, now}, [&](store::Tx& tx) { return own_job(tx, numbered(1)); }));
}

TEST_P(Jobs, RunOldestFirstWithProgressAndLeaveAResultAndAFile) {
    std::vector<std::int64_t> seen;
    kinds_["count"] = [&](JobRun& run) -> Result<JobOutcome> {
        for (int step = 0; step <= 3; ++step) {
            if (auto on = run.step(step, 3); !on) return refused(on.error());
            seen.push_back(job(1).progress_done);
        }
        return JobOutcome{"{\"n\":3}", "%PDF-1.7", "application/pdf"};
    };
    ASSERT_TRUE(queue(1));
    clock_.advance_seconds(1);
    ASSERT_TRUE(queue(2));
    Worker worker(store_, files_, kinds_, clock_, log_, by_hand_);
    EXPECT_TRUE(worker.run_one());
    EXPECT_EQ(seen, (std::vector<std::int64_t>{0, 1, 2, 3}));
    EXPECT_EQ(job(1).state, JobState::done);
    EXPECT_EQ(job(2).state, JobState::waiting);
    const JobLine line = line_of(job(1), Language::id);
    ASSERT_TRUE(line.file);
    EXPECT_EQ(*line.file, files::content_hash("%PDF-1.7"));
    EXPECT_TRUE(files_.is_whole(owner_, *line.file));
    EXPECT_EQ(line.value->text, "{\"n\":3}");
    kinds_["count"] = [](JobRun&) -> Result<JobOutcome> { return JobOutcome{}; };
    EXPECT_TRUE(worker.run_one());
    EXPECT_FALSE(worker.run_one());
}

TEST_P(Jobs, WriteTheirProgressTwiceASecondAtMost) {
    kinds_["count"] = [&](JobRun& run) -> Result<JobOutcome> {
        for (int step = 0; step < 50; ++step) (void)run.step(step, 50);
        return JobOutcome{};
    };
    ASSERT_TRUE(queue(1));
    Worker worker(store_, files_, kinds_, clock_, log_, {.threads = 0, .between_writes = std::chrono::hours(1)});
    EXPECT_TRUE(worker.run_one());
    EXPECT_EQ(job(1).progress_done, 0);  // the first step was written, the others came too soon after it
    EXPECT_EQ(job(1).progress_total, 50);
}

TEST_P(Jobs, AreTakenByOneOfTwoRacingWorkers) {
    constexpr int jobs = 40;
    std::array<std::atomic<int>, jobs> runs{};
    kinds_["count"] = [&](JobRun& run) -> Result<JobOutcome> {
        for (int number = 0; number < jobs; ++number)
            if (numbered(number) == run.job().id) ++runs.at(static_cast<std::size_t>(number));
        return JobOutcome{};
    };
    for (int number = 0; number < jobs; ++number) ASSERT_TRUE(queue(number));
    // Two programs: each opens the database itself.
    const auto other_store = *store::open_store(test_.address());
    std::latch start(2);
    const auto work = [&](store::Store& store) {
        Worker worker(store, files_, kinds_, clock_, log_, by_hand_);
        start.arrive_and_wait();
        while (worker.run_one()) {
        }
    };
    {
        const std::jthread one([&] { work(store_); });
        const std::jthread two([&] { work(*other_store); });
    }
    // A worker that finds the only due row locked by the other may stop early, but nothing is left and nothing ran
    // twice.
    Worker rest(store_, files_, kinds_, clock_, log_, by_hand_);
    while (rest.run_one()) {
    }
    for (int number = 0; number < jobs; ++number) {
        EXPECT_EQ(runs.at(static_cast<std::size_t>(number)), 1) << number;
        EXPECT_EQ(job(number).state, JobState::done) << number;
        EXPECT_EQ(job(number).attempts, 1) << number;
    }
}

TEST_P(Jobs, OfADeadWorkerAreTakenAgainAndTheLateOneLeavesNothing) {
    ASSERT_TRUE(queue(1));
    const auto first = take_as("first");
    ASSERT_TRUE(first);
    EXPECT_FALSE(take_as("second"));  // it lives
    clock_.advance_seconds(20);
    EXPECT_TRUE(*store_.write({{}, {}, clock_.now()},
                              [&](store::Tx& tx) -> Result<bool> { return beat(tx, first->id, "first"); }));
    clock_.advance_seconds(20);
    EXPECT_FALSE(take_as("second"));  // its heart beat 20 seconds ago
    clock_.advance_seconds(11);
    const auto second = take_as("second");
    ASSERT_TRUE(second);
    EXPECT_EQ(second->attempts, 2);
    const auto ended_late = store_.write({{}, {}, clock_.now()}, [&](store::Tx& tx) -> Result<bool> {
        return end(tx, first->id, "first", JobState::done, "{}", std::nullopt) || beat(tx, first->id, "first") ||
               note_progress(tx, first->id, "first", 1, 1) || put_back(tx, first->id, "first");
    });
    EXPECT_FALSE(*ended_late);
    EXPECT_EQ(job(1).state, JobState::running);
}

TEST_P(Jobs, AHandlerThatWasTakenForDeadStopsAndItsFileIsNotAttached) {
    bool overtaken = false;
    kinds_["count"] = [&](JobRun& run) -> Result<JobOutcome> {
        if (!overtaken) {
            clock_.advance_seconds(31);
            overtaken = take_as("other").has_value();
            EXPECT_EQ(run.step(1, 2).error().code, "jobs.lost");
        }
        return JobOutcome{"{}", "late", "text/plain"};
    };
    ASSERT_TRUE(queue(1));
    Worker worker(store_, files_, kinds_, clock_, log_, by_hand_);
    EXPECT_TRUE(worker.run_one());
    EXPECT_TRUE(overtaken);
    EXPECT_EQ(job(1).state, JobState::running);
    EXPECT_EQ(store_.read({owner_, sari, now},
                          [&](store::Tx& tx) {
                              return tx.number("select count(*) as n from attachment where org_id = $1", owner_);
                          }),
              0);
}

TEST_P(Jobs, AreCancelledAtTheNextStepOrBeforeTheyBegin) {
    int steps = 0;
    kinds_["count"] = [&](JobRun& run) -> Result<JobOutcome> {
        for (;; ++steps) {
            if (auto on = run.step(steps, 10); !on) return refused(on.error());
            if (steps == 2) cancel(1);
        }
    };
    ASSERT_TRUE(queue(1));
    ASSERT_TRUE(queue(2));
    cancel(2);
    EXPECT_EQ(job(2).state, JobState::cancelled);
    Worker worker(store_, files_, kinds_, clock_, log_, by_hand_);
    EXPECT_TRUE(worker.run_one());
    EXPECT_EQ(steps, 3);
    EXPECT_EQ(job(1).state, JobState::cancelled);
    EXPECT_EQ(line_of(job(1), Language::id).problem->title, "Dibatalkan.");
    EXPECT_FALSE(worker.run_one());
    cancel(1);  // it has ended: nothing changes
    EXPECT_EQ(job(1).state, JobState::cancelled);
}

TEST_P(Jobs, ThatFailSayWhyAndThoseThatBreakDoNotEndTheProgram) {
    kinds_["count"] = [](JobRun& run) -> Result<JobOutcome> {
        if (run.job().input.text == "{}") return refused("files.too_large", {{"limit", "25 MiB"}});
        throw std::logic_error("our mistake");
    };
    ASSERT_TRUE(queue(1));
    ASSERT_TRUE(queue(2, "count", "{\"a\":1}"));
    Worker worker(store_, files_, kinds_, clock_, log_, by_hand_);
    while (worker.run_one()) {
    }
    EXPECT_EQ(job(1).state, JobState::failed);
    EXPECT_EQ(line_of(job(1), Language::id).problem->title, "Berkas terlalu besar. Paling besar 25 MiB.");
    EXPECT_EQ(job(2).state, JobState::failed);
    EXPECT_EQ(line_of(job(2), Language::en).problem->code, "jobs.failed");
}

TEST_P(Jobs, ThatKillTheirWorkerEachTimeAreGivenUp) {
    kinds_["count"] = [](JobRun&) -> Result<JobOutcome> { return JobOutcome{}; };
    ASSERT_TRUE(queue(1));
    for (int attempt = 0; attempt < 5; ++attempt) {
        ASSERT_TRUE(take_as("killed " + std::to_string(attempt)));
        clock_.advance_seconds(31);
    }
    Worker worker(store_, files_, kinds_, clock_, log_, by_hand_);
    EXPECT_TRUE(worker.run_one());
    EXPECT_EQ(job(1).state, JobState::failed);
    EXPECT_EQ(line_of(job(1), Language::id).problem->code, "jobs.gave_up");
}

TEST_P(Jobs, GoBackIntoTheQueueWhenTheProgramEnds) {
    std::latch begun(1);
    kinds_["count"] = [&](JobRun& run) -> Result<JobOutcome> {
        begun.count_down();
        for (;;) {
            if (auto on = run.step(0, 1); !on) return refused(on.error());
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    };
    ASSERT_TRUE(queue(1));
    {
        Worker worker(store_, files_, kinds_, clock_, log_,
                      {.threads = 2, .poll = std::chrono::milliseconds(5), .heartbeat = std::chrono::milliseconds(5)});
        begun.wait();
    }
    EXPECT_EQ(job(1).state, JobState::waiting);
    kinds_["count"] = [](JobRun&) -> Result<JobOutcome> { return JobOutcome{}; };
    Worker next(store_, files_, kinds_, clock_, log_, by_hand_);
    EXPECT_TRUE(next.run_one());
    EXPECT_EQ(job(1).state, JobState::done);
}

TEST_P(Jobs, OfKindsAWorkerDoesNotKnowAreLeftAlone) {
    kinds_["count"] = [](JobRun&) -> Result<JobOutcome> { return JobOutcome{}; };
    ASSERT_TRUE(queue(1, "of a newer version"));
    Worker worker(store_, files_, kinds_, clock_, log_, by_hand_);
    EXPECT_FALSE(worker.run_one());
    EXPECT_EQ(job(1).state, JobState::waiting);
}

TEST_P(Jobs, ShowToTheirAccountOnly) {
    http::Router router;
    add_job_routes(router);
    const auto ask = [&](const std::string& method, const std::string& path, const AccountId& account) {
        const http::HttpRequest request{.method = method, .path = path, .headers = {{"X-Pamong", "1"}}};
        return router.answer(
            request,
            [&](const http::HttpRequest&, store::Store&, Timestamp) -> Result<http::Caller> {
                return http::Caller{.account = account, .owner = owner_};
            },
            store_, now, test_.random());
    };
    ASSERT_TRUE(queue(1));
    const std::string path = "/api/v1/jobs/" + to_string(numbered(1));
    EXPECT_EQ(ask("GET", path, sari).status, 200);
    EXPECT_EQ(ask("GET", path, budi).status, 404);
    EXPECT_EQ(ask("POST", path + "/cancel", budi).status, 404);
    EXPECT_EQ(from_json<JobList>(ask("GET", "/api/v1/jobs", budi).body)->items.size(), 0U);
    EXPECT_EQ(from_json<JobLine>(ask("POST", path + "/cancel", sari).body)->state, JobState::cancelled);
    EXPECT_EQ(from_json<JobList>(ask("GET", "/api/v1/jobs", sari).body)->items.size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Stores, Jobs, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param.starts_with("sqlite") ? "Sqlite" : "Postgres"; });

}  // namespace jobs_test
}  // namespace pamong::jobs
