#include <gtest/gtest.h>

#include "features/evidence/adapters/sql_evidence_store.h"
#include "platform/store/testing/test_store.h"

namespace pamong::evidence {
namespace evidence_store_test {

class EvidenceStoreTest : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    store::Scope scope_{test_.add_owner("Dinas contoh"), {}, Timestamp{1'700'000'000'000'000}};

    ItemRef offer_one(const char* name, std::string content, std::vector<std::pair<ItemRef, Why>> rests_on = {}) {
        return *test_.store().write(scope_, [&](store::Tx& tx) -> Result<ItemRef> {
            SqlEvidenceStore evidence(tx);
            tx.journal("test.offered", "evidence", uuid_for_name(name));
            return offer({Kind::answer, uuid_for_name(name), name, content, rests_on}, scope_.now, evidence);
        });
    }
    Trace trace_of(const char* name) {
        const access::Actor evaluator({}, scope_.owner, {}, {{access::Role::evaluator, access::ScopeKind::all}});
        return test_.store().read(scope_, [&](store::Tx& tx) {
            SqlEvidenceStore evidence(tx);
            return *trace(uuid_for_name(name), evaluator, evidence);
        });
    }
};

TEST_P(EvidenceStoreTest, OfferingTheSameFactAgainKeepsItsRevision) {
    EXPECT_EQ(offer_one("observasi", R"({"score":4})").revision, 1);
    EXPECT_EQ(offer_one("observasi", R"({"score":4})").revision, 1);
    EXPECT_EQ(offer_one("observasi", R"({"score":5})").revision, 2);
}

TEST_P(EvidenceStoreTest, CorrectingARecordMakesOnlyItsOwnClaimsStale) {
    const auto first = offer_one("observasi 1", R"({"score":4})");
    const auto second = offer_one("observasi 2", R"({"score":3})");
    const auto mean = offer_one("rata-rata 1", R"({"mean":4})", {{first, Why::derived_from}});
    offer_one("klaim 1", R"({"text":"x"})", {{mean, Why::supports}});
    offer_one("klaim 2", R"({"text":"y"})", {{second, Why::supports}});
    EXPECT_TRUE(trace_of("klaim 1").stale.empty());

    offer_one("observasi 1", R"({"score":5})");
    const auto traced = trace_of("klaim 1");
    EXPECT_EQ(traced.chain.items.size(), 3U);
    EXPECT_EQ(traced.stale, (std::set<ItemRef>{mean, {uuid_for_name("klaim 1"), 1}}));
    EXPECT_TRUE(trace_of("klaim 2").stale.empty());
}

TEST_P(EvidenceStoreTest, SomebodyWithoutThePermissionSeesNoChain) {
    offer_one("observasi", "{}");
    const access::Actor teacher({}, scope_.owner, {}, {{access::Role::teacher, access::ScopeKind::all}});
    const auto refusal = test_.store().read(scope_, [&](store::Tx& tx) {
        SqlEvidenceStore evidence(tx);
        return trace(uuid_for_name("observasi"), teacher, evidence);
    });
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().code, "access.not_permitted");
}

TEST_P(EvidenceStoreTest, AScopeBelowTheOfficeNamesRecordsButOpensClaimsOnly) {
    offer_one("observasi", "{}");
    const access::Actor principal({}, scope_.owner, {},
                                  {{access::Role::principal, access::ScopeKind::school, uuid_for_name("school")}});
    const access::Actor evaluator({}, scope_.owner, {}, {{access::Role::evaluator, access::ScopeKind::all}});
    for (const Kind closed :
         {Kind::source, Kind::answer, Kind::score, Kind::coding, Kind::snapshot, Kind::member_check}) {
        EXPECT_FALSE(opens_content(closed, principal)) << static_cast<int>(closed);
        EXPECT_TRUE(opens_content(closed, evaluator));
    }
    EXPECT_TRUE(opens_content(Kind::result, principal));
    const auto listed = test_.store().read(scope_, [&](store::Tx& tx) {
        SqlEvidenceStore evidence(tx);
        return find_evidence({Kind::answer}, "", principal, evidence);
    });
    ASSERT_FALSE(listed);
    EXPECT_EQ(listed.error().code, "access.not_permitted");
}

INSTANTIATE_TEST_SUITE_P(Stores, EvidenceStoreTest, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace evidence_store_test
}  // namespace pamong::evidence
