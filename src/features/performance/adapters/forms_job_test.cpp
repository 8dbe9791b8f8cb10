// The forms of a whole school as background work: what the principal may read becomes one PDF, with progress and
// cancel.
#include "features/performance/adapters/forms_job.h"

#include <gtest/gtest.h>

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/people/adapters/sql_people.h"
#include "features/performance/adapters/appraisal_view.h"
#include "features/performance/adapters/sql_appraisal_store.h"
#include "platform/files/testing/lossy_disk.h"
#include "platform/jobs/routes.h"
#include "platform/store/testing/test_store.h"

namespace pamong::performance {
namespace forms_job_test {

constexpr int teachers = 30;
const Uuid school = uuid_for_name("SMP contoh");
const jobs::JobId print{uuid_for_name("print")};

class FormsJob : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    Timestamp now_{1'760'000'000'000'000};
    OrgId owner_ = test_.add_owner("Dinas contoh");
    access::Actor principal_{AccountId{uuid_for_name("account")},
                             owner_,
                             uuid_for_name("head"),
                             {{access::Role::principal, access::ScopeKind::school, school}}};
    access::Actor acting_ = principal_;
    files::LossyDisk disk_;
    files::FileStore files_{disk_, "/data/files"};
    FixedClock clock_{now_};
    Log log_{clock_, LogLevel::off};
    std::function<void()> between_{};
    jobs::JobKinds kinds_{{std::string(forms_job_kind),
                           forms_job([](store::Tx& tx) { return std::make_unique<evidence::SqlEvidenceStore>(tx); },
                                     [](store::Tx& tx) { return std::make_unique<people::SqlPeopleDirectory>(tx); },
                                     [this](store::Tx&) {
                                         if (between_) between_();
                                         return acting_;
                                     })}};

    void SetUp() override {
        const auto opened = test_.store().write(scope(), [&](store::Tx& tx) -> Done {
            SqlAppraisalStore store(tx);
            evidence::SqlEvidenceStore evidence(tx);
            const AppraisalDesk desk{principal_, now_, store, evidence, performance_rules().matrix, {}, {}};
            for (int number = 0; number < teachers; ++number) {
                const std::string name = "teacher " + std::to_string(number);
                const auto one = open_appraisal({AppraisalId{uuid_for_name("appraisal of " + name)},
                                                 uuid_for_name(name), school, number < 10 ? 2024 : 2025, "UBK"},
                                                desk);
                if (!one) return refused(one.error());
            }
            return {};
        });
        ASSERT_TRUE(opened) << opened.error().code;
    }
    store::Scope scope() { return {owner_, principal_.account(), now_}; }
    jobs::Job run(const std::string& input) {
        EXPECT_TRUE(test_.store().write(
            scope(), [&](store::Tx& tx) { return jobs::enqueue(tx, print, forms_job_kind, input); }));
        jobs::Worker worker(test_.store(), files_, kinds_, clock_, log_,
                            {.threads = 0, .between_writes = std::chrono::milliseconds(0)});
        EXPECT_TRUE(worker.run_one());
        return *test_.store().read(scope(), [&](store::Tx& tx) { return jobs::own_job(tx, print); });
    }
};

TEST_P(FormsJob, PrintsEveryFormOfTheYearIntoOneFile) {
    const auto job = run("{\"year\":2025}");
    const auto line = jobs::line_of(job, Language::id);
    ASSERT_EQ(job.state, jobs::JobState::done) << (line.problem ? line.problem->code : "");
    EXPECT_EQ(line.value->text, "{\"forms\":20}");  // 30 teachers, 10 of them in 2024
    EXPECT_EQ(line.progress_total, 20);
    EXPECT_GT(line.progress_done, 10);
    ASSERT_TRUE(line.file);
    EXPECT_EQ(files_.read(owner_, *line.file, 0, 5), "%PDF-");
}

TEST_P(FormsJob, StopsWhenItIsCancelled) {
    between_ = [&] {
        (void)test_.store().write(scope(), [&](store::Tx& tx) -> Done {
            jobs::ask_to_cancel(tx, *jobs::own_job(tx, print));
            return {};
        });
    };
    EXPECT_EQ(run("{\"year\":null}").state, jobs::JobState::cancelled);
    EXPECT_TRUE(files_.hashes(owner_).empty());
}

TEST_P(FormsJob, PrintsNothingForWhoeverLostTheRoleMeanwhile) {
    acting_ = access::Actor(principal_.account(), owner_, principal_.person(), {});
    const auto job = run("{\"year\":null}");
    EXPECT_EQ(job.state, jobs::JobState::failed);
    EXPECT_EQ(jobs::line_of(job, Language::id).problem->code, "performance.nothing_to_print");
}

INSTANTIATE_TEST_SUITE_P(Stores, FormsJob, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param.starts_with("sqlite") ? "Sqlite" : "Postgres"; });

}  // namespace forms_job_test
}  // namespace pamong::performance
