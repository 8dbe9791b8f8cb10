// Test scores as an office imports them, and the needs that each role may see.
#include <gtest/gtest.h>

#include <algorithm>

#include "features/competence/adapters/reference.h"
#include "features/competence/adapters/score_table.h"
#include "features/competence/adapters/sql_score_store.h"
#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/people/adapters/roster_table.h"
#include "features/people/adapters/sql_people.h"
#include "platform/sheets/read.h"
#include "platform/store/testing/test_store.h"

namespace pamong::competence {
namespace competence_test {

class CompetenceTestOf : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    store::Scope scope_{test_.add_owner("Dinas contoh"), {}, Timestamp{1'760'000'000'000'000}};
    access::Actor district_{{}, scope_.owner, {}, {{access::Role::district, access::ScopeKind::all}}};
    Uuid school_one_ = uuid_for_name("SMPN 1");

    /// Six science teachers at the first school, two mathematicians at the second.
    CompetenceTestOf() {
        people::seed_regions(test_.store());
        std::string roster = "Nama;NUPTK;NPSN;Mata Pelajaran\n";
        for (int i = 1; i <= 8; ++i)
            roster += "Guru " + std::string(1, static_cast<char>('A' + i)) + ";123456789012345" + std::to_string(i) +
                      (i <= 6 ? ";10800001;IPA\n" : ";10800002;Matematika\n");
        auto rows = people::read_roster_table(read_csv(roster, "Guru")->sheets.front());
        EXPECT_TRUE(rows);
        const auto taken = test_.store().write(scope_, [&](store::Tx& tx) -> Result<people::RosterOutcome> {
            people::SqlRosterStore store(tx);
            if (auto schools = take_over_schools({{{school_one_},
                                                   "10800001",
                                                   "SMPN 1 Contoh",
                                                   people::SchoolStatus::negeri,
                                                   "SMP",
                                                   people::region_id("18.10")},
                                                  {{uuid_for_name("SMPN 2")},
                                                   "10800002",
                                                   "SMPN 2 Contoh",
                                                   people::SchoolStatus::negeri,
                                                   "SMP",
                                                   people::region_id("52.03")}},
                                                 district_, store);
                !schools)
                return schools;
            return take_over_roster(std::move(*rows), Day{20'000}, district_, scope_.now, store);
        });
        EXPECT_TRUE(taken);
    }
    Result<Recorded> import(const std::string& csv, const access::Actor& actor, bool write = true) {
        return test_.store().write(scope_, [&](store::Tx& tx) -> Result<Recorded> {
            people::SqlPeopleDirectory people(tx);
            access::Reach all;
            all.everything = true;
            const auto scores =
                read_score_table(read_csv(csv, "UKG")->sheets.front(), competence_tests().front(), people.people(all));
            if (!scores) return refused(scores.error());
            SqlScoreStore store(tx);
            evidence::SqlEvidenceStore evidence(tx);
            return record_scores(*scores, write, actor, scope_.now, store, evidence);
        });
    }
    Result<GapReport> gaps(GroupBy by, const access::Actor& actor) {
        return test_.store().read(scope_, [&](store::Tx& tx) {
            SqlScoreStore store(tx);
            people::SqlPeopleDirectory people(tx);
            return gap_report({"UKG", 2015, by}, competence_tests(), actor, store, people);
        });
    }
    access::Actor principal() {
        return {{}, scope_.owner, {}, {{access::Role::principal, access::ScopeKind::school, school_one_}}};
    }
    static std::string table(const std::string& rows) { return "NUPTK;Pedagogik;Profesional;Nilai\n" + rows; }
    static std::string everybody() {
        std::string rows;
        const std::array<int, 8> totals{40, 45, 50, 55, 60, 62, 48, 58};
        for (std::size_t i = 0; i < totals.size(); ++i)
            rows += "123456789012345" + std::to_string(i + 1) + ";;;" + std::to_string(totals[i]) + "\n";
        return table(rows);
    }
};

TEST_P(CompetenceTestOf, AFileMayBeImportedAgainAndACorrectionIsARevision) {
    EXPECT_EQ(import(everybody(), district_, false)->added, 8);  // only looked at
    EXPECT_EQ(import(everybody(), district_)->added, 8);
    EXPECT_EQ(import(everybody(), district_)->unchanged, 8);
    const auto corrected = import(table("1234567890123451;;;41\n"), district_);
    EXPECT_EQ(corrected->changed, 1);
    const auto revision = test_.store().read(scope_, [&](store::Tx& tx) {
        return tx.number("select max(revision) from evidence_item where org_id = $1 and kind = 'score'", scope_.owner);
    });
    EXPECT_EQ(revision, 2);
}

TEST_P(CompetenceTestOf, BothPartsGiveTheTotalByTheirWeights) {
    ASSERT_TRUE(import(table("1234567890123451;48,94;54.77;\n"), district_));
    const auto score =
        test_.store().read(scope_, [&](store::Tx& tx) { return SqlScoreStore(tx).of_test("UKG", 2015); });
    ASSERT_EQ(score.size(), 1U);
    EXPECT_EQ(score.front().total, Exact(53021, 1000));  // 0.3 x 48.94 + 0.7 x 54.77
}

TEST_P(CompetenceTestOf, WrongCellsAreNamedAndNothingIsSaved) {
    const auto wrong =
        import(table("999;;;50\n1234567890123452;;;tinggi\n1234567890123453;;;120\n1234567890123454;60;;\n"
                     "1234567890123455;;;50\n1234567890123455;;;51\n"),
               district_);
    ASSERT_FALSE(wrong);
    std::vector<std::string> seen;
    for (const Problem& part : wrong.error().parts) seen.push_back(part.at + " " + part.code);
    EXPECT_EQ(seen, (std::vector<std::string>{"UKG!A2 competence.person_unknown", "UKG!D3 competence.not_a_number",
                                              "UKG!D4 competence.score_range", "UKG!D5 competence.score_missing",
                                              "UKG!A7 competence.person_twice"}));
    EXPECT_FALSE(gaps(GroupBy::subject, district_)->whole);
    EXPECT_EQ(import("Sekolah;Nilai\nx;1\n", district_).error().code, "competence.who_missing");
    EXPECT_EQ(import("Nama;Kota\nGuru B;x\n", district_).error().code, "competence.which_missing");
    EXPECT_EQ(import("Nama;Nilai\n", district_).error().code, "competence.empty");
}

TEST_P(CompetenceTestOf, ADistrictSeesGroupsFromFiveOnAndNotByDifference) {
    ASSERT_TRUE(import(everybody(), district_));
    const auto report = gaps(GroupBy::subject, district_);
    ASSERT_TRUE(report);
    ASSERT_EQ(report->groups.size(), 2U);
    // Mathematics has two people; showing science would give them away by difference from the whole.
    EXPECT_TRUE(std::ranges::all_of(report->groups, &Gap::hidden));
    ASSERT_TRUE(report->whole && report->whole->mean);
    EXPECT_EQ(report->whole->mean, Exact(418, 8));
    EXPECT_EQ(report->whole->below, 4);
    EXPECT_EQ(gaps(GroupBy::province, district_)->groups.size(), 2U);
}

TEST_P(CompetenceTestOf, APrincipalSeesTheOwnSchoolOnlyAndATeacherOnlyTheirOwn) {
    ASSERT_TRUE(import(everybody(), district_));
    const auto own = gaps(GroupBy::subject, principal());
    ASSERT_TRUE(own);
    ASSERT_EQ(own->groups.size(), 1U);
    EXPECT_EQ(own->groups.front().people, 6U);
    EXPECT_EQ(own->groups.front().mean, Exact(52));  // (40+45+50+55+60+62) / 6
    EXPECT_EQ(import(everybody(), principal()).error().code, "access.not_permitted");

    const auto scores =
        test_.store().read(scope_, [&](store::Tx& tx) { return SqlScoreStore(tx).of_test("UKG", 2015); });
    const auto of = [&](const Uuid& person, const access::Actor& actor) {
        return test_.store().read(scope_, [&](store::Tx& tx) {
            SqlScoreStore store(tx);
            people::SqlPeopleDirectory people(tx);
            return scores_of(person, actor, store, people);
        });
    };
    const Uuid me = scores.front().person_id;
    const access::Actor teacher({}, scope_.owner, me, {{access::Role::teacher, access::ScopeKind::person, me}});
    EXPECT_EQ(of(me, teacher)->size(), 1U);
    EXPECT_EQ(of(scores.back().person_id, teacher).error().code, "access.not_permitted");
    EXPECT_EQ(gaps(GroupBy::subject, teacher).error().code, "access.not_permitted");
}

TEST_P(CompetenceTestOf, TheMeanCanBeCitedAndTurnsStaleWithAScore) {
    ASSERT_TRUE(import(everybody(), district_));
    const auto offer = [&] {
        return test_.store().write(scope_, [&](store::Tx& tx) {
            SqlScoreStore store(tx);
            people::SqlPeopleDirectory people(tx);
            evidence::SqlEvidenceStore evidence(tx);
            return offer_gaps({"UKG", 2015, GroupBy::subject}, competence_tests(), district_, scope_.now, store, people,
                              evidence);
        });
    };
    const auto cited = offer();
    ASSERT_TRUE(cited);
    EXPECT_EQ(offer()->revision, cited->revision);
    ASSERT_TRUE(import(table("1234567890123451;;;41\n"), district_));
    const auto traced = test_.store().read(scope_, [&](store::Tx& tx) {
        evidence::SqlEvidenceStore evidence(tx);
        return *evidence::trace(cited->id, district_, evidence);
    });
    EXPECT_EQ(traced.chain.items.size(), 9U);  // the mean and eight scores
    EXPECT_TRUE(traced.stale.contains(*cited));
}

TEST(Reference, HoldsStandardsAndThePublishedMeans) {
    EXPECT_EQ(standard_2007().size(), 24U);  // Permendiknas 16/2007: 10 + 5 + 4 + 5
    EXPECT_EQ(model_2023().size(), 12U);     // Perdirjen GTK 2626/2023
    EXPECT_EQ(model_levels_2023().size(), 5U);
    EXPECT_EQ(ukg_2015().provinces.size(), 38U);
    EXPECT_EQ(std::ranges::count_if(ukg_2015().provinces, [](const auto& one) { return one.overall.has_value(); }), 10);
    EXPECT_EQ(ukg_2015().overall, Exact(5302, 100));
}

INSTANTIATE_TEST_SUITE_P(Stores, CompetenceTestOf, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace competence_test
}  // namespace pamong::competence
