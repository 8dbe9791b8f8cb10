#include <gtest/gtest.h>

#include <thread>

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/instruments/adapters/form_library.h"
#include "features/instruments/adapters/sql_submission_store.h"
#include "platform/crypto/crypto.h"
#include "platform/store/testing/test_store.h"

namespace pamong::instruments {
namespace submission_test {

const Instrument& observation() { return instruments().front(); }

std::string observed(const SubmissionId& id, int first, int second, int third, const std::string& more = "") {
    return "<data id=\"classroom_observation_2025\"><indicator>UBK</indicator><UBK><UBK1>" + std::to_string(first) +
           "</UBK1><UBK2>" + std::to_string(second) + "</UBK2><UBK3>" + std::to_string(third) + "</UBK3></UBK>" + more +
           "<meta><instanceID>uuid:" + to_string(id) + "</instanceID></meta></data>";
}

class SubmissionTest : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    store::Scope scope_{test_.add_owner("Dinas contoh"), AccountId{uuid_for_name("mentor")},
                        Timestamp{1'760'000'000'000'000}};
    Uuid mentee_ = uuid_for_name("mentee");
    access::Actor mentor_{scope_.account,
                          scope_.owner,
                          uuid_for_name("mentor person"),
                          {{access::Role::mentor, access::ScopeKind::person, uuid_for_name("mentor person")}}};

    Result<Received> send(const SubmissionId& id, const std::string& xml, std::optional<SubmissionId> corrects = {}) {
        auto answers = read_instance(xml, observation(), id);
        if (!answers) return refused(answers.error());
        return test_.store().write(scope_, [&](store::Tx& tx) {
            SqlSubmissionStore store(tx);
            evidence::SqlEvidenceStore evidence(tx);
            return submit_form({id,
                                corrects,
                                observation().code,
                                observation().version,
                                xml,
                                blake2b_hex(xml),
                                *answers,
                                scope_.now,
                                {},
                                mentee_},
                               mentor_, scope_.now, store, evidence);
        });
    }
    std::int64_t count(std::string_view sql) {
        return test_.store().read(scope_, [&](store::Tx& tx) { return tx.number(sql, scope_.owner).value_or(-1); });
    }
    SubmissionId new_id() { return make_id<SubmissionId>(scope_.now, test_.random()); }
};

TEST_P(SubmissionTest, ArrivesExactlyOnce) {
    const auto id = new_id();
    EXPECT_EQ(*send(id, observed(id, 2, 1, 1)), Received::created);
    EXPECT_EQ(*send(id, observed(id, 2, 1, 1)), Received::same_again);
    EXPECT_EQ(send(id, observed(id, 2, 2, 2)).error().code, "instruments.same_id_other_content");
    EXPECT_EQ(count("select count(*) as n from instruments_submission where org_id = $1"), 1);
    // indicator and three behaviours; 2 + 1 + 1 of 6 points, by hand
    EXPECT_EQ(count("select count(*) as n from instruments_answer where org_id = $1"), 4);
    EXPECT_EQ(count("select points from instruments_observation_now where org_id = $1"), 4);
}

TEST_P(SubmissionTest, ManyPhonesAtOnceAreTakenOnceEach) {
    std::vector<SubmissionId> ids;
    for (int i = 0; i < 20; ++i) ids.push_back(new_id());
    std::vector<std::thread> phones;
    for (int phone = 0; phone < 4; ++phone)
        phones.emplace_back([&] {
            for (const auto& id : ids) EXPECT_TRUE(send(id, observed(id, 1, 1, 1)));
        });
    for (auto& phone : phones) phone.join();
    EXPECT_EQ(count("select count(*) as n from instruments_submission where org_id = $1"), 20);
    EXPECT_EQ(count("select count(*) as n from evidence_item where org_id = $1"), 40);
}

TEST_P(SubmissionTest, ACorrectionIsANewRevisionOfTheSameEvidence) {
    const auto first = new_id();
    const auto second = new_id();
    ASSERT_TRUE(send(first, observed(first, 0, 0, 1)));
    EXPECT_EQ(*send(second, observed(second, 1, 1, 1), first), Received::created);
    EXPECT_EQ(count("select points from instruments_observation_now where org_id = $1"), 3);
    const auto revision = test_.store().read(scope_, [&](store::Tx& tx) {
        return evidence::SqlEvidenceStore(tx).newest_item(score_id(first))->ref.revision;
    });
    EXPECT_EQ(revision, 2);
}

TEST_P(SubmissionTest, TwoCorrectionsOfOneVersionAreBothKeptForAPerson) {
    const auto first = new_id();
    const auto one = new_id();
    const auto other = new_id();
    ASSERT_TRUE(send(first, observed(first, 0, 0, 1)));
    ASSERT_TRUE(send(one, observed(one, 1, 1, 1), first));
    EXPECT_EQ(*send(other, observed(other, 2, 2, 2), first), Received::conflict);
    EXPECT_EQ(count("select count(*) as n from instruments_submission where org_id = $1 and state = 'conflict'"), 2);
    EXPECT_EQ(send(new_id(), observed(first, 1, 1, 1)).error().code, "instruments.wrong_instance");
    // Correcting one of the two settles the conflict; whoever still corrects the oldest makes a new one.
    const auto merged = new_id();
    EXPECT_EQ(*send(merged, observed(merged, 2, 2, 1), other), Received::created);
    EXPECT_EQ(count("select points from instruments_observation_now where org_id = $1"), 5);
    EXPECT_EQ(count("select max(version_number) as n from instruments_submission where org_id = $1"), 4);
    const auto late = new_id();
    EXPECT_EQ(*send(late, observed(late, 0, 0, 0), first), Received::conflict);
    EXPECT_EQ(count("select count(*) as n from instruments_observation_now where org_id = $1"), 0);
}

TEST_P(SubmissionTest, CorrectionsOfOneVersionFromManyPhonesNeverWinSilently) {
    const auto first = new_id();
    ASSERT_TRUE(send(first, observed(first, 0, 0, 1)));
    std::vector<SubmissionId> ids;
    for (int i = 0; i < 6; ++i) ids.push_back(new_id());
    std::vector<std::thread> phones;
    for (const auto& id : ids) phones.emplace_back([&, id] { EXPECT_TRUE(send(id, observed(id, 1, 1, 1), first)); });
    for (auto& phone : phones) phone.join();
    EXPECT_EQ(count("select count(*) as n from instruments_submission where org_id = $1 and state = 'conflict'"), 6);
}

TEST_P(SubmissionTest, NobodyCorrectsWhatAnotherPersonSent) {
    const auto first = new_id();
    ASSERT_TRUE(send(first, observed(first, 0, 0, 1)));
    mentor_ = access::Actor(AccountId{uuid_for_name("mentee account")}, scope_.owner, mentee_,
                            {{access::Role::teacher, access::ScopeKind::person, mentee_}});
    const auto second = new_id();
    EXPECT_EQ(send(second, observed(second, 2, 2, 2), first).error().code, "instruments.unknown_version");
}

TEST_P(SubmissionTest, WhatAnEndedSessionSendsWaitsForItsOwner) {
    const auto id = new_id();
    const std::string xml = observed(id, 2, 1, 1);
    const auto quarantine = [&](const AccountId& account) {
        return test_.store().write(scope_, [&](store::Tx& tx) {
            SqlSubmissionStore store(tx);
            return quarantine_form({id,
                                    {},
                                    observation().code,
                                    observation().version,
                                    xml,
                                    blake2b_hex(xml),
                                    *read_instance(xml, observation(), id),
                                    scope_.now,
                                    {},
                                    mentee_},
                                   account, scope_.now, store);
        });
    };
    EXPECT_EQ(*quarantine(scope_.account), Received::created);
    EXPECT_EQ(*quarantine(scope_.account), Received::same_again);
    EXPECT_EQ(quarantine(AccountId{uuid_for_name("thief")}).error().code, "instruments.same_id_other_content");
    EXPECT_EQ(count("select count(*) as n from instruments_observation_now where org_id = $1"), 0);
    EXPECT_EQ(count("select count(*) as n from evidence_item where org_id = $1"), 0);
    // Signed in again, the same phone sends the same once more: now it counts.
    EXPECT_EQ(*send(id, xml), Received::created);
    EXPECT_EQ(*send(id, xml), Received::same_again);
    EXPECT_EQ(count("select points from instruments_observation_now where org_id = $1"), 4);
    EXPECT_EQ(count("select count(*) as n from instruments_submission where org_id = $1"), 1);
}

TEST_P(SubmissionTest, AnswersAreTypedAndARequiredGapIsAFlag) {
    const auto id = new_id();
    const std::string notes =
        "<notes><noted_at>2025-08-12T07:45:00.000+07:00</noted_at><note>Menyapa murid</note></notes>"
        "<notes><noted_at/><note>Diskusi</note></notes><minutes>40</minutes><observed_on/>";
    ASSERT_TRUE(send(id, observed(id, 2, 1, 1, notes)));
    EXPECT_EQ(count("select count(*) as n from instruments_answer where org_id = $1 and kind = 'choice'"), 4);
    EXPECT_EQ(count("select count(*) as n from instruments_answer where org_id = $1 and kind = 'moment'"), 1);
    EXPECT_EQ(count("select count(*) as n from instruments_answer where org_id = $1 and repeat_index = '2'"), 1);
    EXPECT_EQ(count("select count(*) as n from instruments_answer where org_id = $1 and kind = 'missing'"), 1);
    // 40 minutes as millionths
    EXPECT_EQ(count("select number from instruments_answer where org_id = $1 and path = '/data/minutes'"), 40'000'000);
}

TEST_P(SubmissionTest, HostileContentIsRefusedByName) {
    const auto id = new_id();
    const auto code = [&](const std::string& xml) { return send(id, xml).error().code; };
    EXPECT_EQ(code("not xml"), "instruments.bad_xml");
    EXPECT_EQ(code("<!DOCTYPE x [<!ENTITY a \"b\">]><data/>"), "instruments.bad_xml");
    EXPECT_EQ(code(observed(id, 1, 1, 1, "<salary>1</salary>")), "instruments.unknown_question");
    EXPECT_EQ(code(observed(id, 1, 1, 1, "<minutes>many</minutes>")), "instruments.wrong_type");
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<a>";
    for (int i = 0; i < 100; ++i) deep += "</a>";
    EXPECT_EQ(code(observed(id, 1, 1, 1, deep)), "instruments.too_deep");
    EXPECT_EQ(code(observed(id, 1, 1, 3)), "instruments.not_a_choice");
    EXPECT_EQ(code("<data id=\"pupil_voice\"/>"), "instruments.other_form");
    // 60,000 levels inside the meta part (420 kB), which is not read: nothing may recurse over it
    std::string abyss;
    for (int i = 0; i < 60'000; ++i) abyss += "<a>";
    for (int i = 0; i < 60'000; ++i) abyss += "</a>";
    EXPECT_EQ(code("<data id=\"classroom_observation_2025\"><meta>" + abyss + "</meta></data>"),
              "instruments.wrong_instance");
    EXPECT_EQ(code(std::string(600 * 1024, 'x')), "instruments.too_large");
    EXPECT_EQ(count("select count(*) as n from instruments_submission where org_id = $1"), 0);
}

INSTANTIATE_TEST_SUITE_P(Stores, SubmissionTest, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace submission_test
}  // namespace pamong::instruments
