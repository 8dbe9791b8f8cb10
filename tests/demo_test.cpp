// The example programme: the same on both databases, whole, and honest about what a correction touches.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "app/demo/demo_submissions.h"
#include "app/export_left_out.h"
#include "features/evaluation/adapters/with_work.h"
#include "features/evaluation/usecases/publish.h"
#include "features/evaluation/usecases/trace.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/instruments/adapters/sql_instrument_store.h"
#include "features/instruments/adapters/sql_submission_store.h"
#include "platform/crypto/crypto.h"
#include "platform/store/canonical.h"
#include "platform/store/testing/test_store.h"
#include "platform/store/transfer.h"

namespace pamong {
namespace demo_test {

const evaluation::EvaluationId report_id{uuid_for_name("example: CIPP evaluation")};

struct IdRow {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(IdRow, (), (id))

/// The example made in a fresh database.
struct Example {
    explicit Example(const std::string& engine)
        : test(engine), world{test.store(), clock, random, test.folder(), *day_of(2026, 2, 2)} {
        instruments::publish_shipped(test.store(), clock.now());
        std::ostringstream out;
        made = app::run_demo(world, out).has_value();
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

    /// The first observation of the first mentee, sent again with another rating. Returns the id of its first version.
    instruments::SubmissionId correct_first_observation() {
        const auto& seen = world.observed.front();
        const auto sender = world.teacher(seen.mentor, access::Role::mentor);
        clock.set(seen.held_at.plus_seconds(std::int64_t{3} * 86'400));
        const auto corrected = test.store().write(
            {world.district.id, sender.account(), clock.now()},
            [&](store::Tx& tx) -> Result<instruments::SubmissionId> {
                instruments::SqlSubmissionStore store(tx);
                evidence::SqlEvidenceStore graph(tx);
                const auto sent =
                    tx.one<IdRow>("select id from instruments_observation_now where org_id = $1 and session_id = $2",
                                  tx.owner(), seen.session);
                auto before = store.find({sent->id});
                auto xml = before->xml;
                const auto digit = xml.find("1>", xml.find("</minutes>")) + 2;
                xml[digit] = xml[digit] == '2' ? '1' : '2';
                const auto id = make_id<instruments::SubmissionId>(clock.now(), random);
                const std::string old_id = to_string(before->id);
                xml.replace(xml.find(old_id), old_id.size(), to_string(id));
                const auto& form = app::example_form("classroom_observation_2025");
                auto answers = instruments::read_instance(xml, form, id);
                const auto received = instruments::submit_form(
                    {id, before->id, form.code, form.version, xml, blake2b_hex(xml), *answers, clock.now(),
                     before->session_id, before->subject_person_id, form.title_id},
                    sender, clock.now(), store, graph);
                if (!received) return refused(received.error());
                return before->first_id;
            });
        EXPECT_TRUE(corrected) << (corrected ? "" : corrected.error().code);
        return *corrected;
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

    // One classroom observation is corrected by the mentor who sent it: what rests on it is stale, and nothing else.
    const auto stale_before =
        example.as_evaluator([](evaluation::Work& work) { return evaluation::open_report(report_id, work)->stale; });
    EXPECT_TRUE(stale_before.empty());
    const auto corrected = example.correct_first_observation();
    const std::set<Uuid> facts{corrected.value, instruments::score_id(corrected)};
    const auto stale =
        example.as_evaluator([](evaluation::Work& work) { return evaluation::open_report(report_id, work)->stale; });
    EXPECT_FALSE(stale.empty());
    std::set<Uuid> expected;
    for (const auto& claim : *traced)
        if (std::ranges::any_of(claim.chain, [&](const auto& link) { return facts.contains(link.ref.id); }))
            expected.insert(claim.statement.id);
    EXPECT_EQ(stale, expected);
}

std::string exported(store::Store& store) {
    std::string lines;
    store.run_read({}, [&](store::Tx& tx) {
        store::canonical_lines(tx.connection(), app::is_left_out,
                               [&](std::string_view line) { lines += std::string(line) + '\n'; });
    });
    return lines;
}

/// The first line that differs, so that a failure says what to look at and not 20 MB.
std::string first_difference(const std::string& one, const std::string& other) {
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
    if (at == one.size() && at == other.size()) return "";
    const auto begin = at == 0 ? 0 : one.rfind('\n', at - 1) + 1;
    return one.substr(begin, one.find('\n', at) - begin) + "\nand\n" +
           other.substr(begin, other.find('\n', std::min(at, other.size())) - begin);
}

TEST(Demo, GivesTheSameReportOnBothDatabases) {
    const auto engines = store::test_store_addresses();
    if (engines.size() < 2) GTEST_SKIP() << "needs PAMONG_TEST_POSTGRES, which ./test sets";
    Example one(engines[0]);
    Example other(engines[1]);
    EXPECT_FALSE(one.report_json().empty());
    EXPECT_EQ(one.report_json(), other.report_json());

    const std::string lines = exported(one.test.store());
    EXPECT_GT(std::ranges::count(lines, '\n'), 10'000);
    EXPECT_EQ(first_difference(lines, exported(other.test.store())), "");

    // SQLite to PostgreSQL and back: nothing is lost or changed on the way, secrets included.
    store::TestStore there(engines[1]);
    store::TestStore back(engines[0]);
    const auto to_postgres = store::copy_database(one.test.store(), there.store(), false);
    ASSERT_TRUE(to_postgres);
    const auto to_sqlite = store::copy_database(there.store(), back.store(), false);
    ASSERT_TRUE(to_sqlite);
    EXPECT_EQ(to_postgres->hash, to_sqlite->hash);
    EXPECT_EQ(first_difference(lines, exported(back.store())), "");
}

TEST(Demo, IsMadeInAnEmptyDatabaseOnly) {
    Example example("sqlite");
    std::ostringstream out;
    const auto again = app::run_demo(example.world, out);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "app.demo_not_empty");
}

INSTANTIATE_TEST_SUITE_P(Stores, DemoStory, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace demo_test
}  // namespace pamong
