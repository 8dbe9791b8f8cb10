#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "features/qualitative/domain/triangulation.h"
#include "features/qualitative/domain/written.h"

namespace pamong::qualitative {
namespace {

Voice says(InformantRole role, Technique technique, int day, Stance stance = Stance::supports) {
    return {role, technique, Day{day}, stance};
}

}  // namespace

TEST(Segment, CountsCodePointsAndNotBytes) {
    // "é" has two bytes, the emoji four; the words are counted by hand
    const std::string text = "Bu Éva senang 🙂 sekali";
    EXPECT_EQ(code_points(text), 22U);
    EXPECT_EQ(stretch(text, 3, 6), "Éva");
    EXPECT_EQ(stretch(text, 14, 22), "🙂 sekali");
}

TEST(Segment, IsAStretchOfItsTextOrNothing) {
    EXPECT_FALSE(stretch("lima", 2, 2));
    EXPECT_FALSE(stretch("lima", 3, 2));
    EXPECT_FALSE(stretch("lima", 0, 5));
    EXPECT_FALSE(stretch("lima", 5, 6));
    EXPECT_EQ(stretch("lima", 0, 4), "lima");
}

TEST(Segment, TwoHalvesMakeTheWhole) {
    rc::check("cutting a text loses nothing", [](const std::vector<std::uint8_t>& picks, std::uint8_t cut_at) {
        std::string text;
        for (const auto pick : picks) text += std::vector<std::string>{"a", "é", "€", "🙂"}[pick % 4];
        const std::size_t cut = picks.empty() ? 0 : cut_at % (picks.size() + 1);
        RC_ASSERT(code_points(text) == picks.size());
        RC_ASSERT(stretch(text, 0, cut).value_or("") + stretch(text, cut, picks.size()).value_or("") == text);
    });
}

TEST(WrittenText, IsRefusedWhenItIsBlankTooLongOrHasControlCharacters) {
    EXPECT_EQ(check_written(" \n", "claim").error().code, "written.missing");
    EXPECT_TRUE(check_written("", "memo", 10, Needed::no));
    EXPECT_EQ(check_written("ééééé", "memo", 4).error().code, "written.too_long");
    EXPECT_TRUE(check_written("éééé", "memo", 4));
    EXPECT_EQ(check_written(std::string_view("a\0b", 3), "memo").error().code, "written.control");
    EXPECT_EQ(tidy_text("satu\r\ndua\rtiga\x07"), "satu\ndua\ntiga");
}

TEST(Triangulation, NeedsTwoRolesTwoTechniquesAndTwoDates) {
    auto claim = triangulate({says(InformantRole::mentee, Technique::interview, 1)});
    EXPECT_FALSE(claim.two_roles || claim.two_techniques || claim.two_dates);
    EXPECT_EQ(claim.verdict, Verdict::consistent);

    claim = triangulate(
        {says(InformantRole::mentee, Technique::interview, 1), says(InformantRole::head, Technique::document, 2)});
    EXPECT_TRUE(claim.two_roles && claim.two_techniques && claim.two_dates);
    EXPECT_EQ(claim.cells.size(), 2U);
}

TEST(Triangulation, IsPartlyConsistentWhenTheMinorityContradicts) {
    const auto mentor = says(InformantRole::mentor, Technique::interview, 1, Stance::contradicts);
    EXPECT_EQ(triangulate({says(InformantRole::mentee, Technique::interview, 1), mentor}).verdict,
              Verdict::inconsistent);
    EXPECT_EQ(triangulate({says(InformantRole::mentee, Technique::interview, 1),
                           says(InformantRole::head, Technique::interview, 1), mentor})
                  .verdict,
              Verdict::partly_consistent);
    EXPECT_EQ(triangulate({}).verdict, Verdict::silent);
}

}  // namespace pamong::qualitative
