#include <gtest/gtest.h>

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/outcomes/adapters/result_table.h"
#include "features/outcomes/adapters/sql_class_result_store.h"
#include "platform/sheets/read.h"
#include "platform/store/testing/test_store.h"

namespace pamong::outcomes {
namespace class_results_test {

const Uuid school = uuid_for_name("SMP contoh");

class ClassResultsTest : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    store::Scope scope_{test_.add_owner("Dinas contoh"), {}, Timestamp{1'760'000'000'000'000}};
    access::Actor principal_{{}, scope_.owner, {}, {{access::Role::principal, access::ScopeKind::school, school}}};

    Result<Recorded> record(const std::vector<ClassResult>& results, const access::Actor& actor) {
        return test_.store().write(scope_, [&](store::Tx& tx) {
            SqlClassResultStore store(tx);
            evidence::SqlEvidenceStore evidence(tx);
            return record_class_results(results, actor, scope_.now, store, evidence);
        });
    }
    std::vector<ClassResult> seen_by(const access::Actor& actor) {
        return test_.store().read(scope_, [&](store::Tx& tx) {
            SqlClassResultStore store(tx);
            return class_results(actor, "", store).value_or(std::vector<ClassResult>{});
        });
    }
};

std::string table(const std::string& rows) {
    return "guru_id;kelas;mapel;instrumen;periode;tanggal;murid;rerata;sd;tuntas\n" + rows;
}
const std::string good_row =
    to_string(uuid_for_name("guru")) + ";VIII-A;IPA;Sumatif IPA;2025/2026 ganjil;2025-12-08;28;72,5;8,1;21\n";

Result<std::vector<ClassResult>> read_rows(const std::string& text) {
    return read_result_table(read_csv(text, "Hasil")->sheets.front(), school);
}

TEST_P(ClassResultsTest, AnImportedFileMayBeImportedAgain) {
    const auto results = read_rows(table(good_row));
    ASSERT_TRUE(results) << results.error().code;
    EXPECT_EQ(record(*results, principal_)->added, 1);
    EXPECT_EQ(record(*results, principal_)->unchanged, 1);
    auto corrected = *results;
    corrected.front().mean = Exact(74);
    EXPECT_EQ(record(corrected, principal_)->changed, 1);
    ASSERT_EQ(seen_by(principal_).size(), 1U);
    EXPECT_EQ(seen_by(principal_).front().mean, Exact(74));
}

TEST_P(ClassResultsTest, WrongCellsAreNamedAndNothingIsSaved) {
    const auto results =
        read_rows(table(good_row + "x;VIII-B;IPA;Sumatif IPA;2025/2026 ganjil;8 Desember;28;tujuh;;\n"));
    ASSERT_FALSE(results);
    ASSERT_EQ(results.error().parts.size(), 3U);
    EXPECT_EQ(results.error().parts[0].at, "Hasil!A3");
    EXPECT_EQ(results.error().parts[1].at, "Hasil!F3");
    EXPECT_EQ(results.error().parts[2].code, "outcomes.number");
}

TEST_P(ClassResultsTest, APrincipalRecordsAndSeesTheOwnSchoolOnly) {
    auto elsewhere = *read_rows(table(good_row));
    elsewhere.front().school_id = uuid_for_name("sekolah lain");
    EXPECT_EQ(record(elsewhere, principal_).error().code, "access.not_permitted");
    const access::Actor district({}, scope_.owner, {}, {{access::Role::district, access::ScopeKind::all}});
    ASSERT_TRUE(record(elsewhere, district));
    EXPECT_TRUE(seen_by(principal_).empty());
    EXPECT_EQ(seen_by(district).size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Stores, ClassResultsTest, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace class_results_test
}  // namespace pamong::outcomes
