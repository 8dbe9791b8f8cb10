// The documents that are generated from the route table are up to date.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "app/api_command.h"

namespace pamong {

class ApiDocuments : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(ApiDocuments, AreWhatTheRouteTableSays) {
    const auto [flag, path] = GetParam();
    std::ostringstream generated;
    const std::vector<std::string_view> arguments{flag};
    ASSERT_EQ(app::api_command(arguments, generated, generated), 0);
    std::ifstream file(std::string(PAMONG_SOURCE_DIR) + "/" + path);
    std::ostringstream written;
    written << file.rdbuf();
    EXPECT_TRUE(written.str() == generated.str()) << path << " is out of date: run tools/generate_api.sh";
}

INSTANTIATE_TEST_SUITE_P(Generated, ApiDocuments,
                         testing::Values(std::pair{"--openapi", "docs/api.yaml"},
                                         std::pair{"--types", "web/src/api/types.ts"}));

}  // namespace pamong
