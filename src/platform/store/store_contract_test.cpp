// One suite, run against each store: SQLite always, PostgreSQL when PAMONG_TEST_POSTGRES names a server (./test starts
// one).
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "platform/store/store_error.h"
#include "platform/store/testing/test_store.h"

namespace pamong::store {
namespace store_contract {

struct OwnerRow {
    OrgId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(OwnerRow, (), (id, name))
struct JournalRow {
    std::string action;
    std::optional<std::int64_t> seq;
};
BOOST_DESCRIBE_STRUCT(JournalRow, (), (action, seq))
struct AccountRow {
    AccountId id;
    std::string login;
    std::string display_name;
    std::optional<std::string> password_hash;
    bool example = false;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (), (id, login, display_name, password_hash, example, created_at))

constexpr std::string_view select_owners = "select id, name from owner where id in {ids $1} order by id";
constexpr std::string_view count_journal = "select count(*) as n from journal where org_id = $1";

class StoreContract : public testing::TestWithParam<std::string> {
  protected:
    TestStore test_{GetParam()};
    Store& store_ = test_.store();
    Scope scope_{test_.add_owner("Dinas contoh"), AccountId{uuid_for_name("penguji")},
                 Timestamp{1'700'000'000'000'000}};
};

TEST_P(StoreContract, ReadsBackWhatWasWritten) {
    const AccountRow sari{
        make_id<AccountId>(scope_.now, test_.random()), "sari", "Bu Sari \"'\n é", std::nullopt, true, scope_.now};
    ASSERT_TRUE(store_.write({}, [&](Tx& tx) -> Done {
        tx.insert("account", sari);
        return {};
    }));
    const auto rows = store_.read({}, [&](Tx& tx) {
        return tx.all<AccountRow>(
            "select id, login, display_name, password_hash, example, created_at from account where login = $1", "sari");
    });
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].id, sari.id);
    EXPECT_EQ(rows[0].display_name, sari.display_name);
    EXPECT_EQ(rows[0].password_hash, std::nullopt);
    EXPECT_TRUE(rows[0].example);
    EXPECT_EQ(rows[0].created_at, scope_.now);
}

TEST_P(StoreContract, ListsOfIdsAreOneParameter) {
    const OrgId other = test_.add_owner("Lain");
    const std::string list = to_json(std::vector<OrgId>{scope_.owner, other});
    const auto rows = store_.read({}, [&](Tx& tx) { return tx.all<OwnerRow>(select_owners, list); });
    EXPECT_EQ(rows.size(), 2U);
    EXPECT_TRUE(store_.read({}, [&](Tx& tx) { return tx.all<OwnerRow>(select_owners, "[]"); }).empty());
}

TEST_P(StoreContract, AProblemOrAnExceptionLeavesNothingBehind) {
    const auto refused_write = store_.write(scope_, [&](Tx& tx) -> Done {
        tx.journal("test.change", "test", scope_.owner.value);
        return refused("test.no");
    });
    EXPECT_FALSE(refused_write);
    EXPECT_THROW(store_.write(scope_,
                              [&](Tx& tx) -> Done {
                                  tx.journal("test.change", "test", scope_.owner.value);
                                  throw std::runtime_error("no");
                              }),
                 std::runtime_error);
    EXPECT_EQ(store_.read(scope_, [&](Tx& tx) { return tx.number(count_journal, scope_.owner); }), 0);
}

TEST_P(StoreContract, AChangeWithoutAJournalEntryIsOurMistake) {
    EXPECT_THROW(store_.write(scope_,
                              [&](Tx& tx) -> Done {
                                  tx.run("insert into evidence_key (org_id, key) values ($1, $2)", scope_.owner, "k");
                                  return {};
                              }),
                 std::logic_error);
}

TEST_P(StoreContract, NamesTheKindOfABrokenConstraint) {
    const auto insert = [&](std::string_view login) {
        return store_.write({}, [&](Tx& tx) -> Done {
            tx.insert(
                "account",
                AccountRow{
                    make_id<AccountId>(scope_.now, test_.random()), std::string(login), "x", {}, false, scope_.now});
            return {};
        });
    };
    ASSERT_TRUE(insert("adi"));
    const auto kind_of = [&](auto&& act) {
        try {
            act();
        } catch (const StoreError& error) {
            return error.kind();
        }
        return StoreError::Kind::other;
    };
    EXPECT_EQ(kind_of([&] { (void)insert("adi"); }), StoreError::Kind::unique);
    EXPECT_EQ(kind_of([&] { (void)insert(""); }), StoreError::Kind::check);
    EXPECT_EQ(
        kind_of([&] {
            (void)store_.write({}, [&](Tx& tx) -> Done {
                tx.run(
                    "insert into account_code (code_hash, account_id, purpose, expires_at) values ($1, $2, 'reset', 1)",
                    "h", make_uuid(scope_.now, test_.random()));
                return {};
            });
        }),
        StoreError::Kind::foreign_key);
    // The connection is fine afterwards.
    EXPECT_TRUE(insert("budi"));
}

TEST_P(StoreContract, ManyWritersLoseNothing) {
    constexpr int threads = 8;
    constexpr int each = 25;
    std::vector<std::thread> writers;
    std::atomic<int> acknowledged = 0;
    for (int t = 0; t < threads; ++t)
        writers.emplace_back([&, t] {
            for (int i = 0; i < each; ++i) {
                const bool keep = i % 5 != 0;
                const auto done = store_.write(scope_, [&](Tx& tx) -> Done {
                    tx.journal("test.change", "test", uuid_for_name(std::to_string(t * 1000 + i)));
                    if (!keep) return refused("test.no");
                    return {};
                });
                if (done) ++acknowledged;
            }
        });
    for (auto& writer : writers) writer.join();
    EXPECT_EQ(acknowledged, threads * each * 4 / 5);
    EXPECT_EQ(store_.read(scope_, [&](Tx& tx) { return tx.number(count_journal, scope_.owner); }), acknowledged.load());
}

TEST_P(StoreContract, AReadSeesOneMoment) {
    store_.read(scope_, [&](Tx& tx) {
        const auto before = tx.number(count_journal, scope_.owner);
        (void)store_.write(scope_, [&](Tx& inner) -> Done {
            inner.journal("test.change", "test", scope_.owner.value);
            return {};
        });
        EXPECT_EQ(tx.number(count_journal, scope_.owner), before);
        return 0;
    });
}

TEST_P(StoreContract, InsertsManyRowsInOneCall) {
    std::vector<AccountRow> rows;
    for (int i = 0; i < 123; ++i)
        rows.push_back({make_id<AccountId>(scope_.now, test_.random()),
                        "guru" + std::to_string(i),
                        "Guru",
                        {},
                        false,
                        scope_.now});
    ASSERT_TRUE(store_.write({}, [&](Tx& tx) -> Done {
        tx.insert_all("account", rows);
        return {};
    }));
    EXPECT_EQ(
        store_.read({}, [](Tx& tx) { return tx.number("select count(*) as n from account where login like 'guru%'"); }),
        123);
}

TEST_P(StoreContract, MigratingAgainChangesNothing) { EXPECT_EQ(*migrate(store_, scope_.now), 0); }

TEST_P(StoreContract, PostgresHidesRowsOfOtherOwnersWhateverTheSqlSays) {
    if (store_.engine() != Engine::postgres)
        GTEST_SKIP() << "SQLite has no row-level security; the owner fence there is the SQL itself";
    ASSERT_TRUE(store_.write(scope_, [&](Tx& tx) -> Done {
        tx.journal("test.change", "test", scope_.owner.value);
        return {};
    }));
    Scope other = scope_;
    other.owner = test_.add_owner("Tetangga");
    const auto seen = store_.read(other, [&](Tx& tx) { return tx.number("select count(*) as n from journal"); });
    EXPECT_EQ(seen, 0);
}

INSTANTIATE_TEST_SUITE_P(Stores, StoreContract, testing::ValuesIn(test_store_addresses()),
                         [](const auto& tested) { return tested.param.starts_with("sqlite") ? "Sqlite" : "Postgres"; });

}  // namespace store_contract
}  // namespace pamong::store
