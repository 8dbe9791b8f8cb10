#include "base/exact.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace pamong {

TEST(Exact, KeepsFractionsThatDoNotEnd) {
    // 3 * (41/68) by hand: 123/68
    EXPECT_EQ(Exact(41, 68) * 3, Exact(123, 68));
}

TEST(Exact, PrintsHalfEvenWithoutTrailingZeros) {
    EXPECT_EQ(to_string(Exact(25, 12)), "2.0833333333");
    EXPECT_EQ(to_string(Exact(21, 2)), "10.5");
    EXPECT_EQ(fixed(Exact(5, 2), 0), "2");  // half to even, by hand
    EXPECT_EQ(fixed(Exact(7, 2), 0), "4");
    EXPECT_EQ(fixed(Exact(-1, 8), 2, ','), "-0,12");
}

TEST(Exact, ReadsWhatItPrints) {
    rc::check("text of a millionth reads back", [](int millionths) {
        const Exact value = Exact::from_millionths(millionths);
        RC_ASSERT(exact_from(to_string(value)) == value);
        RC_ASSERT(value.millionths() == millionths);
    });
}

TEST(Exact, RefusesTextThatIsNotANumber) {
    for (const char* text : {"", "-", "1.", ".5", "1e3", "1,5", " 1", "1.2.3", "99999999999999999999"})
        EXPECT_FALSE(exact_from(text)) << text;
}

}  // namespace pamong
