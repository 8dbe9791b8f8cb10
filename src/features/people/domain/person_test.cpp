#include "features/people/domain/person.h"

#include <gtest/gtest.h>

namespace pamong::people {
namespace {

TEST(FoldedName, LeavesOutTitlesAndDegrees) {
    EXPECT_EQ(folded_name("Drs. H. Sutrisno, M.Pd."), "sutrisno");
    EXPECT_EQ(folded_name("NI'MATUL  Hidayah"), "nimatul hidayah");
    EXPECT_EQ(folded_name("Dr."), "dr ");  // nothing but a title is kept as it is
}

TEST(SearchFinds, MisspeltNames) {
    EXPECT_TRUE(search_finds("sutrino", "sutrisno"));
    EXPECT_TRUE(search_finds("sutri", "sutrisno hadi"));
    EXPECT_TRUE(search_finds("hidaya", "nimatul hidayah"));
    EXPECT_TRUE(search_finds("muhamad rizki", "muhammad rizky"));
    EXPECT_FALSE(search_finds("budi", "sutrisno hadi"));
    EXPECT_FALSE(search_finds("sari dewi", "sari"));
}

}  // namespace
}  // namespace pamong::people
