#include "features/evaluation/domain/scale_rules.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace pamong {
namespace {

RatingScale five_bands(std::initializer_list<const char*> bounds) {
    std::vector<RatingBand> bands;
    int number = 5;
    for (const char* bound : bounds) {
        const auto name = std::to_string(number--);
        bands.push_back({BandEdge::above, *exact_from(bound), name, name, {}});
    }
    bands.push_back({BandEdge::rest, {}, "1", "1", {}});
    return *RatingScale::of({}, bands);
}

}  // namespace

TEST(ScaleRules, ReadThePercentOfAnAspect) {
    // CIPP-1 of the handbook: 301 of 14 * 5 * 5 = 350 -> 86 %
    const auto reading = percent_reading(14, 5, 5, 301, five_bands({"80", "60", "40", "20"}));
    EXPECT_EQ(reading->value, Exact(86));
    EXPECT_EQ(reading->band.name_id, "5");
    EXPECT_FALSE(percent_reading(14, 5, 5, 351, five_bands({"80", "60", "40", "20"})));
    EXPECT_FALSE(percent_reading(Exact(3, 2), 5, 5, 1, five_bands({"80", "60", "40", "20"})));
}

TEST(ScaleRules, ReadTheIdealMeanWithoutRounding) {
    // CIPP-2: Mi 30, SDi 20/3; 34 = Mi + 0.6 SDi belongs to the band below, 42 = Mi + 1.8 SDi too
    const auto scale = five_bands({"1.8", "0.6", "-0.6", "-1.8"});
    EXPECT_EQ(ideal_mean_of(10, 50).deviation, Exact(20, 3));
    EXPECT_EQ(ideal_mean_reading(10, 50, 38, scale)->band.name_id, "4");
    EXPECT_EQ(ideal_mean_reading(10, 50, 34, scale)->band.name_id, "3");
    EXPECT_EQ(ideal_mean_reading(10, 50, 42, scale)->band.name_id, "4");
    EXPECT_EQ(ideal_mean_reading(10, 50, 43, scale)->band.name_id, "5");
    EXPECT_FALSE(ideal_mean_reading(10, 50, 51, scale));
}

TEST(ScaleRules, AHigherScoreNeverGetsALowerBand) {
    const auto scale = five_bands({"1.8", "0.6", "-0.6", "-1.8"});
    rc::check("bands follow scores", [&](std::uint8_t low, std::uint8_t more) {
        const int score = low % 40 + 10;
        const int higher = std::min(50, score + more % 40);
        RC_ASSERT(ideal_mean_reading(10, 50, score, scale)->band.name_id <=
                  ideal_mean_reading(10, 50, higher, scale)->band.name_id);
    });
}

}  // namespace pamong
