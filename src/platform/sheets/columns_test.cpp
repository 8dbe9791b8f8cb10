#include "platform/sheets/columns.h"

#include <gtest/gtest.h>

#include "platform/sheets/read.h"

namespace pamong {
namespace {

const std::vector<WantedColumn> dapodik{
    {"name", {"Nama", "Nama Lengkap"}, true},
    {"nuptk", {"NUPTK"}, true},
    {"born_on", {"Tanggal Lahir", "Tgl Lahir"}, true},
    {"sex", {"JK", "L/P", "Jenis Kelamin"}, false},
};

TEST(MatchColumns, FindsHeadingsBelowTitleLinesWhateverTheirSpelling) {
    const auto book = read_csv(
        "Daftar Guru,,,,\nSD NEGERI 1 PALU,,,,\n\nNo.,NAMA  LENGKAP,n u p t k,Tgl. "
        "Lahir,L/P\n1,Sari,123,1985-03-15,P\n");
    ASSERT_TRUE(book);
    const Sheet& sheet = book->sheets[0];
    const auto match = match_columns(sheet, dapodik);
    EXPECT_EQ(match.heading_row, 3U);
    EXPECT_TRUE(match.complete());
    EXPECT_EQ(match.unknown, std::vector<std::string>{"No."});
    EXPECT_EQ(match.text(sheet, 4, "name"), "Sari");
    EXPECT_EQ(match.text(sheet, 4, "born_on"), "1985-03-15");
    EXPECT_EQ(match.text(sheet, 4, "sex"), "P");
    EXPECT_EQ(match.text(sheet, 4, "nothing"), "");
    EXPECT_FALSE(match.problem(sheet, dapodik));
}

TEST(MatchColumns, ListsWhatIsMissing) {
    const auto book = read_csv("Nama,Alamat\nSari,Palu\n", "Guru");
    const auto match = match_columns(book->sheets[0], dapodik);
    EXPECT_EQ(match.missing, (std::vector<std::string>{"nuptk", "born_on"}));
    const auto problem = match.problem(book->sheets[0], dapodik);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->code, "sheets.columns_missing");
    EXPECT_EQ(problem->at, "Guru!1");
    ASSERT_EQ(problem->parts.size(), 2U);
    EXPECT_EQ(problem->parts[1].values.at("column"), "Tanggal Lahir");
}

TEST(MatchColumns, PrefersTheFirstNameWhereTwoHeadingsMeanTheSame) {
    const auto book = read_csv("Nama Lengkap,NUPTK,Tgl Lahir,Nama\nSari Dewi,1,2,Sari\n", "Guru");
    const auto match = match_columns(book->sheets[0], dapodik);
    EXPECT_EQ(match.column_of.at("name"), 3U);
    ASSERT_EQ(match.notes.size(), 1U);
    EXPECT_EQ(match.notes[0].at, "Guru!A1");
    EXPECT_EQ(match.notes[0].values.at("used"), "Guru!D1");
}

TEST(MatchColumns, TakesAnEmptySheet) {
    const Sheet nothing{.name = "x"};
    EXPECT_EQ(match_columns(nothing, dapodik).missing.size(), 3U);
}

}  // namespace
}  // namespace pamong
