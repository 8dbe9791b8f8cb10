#include <gtest/gtest.h>

#include <algorithm>

#include "features/people/adapters/roster_table.h"
#include "features/people/adapters/school_table.h"
#include "features/people/adapters/sql_people.h"
#include "platform/sheets/read.h"
#include "platform/store/testing/test_store.h"

namespace pamong::people {
namespace people_test {

constexpr Day today{20'000};

class PeopleTest : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    store::Scope scope_{test_.add_owner("Dinas contoh"), {}, Timestamp{1'760'000'000'000'000}};
    access::Actor district_{{}, scope_.owner, {}, {{access::Role::district, access::ScopeKind::all}}};
    SchoolId one_{uuid_for_name("SMPN 1")};
    SchoolId two_{uuid_for_name("SMPN 2")};

    PeopleTest() {
        seed_regions(test_.store());
        (void)test_.store().write(scope_, [&](store::Tx& tx) {
            SqlRosterStore store(tx);
            return take_over_schools(
                {{one_, "10800001", "SMPN 1 Contoh", SchoolStatus::negeri, "SMP", region_id("18.10")},
                 {two_, "10800002", "SMPN 2 Contoh", SchoolStatus::negeri, "SMP", region_id("52.03")}},
                district_, store);
        });
    }
    Result<RosterOutcome> take_over(const std::string& csv, const access::Actor& actor) {
        return test_.store().write(scope_, [&](store::Tx& tx) -> Result<RosterOutcome> {
            auto rows = read_roster_table(read_csv(csv, "Guru")->sheets.front());
            if (!rows) return refused(rows.error());
            SqlRosterStore store(tx);
            return take_over_roster(std::move(*rows), today, actor, scope_.now, store);
        });
    }
    std::vector<std::string> names_for(const access::Actor& actor, const std::string& search = "") {
        return test_.store().read(scope_, [&](store::Tx& tx) {
            SqlPeopleDirectory directory(tx);
            std::vector<std::string> names;
            const auto page = find_people({search}, actor, directory);
            if (!page) return names;
            for (const auto& found : page->people) names.push_back(found.person.name.reveal());
            return names;
        });
    }
};

const std::string roster =
    "Nama;NUPTK;NIP;NPSN;Jenis PTK;Status Kepegawaian;Golongan;Mata Pelajaran;JK;Tanggal Lahir\n"
    "\"Sutrisno, S.Pd.\";1234567890123456;198503122010011007;10800001;Guru Mapel;PNS;III/c;IPA;L;1985-03-12\n"
    "Sari Dewi;;;10800002;Kepala Sekolah;GTY;;Matematika;P;\n";

TEST_P(PeopleTest, ARosterMayBeTakenOverAgain) {
    EXPECT_EQ(take_over(roster, district_)->added, 2);
    const auto again = take_over(roster, district_);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->updated, 1);  // known by number; the other by name and school, which is the same person, too
    EXPECT_EQ(names_for(district_).size(), 2U);
    EXPECT_EQ(names_for(district_, "sutrino"), std::vector<std::string>{"Sutrisno, S.Pd."});
}

TEST_P(PeopleTest, WrongRowsAreNamedAndNothingIsSaved) {
    const auto wrong = take_over(
        "Nama;NUPTK;NIP;NPSN;JK\nAdi;123;;10800001;L\nBela;;198513122010012007;10800001;X\n;;;99999999;\n", district_);
    ASSERT_FALSE(wrong);
    std::vector<std::string> seen;
    for (const Problem& part : wrong.error().parts) seen.push_back(part.at + " " + part.code);
    EXPECT_EQ(seen, (std::vector<std::string>{"Guru!B2 people.nuptk_length", "Guru!C3 people.nip_birth",
                                              "Guru!E3 people.sex", "Guru!A4 people.name_missing"}));
    const auto unknown = take_over("Nama;NPSN\nAdi;99999999\n", district_);
    EXPECT_EQ(unknown.error().parts.front().code, "people.unknown_school");
    EXPECT_TRUE(names_for(district_).empty());
}

TEST_P(PeopleTest, SchoolsComeWithDistrictsThatAreNewHere) {
    const auto import = [&](const std::string& csv) {
        return test_.store().write(scope_, [&](store::Tx& tx) -> Result<RosterOutcome> {
            auto rows = read_school_table(read_csv(csv, "Sekolah")->sheets.front());
            if (!rows) return refused(rows.error());
            SqlRosterStore store(tx);
            return take_over_school_rows(std::move(*rows), district_, store);
        });
    };
    const std::string heading = "NPSN;Nama Sekolah;Jenjang;Status;Kode Wilayah;Kabupaten/Kota\n";
    const auto wrong = import(heading +
                              "10800010;SMPN 10;SMP;Negeri;99.01;Kabupaten Antah\n10800011;;smp;Negeri;18;x\n"
                              "10800012;SMPN 12;SMU;Negeri;18.11;\n");
    ASSERT_FALSE(wrong);
    std::vector<std::string> seen;
    for (const Problem& part : wrong.error().parts) seen.push_back(part.at + " " + part.code);
    EXPECT_EQ(seen, (std::vector<std::string>{"Sekolah!B3 people.name_missing", "Sekolah!E3 people.region_code",
                                              "Sekolah!C4 people.school_level"}));
    EXPECT_EQ(import(heading + "10800010;SMPN 10;SMP;Negeri;99.01;Kabupaten Antah\n").error().parts.front().code,
              "people.unknown_province");
    EXPECT_EQ(import(heading + "10800010;SMPN 10;SMP;Negeri;18.99;\n").error().parts.front().code,
              "people.region_name_missing");
    const std::string good =
        heading +
        "10800010;SMPN 10;smp;Swasta;1899;Kabupaten Baru\n10800001;SMPN 1 Berganti Nama;SMP;Negeri;18.10.05;\n";
    const auto taken = import(good);
    ASSERT_TRUE(taken) << taken.error().parts.front().code;
    EXPECT_EQ(taken->added, 1);
    EXPECT_EQ(taken->updated, 1);
    EXPECT_EQ(import(good)->updated, 2);
    test_.store().read(scope_, [&](store::Tx& tx) {
        SqlPeopleDirectory directory(tx);
        EXPECT_EQ(directory.regions().at(region_id("18.99")).name, "Kabupaten Baru");
        EXPECT_EQ(directory.regions_above(region_id("18.99")).size(), 2U);  // itself and Lampung
        EXPECT_EQ(directory.schools().size(), 3U);
        return 0;
    });
}

TEST_P(PeopleTest, AProfileShowsEarlierPosts) {
    ASSERT_TRUE(take_over("Nama;NUPTK;NPSN\nSutrisno;1234567890123456;10800001\n", district_));
    ASSERT_TRUE(take_over("Nama;NUPTK;NPSN\nSutrisno;1234567890123456;10800002\n", district_));
    test_.store().read(scope_, [&](store::Tx& tx) {
        SqlPeopleDirectory directory(tx);
        access::Reach all;
        all.everything = true;
        const auto posts = directory.posts_of(directory.people(all).front().person.id);
        EXPECT_EQ(posts.size(), 2U);
        EXPECT_EQ(std::ranges::count_if(posts, [](const auto& one) { return one.ended_on.has_value(); }), 1);
        return 0;
    });
}

TEST_P(PeopleTest, ListsNamePeopleByTheirIdsAndLeaveOutStrangers) {
    ASSERT_TRUE(take_over(roster, district_));
    const auto named = test_.store().read(scope_, [&](store::Tx& tx) {
        SqlPeopleDirectory directory(tx);
        const auto people = directory.people({.everything = true});
        const auto names = directory.names_of({people.front().person.id.value, uuid_for_name("a stranger")});
        return names.size() == 1 && names.begin()->second.reveal() == people.front().person.name.reveal();
    });
    EXPECT_TRUE(named);
}

TEST_P(PeopleTest, EverybodySeesTheirOwnReachOnly) {
    ASSERT_TRUE(take_over(roster, district_));
    EXPECT_EQ(names_for(access::Actor({}, scope_.owner, {},
                                      {{access::Role::principal, access::ScopeKind::school, one_.value}})),
              std::vector<std::string>{"Sutrisno, S.Pd."});
    // A supervisor of a region sees the schools below it: Lombok Timur lies in the province 52.
    EXPECT_EQ(names_for(access::Actor({}, scope_.owner, {},
                                      {{access::Role::supervisor, access::ScopeKind::region, region_id("52")}})),
              std::vector<std::string>{"Sari Dewi"});
    EXPECT_TRUE(
        names_for(access::Actor({}, scope_.owner, {}, {{access::Role::teacher, access::ScopeKind::all}})).empty());
    EXPECT_EQ(
        take_over(roster, access::Actor({}, scope_.owner, {}, {{access::Role::principal, access::ScopeKind::all}}))
            .error()
            .code,
        "access.not_permitted");
}

INSTANTIATE_TEST_SUITE_P(Stores, PeopleTest, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace people_test
}  // namespace pamong::people
