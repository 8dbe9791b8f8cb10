#include "platform/json/json.h"

#include <gtest/gtest.h>

namespace pamong {
namespace json_test {

enum class Mood { good, bad };
BOOST_DESCRIBE_ENUM(Mood, good, bad)
struct Item {
    std::string name;
    std::int64_t score = 0;
};
BOOST_DESCRIBE_STRUCT(Item, (), (name, score))
struct Sheet {
    std::vector<Item> items;
    std::optional<Day> day;
    Mood mood = Mood::good;
    Exact share;
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (items, day, mood, share))

TEST(Json, WritesAndReadsTheSameValue) {
    const std::string text =
        R"({"items":[{"name":"a\"b\n","score":3}],"day":"2025-02-28","mood":"bad","share":"17.2"})";
    const auto sheet = from_json<Sheet>(text);
    ASSERT_TRUE(sheet) << sheet.error().code << " " << sheet.error().at;
    EXPECT_EQ(sheet->share, Exact(172, 10));
    EXPECT_EQ(to_json(*sheet), text);
}

TEST(Json, NamesThePathOfWhatIsWrong) {
    const auto at = [](std::string_view text) {
        const auto sheet = from_json<Sheet>(text);
        return sheet ? std::string("fine") : sheet.error().code + " " + sheet.error().at;
    };
    EXPECT_EQ(at(R"({"items":[{"name":"a","score":"x"}],"mood":"good","share":1})"),
              "json.expected_whole_number items[0].score");
    EXPECT_EQ(at(R"({"items":[{"name":"a"}],"mood":"good","share":1})"), "json.missing items[0].score");
    EXPECT_EQ(at(R"({"items":[],"mood":"ugly","share":1})"), "json.expected_choice mood");
    EXPECT_EQ(at(R"({"items":[],"mood":"good","share":1,"extra":2})"), "json.unknown extra");
    EXPECT_EQ(at(R"({"items":[],"day":"2025-02-30","mood":"good","share":1})"), "json.expected_day day");
    EXPECT_EQ(at(R"({"items":[)"), "json.syntax ");
    EXPECT_EQ(at(std::string(100, '[')), "json.syntax ");
}

TEST(Json, OptionalMembersMayBeMissing) { ASSERT_TRUE(from_json<Sheet>(R"({"items":[],"mood":"good","share":0.5})")); }

TEST(Json, CanonicalTextSortsKeys) {
    EXPECT_EQ(canonical_json(*parse_json(R"({"b":1,"a":{"d":[1.5,null],"c":"x"}})")),
              R"({"a":{"c":"x","d":[1.5,null]},"b":1})");
}

}  // namespace json_test
}  // namespace pamong
