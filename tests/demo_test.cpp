// The example programme: the same on both databases, whole, and honest about what a correction touches.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "app/demo/demo.h"
#include "features/evaluation/adapters/with_work.h"
#include "features/evaluation/usecases/publish.h"
#include "features/evaluation/usecases/trace.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "platform/store/testing/test_store.h"

namespace pamong {
namespace demo_test {

const evaluation::EvaluationId report_id{uuid_for_name("example: CIPP evaluation")};

/// The example made in a fresh database.
struct Example {
    explicit Example(const std::string& engine) : test(engine), world{test.store(), clock, random, test.folder()} {
        std::ostringstream out;
        made = app::run_demo(world, out);
    }
    template <class F>
    auto as_evaluator(F run) {
        const access::Actor evaluator = world.actor(world.district, "evaluator", access::Role::evaluator);
        return test.store().read(world.scope(world.district, "evaluator"), [&](store::Tx& tx) {
            evidence::SqlEvidenceStore graph(tx);
            return evaluation::with_work(tx, evaluator, world.clock.now(), graph, run);
        });
    }
    std::string report_json() {
        return test.store().read(world.scope(world.district, "evaluator"), [](store::Tx& tx) {
            return evaluation::SqlEvaluationStore(tx).newest_report_json(report_id).value_or("");
        });
    }

    store::TestStore test;
    FixedClock clock{Timestamp{}};
    SeededRandom random{2019};
    app::DemoWorld world;
    bool made = false;
};

class DemoStory : public testing::TestWithParam<std::string> {};

TEST_P(DemoStory, EveryClaimLeadsToRecordsAndACorrectionTouchesItsOwnClaimsOnly) {
    Example example(GetParam());
    ASSERT_TRUE(example.made);
    const auto verified =
        example.as_evaluator([](evaluation::Work& work) { return evaluation::verify_report(report_id, work); });
    ASSERT_TRUE(verified) << verified.error().code;
    const auto traced =
        example.as_evaluator([](evaluation::Work& work) { return evaluation::trace_report(report_id, work); });
    ASSERT_TRUE(traced);
    EXPECT_GT(traced->size(), 100U);
    for (const auto& claim : *traced) EXPECT_FALSE(claim.chain.empty()) << claim.text;

    // One observation is corrected: what rests on it is stale, and nothing else.
    const Uuid fact = uuid_for_name("example: evaluation record I1");
    const auto stale_before =
        example.as_evaluator([](evaluation::Work& work) { return evaluation::open_report(report_id, work)->stale; });
    EXPECT_TRUE(stale_before.empty());
    (void)example.test.store().write(
        example.world.scope(example.world.district, "evaluator"), [&](store::Tx& tx) -> Done {
            evidence::SqlEvidenceStore graph(tx);
            evidence::offer({evidence::Kind::source, fact, "Profil mentor (contoh)", R"({"memenuhi":4,"mentor":6})"},
                            example.world.clock.now(), graph);
            tx.journal("test.corrected", "evidence", fact);
            return {};
        });
    const auto stale =
        example.as_evaluator([](evaluation::Work& work) { return evaluation::open_report(report_id, work)->stale; });
    EXPECT_FALSE(stale.empty());
    std::set<Uuid> expected;
    for (const auto& claim : *traced)
        if (std::ranges::any_of(claim.chain, [&](const auto& link) { return link.ref.id == fact; }))
            expected.insert(claim.statement.id);
    EXPECT_EQ(stale, expected);
}

TEST(Demo, GivesTheSameReportOnBothDatabases) {
    const auto engines = store::test_store_addresses();
    if (engines.size() < 2) GTEST_SKIP() << "needs PAMONG_TEST_POSTGRES, which ./test sets";
    Example one(engines[0]);
    Example other(engines[1]);
    EXPECT_FALSE(one.report_json().empty());
    EXPECT_EQ(one.report_json(), other.report_json());
}

TEST(Demo, IsMadeInAnEmptyDatabaseOnly) {
    Example example("sqlite");
    std::ostringstream out;
    EXPECT_FALSE(app::run_demo(example.world, out));
}

INSTANTIATE_TEST_SUITE_P(Stores, DemoStory, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace demo_test
}  // namespace pamong
