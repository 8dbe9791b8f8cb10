// `pamong user` as the person who runs the server would call it.
#include <gtest/gtest.h>

#include <sstream>

#include "app/user_command.h"
#include "platform/store/testing/test_store.h"

namespace pamong::app {
namespace user_command_test {

class UserCommand : public testing::TestWithParam<std::string> {
  protected:
    store::TestStore test_{GetParam()};
    std::ostringstream out_;
    std::ostringstream err_;

    int run(std::vector<std::string> words) {
        words.emplace_back("--db");
        words.push_back(test_.address());
        const std::vector<std::string_view> arguments(words.begin(), words.end());
        std::istringstream in;
        out_.str("");
        err_.str("");
        Terminal terminal{in, out_, err_};
        return user_command(arguments, terminal);
    }
};

TEST_P(UserCommand, AddsListsRenewsAndEnds) {
    test_.add_owner("Dinas contoh");
    ASSERT_EQ(run({"add", "operator", "--name", "Pak Operator", "--role", "administrator"}), exit_fine) << err_.str();
    EXPECT_NE(out_.str().find("/mulai#"), std::string::npos);
    ASSERT_EQ(run({"list"}), exit_fine);
    EXPECT_NE(out_.str().find("operator\tadministrator\t"), std::string::npos) << out_.str();
    EXPECT_EQ(run({"add", "operator"}), exit_data);
    EXPECT_NE(err_.str().find("access.login_taken"), std::string::npos);
    ASSERT_EQ(run({"code", "operator", "--json"}), exit_fine) << err_.str();
    EXPECT_TRUE(out_.str().starts_with(R"({"login":"operator","code":")")) << out_.str();
    ASSERT_EQ(run({"end", "operator"}), exit_fine) << err_.str();
    ASSERT_EQ(run({"list"}), exit_fine);
    EXPECT_EQ(out_.str(), "");
    EXPECT_EQ(run({"code", "operator"}), exit_data);
    EXPECT_NE(err_.str().find("access.not_found"), std::string::npos);
}

TEST_P(UserCommand, SaysWhatIsWrong) {
    EXPECT_EQ(run({}), exit_use);
    EXPECT_EQ(run({"add"}), exit_use);
    test_.add_owner("Dinas satu");
    EXPECT_EQ(run({"code", "siapa"}), exit_data);
    EXPECT_NE(err_.str().find("'siapa'"), std::string::npos) << err_.str();
    EXPECT_EQ(run({"add", "guru1", "--role", "teacher"}), exit_use);
    EXPECT_NE(err_.str().find("administrator"), std::string::npos) << err_.str();
    test_.add_owner("Dinas dua");
    EXPECT_EQ(run({"list"}), exit_use);
    EXPECT_NE(err_.str().find("Dinas dua"), std::string::npos);
    EXPECT_EQ(run({"list", "--owner", "Dinas dua"}), exit_fine);
}

INSTANTIATE_TEST_SUITE_P(Stores, UserCommand, testing::ValuesIn(store::test_store_addresses()),
                         [](const auto& tested) { return tested.param; });

}  // namespace user_command_test
}  // namespace pamong::app
