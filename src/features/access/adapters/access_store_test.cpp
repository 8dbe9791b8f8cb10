#include <gtest/gtest.h>

#include <filesystem>

#include "features/access/adapters/home_cards.h"
#include "features/access/adapters/sql_access_store.h"
#include "features/access/adapters/sql_audit_store.h"
#include "platform/store/testing/test_store.h"

namespace pamong::access {
namespace access_store_test {

constexpr Timestamp now{1'760'000'000'000'000};

/// Hashing is tested with the platform; here a password is its own hash.
class PlainSecrets final : public Secrets {
  public:
    Result<bool> matches(const std::optional<Private<std::string>>& hash,
                         const Private<std::string>& password) override {
        return hash && *hash == password;
    }
    Result<std::string> hash(const Private<std::string>& password) override { return password.reveal(); }
    std::string token() override { return "token-" + std::to_string(++made_); }
    std::string token_hash(std::string_view token) override { return "hash of " + std::string(token); }

  private:
    int made_ = 0;
};

class AccessStoreTest : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    store::Store& store_ = test_.store();
    OrgId owner_ = test_.add_owner("Dinas Pendidikan contoh");
    store::Scope scope_{owner_, AccountId{uuid_for_name("pengelola")}, now};
    Actor administrator_{scope_.account, owner_, {}, {{Role::administrator, ScopeKind::all}}};
    PlainSecrets secrets_;

    Result<Invited> invite_teacher(const std::string& login, const Actor& actor) {
        return store_.write(scope_, [&](store::Tx& tx) {
            SqlAccountStore accounts(tx);
            return invite({AccountId{uuid_for_name(login)}, uuid_for_name("grant of " + login), login,
                           Private<std::string>("Bu Sari"), Role::teacher, ScopeKind::person, uuid_for_name("person"),
                           "", uuid_for_name("person")},
                          actor, now, accounts, secrets_);
        });
    }
    Result<AccountId> choose_password(const std::string& code, const std::string& password) {
        return store_.write({}, [&](store::Tx& tx) {
            SqlAccountStore accounts(tx);
            return use_code({code, Private(password)}, password, now, accounts, secrets_);
        });
    }
};

TEST_P(AccessStoreTest, AnInvitedTeacherChoosesAPasswordOnceAndSignsIn) {
    const auto invited = invite_teacher("sari", administrator_);
    ASSERT_TRUE(invited) << invited.error().code;
    ASSERT_TRUE(choose_password(invited->code, "kata sandi panjang"));
    EXPECT_EQ(choose_password(invited->code, "lain lagi sekali").error().code, "access.code_invalid");

    const auto account = store_.read({}, [](store::Tx& tx) { return SqlSignInStore(tx).account_with("sari"); });
    ASSERT_TRUE(account);
    EXPECT_EQ(check_password({"sari", Private<std::string>("salah")}, account, secrets_).error().code,
              "access.wrong_login");
    ASSERT_TRUE(check_password({"sari", Private<std::string>("kata sandi panjang")}, account, secrets_));

    const auto signed_in = store_.write({}, [&](store::Tx& tx) {
        SqlSignInStore accounts(tx);
        return open_session(*account, now, accounts, secrets_);
    });
    ASSERT_TRUE(signed_in);
    const auto session =
        store_.read({}, [&](store::Tx& tx) { return session_with(tx, secrets_.token_hash(signed_in->token), now); });
    ASSERT_TRUE(session);
    const Actor actor = store_.read(scope_, [&](store::Tx& tx) { return actor_of(tx, *session); });
    EXPECT_TRUE(actor.is(uuid_for_name("person")));
    EXPECT_TRUE(actor.may(own_plan));
    EXPECT_FALSE(actor.may(manage_accounts));
    EXPECT_FALSE(store_.read({}, [&](store::Tx& tx) {
        return session_with(tx, secrets_.token_hash(signed_in->token), now.plus_seconds(session_seconds));
    }));
}

TEST_P(AccessStoreTest, ALoginOfTwoOfficesSwitchesAndStaysOutOfAThird) {
    const auto invited = invite_teacher("sari", administrator_);
    ASSERT_TRUE(invited);
    const OrgId second = test_.add_owner("Yayasan contoh");
    const OrgId third = test_.add_owner("Dinas lain");
    ASSERT_TRUE(store_.write({second, scope_.account, now}, [&](store::Tx& tx) -> Done {
        SqlAccountStore accounts(tx);
        accounts.add_membership(invited->account);
        accounts.add_grant({uuid_for_name("second grant"), invited->account, {Role::facilitator, ScopeKind::all}, {}},
                           now);
        accounts.journal("account.invited", "account", invited->account.value);
        return {};
    }));
    const auto token_hash = secrets_.token_hash("her phone");
    const auto session = [&] {
        return *store_.read({}, [&](store::Tx& tx) { return session_with(tx, token_hash, now); });
    };
    const auto actor = [&] {
        return store_.read({session().owner, session().account, now},
                           [&](store::Tx& tx) { return actor_of(tx, session()); });
    };
    const auto move_to = [&](const OrgId& owner) {
        return store_.write({}, [&](store::Tx& tx) {
            SqlSignInStore accounts(tx);
            return switch_owner(token_hash, invited->account, owner, accounts);
        });
    };
    (void)store_.write({}, [&](store::Tx& tx) -> Done {
        SqlSignInStore(tx).open_session(token_hash, invited->account, owner_, now, now.plus_seconds(60));
        return {};
    });
    EXPECT_TRUE(actor().may(own_plan));
    EXPECT_FALSE(actor().may(run_workshops));

    ASSERT_TRUE(move_to(second));
    EXPECT_EQ(session().owner_name, "Yayasan contoh");
    EXPECT_TRUE(actor().may(run_workshops)) << "a facilitator there";
    EXPECT_FALSE(actor().may(own_plan)) << "and not the teacher she is at home";
    EXPECT_EQ(move_to(third).error().code, "access.not_a_member");
    EXPECT_EQ(session().owner, second);
    ASSERT_TRUE(move_to(owner_));
    EXPECT_TRUE(actor().may(own_plan));
}

TEST_P(AccessStoreTest, OnlyAnAdministratorInvites) {
    const Actor principal({}, owner_, {}, {{Role::principal, ScopeKind::all}});
    EXPECT_EQ(invite_teacher("sari", principal).error().code, "access.not_permitted");
    EXPECT_EQ(store_.read(scope_, [&](store::Tx& tx) { return tx.number("select count(*) as n from account"); }), 0);
}

TEST_P(AccessStoreTest, ALostPasswordIsMendedByANewCodeFromTheOwnOfficeOnly) {
    const auto invited = invite_teacher("sari", administrator_);
    ASSERT_TRUE(invited);
    const AccountId sari = invited->account;
    const auto renew = [&](const Actor& actor) {
        return store_.write(scope_, [&](store::Tx& tx) {
            SqlAccountStore accounts(tx);
            return renew_code(sari, actor, now, accounts, secrets_);
        });
    };
    const auto code = renew(administrator_);
    ASSERT_TRUE(code);
    EXPECT_TRUE(choose_password(code->code, "kata sandi panjang"));
    EXPECT_EQ(renew(Actor({}, owner_, {}, {{Role::principal, ScopeKind::all}})).error().code, "access.not_permitted");

    // Another office's administrator must not open this door, nor this one theirs once she works there, too.
    const OrgId elsewhere = test_.add_owner("Kantor lain");
    const store::Scope other{elsewhere, AccountId{uuid_for_name("pengelola lain")}, now};
    const Actor other_administrator{other.account, elsewhere, {}, {{Role::administrator, ScopeKind::all}}};
    const auto from_elsewhere = store_.write(other, [&](store::Tx& tx) {
        SqlAccountStore accounts(tx);
        return renew_code(sari, other_administrator, now, accounts, secrets_);
    });
    EXPECT_EQ(from_elsewhere.error().code, "access.not_found");
    (void)store_.write(other, [&](store::Tx& tx) -> Done {
        SqlAccountStore accounts(tx);
        accounts.add_membership(sari);
        tx.journal("test.joined", "account", sari.value);
        return {};
    });
    EXPECT_EQ(renew(administrator_).error().code, "access.belongs_elsewhere");
}

TEST_P(AccessStoreTest, EndedAccessTakesAllRolesHereAndNobodyLocksThemselvesOut) {
    const auto invited = invite_teacher("sari", administrator_);
    ASSERT_TRUE(invited);
    const auto end = [&](const AccountId& account, const Actor& actor) {
        return store_.write(scope_, [&](store::Tx& tx) {
            SqlAccountStore accounts(tx);
            return end_access(account, actor, now, accounts);
        });
    };
    EXPECT_EQ(end(administrator_.account(), administrator_).error().code, "access.own_account");
    EXPECT_EQ(end(invited->account, Actor({}, owner_, {}, {{Role::district, ScopeKind::all}})).error().code,
              "access.not_permitted");
    ASSERT_TRUE(end(invited->account, administrator_));
    EXPECT_EQ(end(invited->account, administrator_).error().code, "access.not_found");
    EXPECT_EQ(store_.read(scope_,
                          [&](store::Tx& tx) {
                              return tx.number("select count(*) from role_grant where org_id = $1 and ended_at is null",
                                               owner_);
                          }),
              0);
}

TEST_P(AccessStoreTest, RepeatingAnInvitationChangesNothingAndATakenLoginIsNamed) {
    ASSERT_TRUE(invite_teacher("sari", administrator_));
    const auto again = invite_teacher("sari", administrator_);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->code, "");
    const auto taken = store_.write(scope_, [&](store::Tx& tx) {
        SqlAccountStore accounts(tx);
        return invite({AccountId{uuid_for_name("other")}, uuid_for_name("g"), "sari", Private<std::string>("x"),
                       Role::evaluator, ScopeKind::all},
                      administrator_, now, accounts, secrets_);
    });
    EXPECT_EQ(taken.error().code, "access.login_taken");
}

TEST_P(AccessStoreTest, NobodyHandsOutMoreThanTheirOwnRoleReaches) {
    const auto give = [&](const Actor& actor, Grant grant, std::optional<Uuid> person) {
        return store_
            .write(scope_,
                   [&](store::Tx& tx) {
                       SqlAccountStore accounts(tx);
                       return invite(
                           {AccountId{uuid_for_name("new")}, uuid_for_name("g"), "baru", Private<std::string>("x"),
                            grant.role, grant.scope_kind, grant.scope_id, "", person},
                           actor, now, accounts, secrets_);
                   })
            .error()
            .code;
    };
    const Uuid school = uuid_for_name("school");
    const Actor of_a_school(AccountId{uuid_for_name("operator")}, owner_, {},
                            {{Role::administrator, ScopeKind::school, school}});
    EXPECT_EQ(give(of_a_school, {Role::administrator, ScopeKind::all}, {}), "access.not_permitted");
    EXPECT_EQ(give(administrator_, {Role::administrator, ScopeKind::school, school}, {}), "access.role_scope");
    EXPECT_EQ(give(administrator_, {Role::teacher, ScopeKind::all}, {}), "access.role_scope");
    EXPECT_EQ(give(administrator_, {Role::principal, ScopeKind::all}, {}), "access.role_scope");
    EXPECT_EQ(give(administrator_, {Role::teacher, ScopeKind::person, uuid_for_name("somebody else")},
                   uuid_for_name("person")),
              "access.own_person_only");
    EXPECT_EQ(store_.read({}, [](store::Tx& tx) { return tx.number("select count(*) as n from account"); }), 0);
}

TEST_P(AccessStoreTest, HomeShowsWhoCannotSignInYetAndHowFarTheChainReaches) {
    ASSERT_TRUE(invite_teacher("sari", administrator_));
    const auto cards = [&](const Actor& actor, Timestamp at) {
        return store_.read(scope_, [&](store::Tx& tx) {
            std::string shown;
            for (const HomeCard& one : access_home_cards(tx, actor, at))
                shown += one.id + ":" + std::to_string(one.count.value_or(-1)) + " ";
            return shown;
        });
    };
    EXPECT_EQ(cards(administrator_, now), "accounts-invited:1 ");
    EXPECT_EQ(cards(administrator_, now.plus_seconds(15 * 86'400)), "accounts-without-code:1 ");
    EXPECT_EQ(cards(Actor({}, owner_, {}, {{Role::district, ScopeKind::all}}), now), "");
    HeadFile heads(test_.folder() + "/heads");
    seal_all(store_, heads, now);
    const Actor officer({}, owner_, {}, {{Role::data_protection_officer, ScopeKind::all}});
    EXPECT_EQ(cards(officer, now), "audit-sealed:-1 ");
}

TEST_P(AccessStoreTest, ANewCodeVoidsTheOlderOne) {
    const auto invited = invite_teacher("sari", administrator_);
    ASSERT_TRUE(invited);
    const auto renewed = store_.write(scope_, [&](store::Tx& tx) {
        SqlAccountStore accounts(tx);
        return renew_code(invited->account, administrator_, now, accounts, secrets_);
    });
    ASSERT_TRUE(renewed);
    EXPECT_EQ(choose_password(invited->code, "kata sandi panjang").error().code, "access.code_invalid");
    EXPECT_TRUE(choose_password(renewed->code, "kata sandi panjang"));
}

TEST_P(AccessStoreTest, TheChainShowsAChangedARemovedAndACutOffEntry) {
    HeadFile heads(test_.folder() + "/heads");
    for (int i = 0; i < 5; ++i)
        (void)store_.write(scope_, [&](store::Tx& tx) -> Done {
            tx.journal("test.change", "test", uuid_for_name(std::to_string(i)));
            return {};
        });
    EXPECT_EQ(seal_all(store_, heads, now), 1);
    EXPECT_EQ(seal_all(store_, heads, now), 0);
    const auto verify = [&] {
        return store_.read(scope_, [&](store::Tx& tx) {
            SqlAuditStore audit(tx);
            return verify_journal(audit, heads.kept(owner_));
        });
    };
    EXPECT_TRUE(verify().intact());
    EXPECT_EQ(verify().entries, 5);

    const auto tamper = [&](std::string_view sql) {
        (void)store_.write(scope_, [&](store::Tx& tx) -> Done {
            tx.seal_row(sql, owner_);
            return {};
        });
    };
    tamper("update journal set action = 'test.other' where org_id = $1 and seq = 3");
    EXPECT_EQ(verify().broken_at, 3);
    tamper("update journal set action = 'test.change' where org_id = $1 and seq = 3");
    EXPECT_TRUE(verify().intact());
    tamper("delete from journal where org_id = $1 and seq = 5");
    EXPECT_TRUE(verify().cut_off);
    tamper("delete from journal where org_id = $1 and seq = 2");
    EXPECT_EQ(verify().broken_at, 2);
}

INSTANTIATE_TEST_SUITE_P(Stores, AccessStoreTest, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace access_store_test
}  // namespace pamong::access
