#include "platform/settings.h"

#include <gtest/gtest.h>

#include <fstream>

#include "platform/crypto/crypto.h"

namespace pamong {
namespace {

struct SettingsFile {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("pamong_" + random_token() + ".toml");
    explicit SettingsFile(std::string_view text) { std::ofstream(path) << text; }
    ~SettingsFile() { std::filesystem::remove(path); }
};

Settings::Sources sources_of(std::vector<std::string> arguments, std::map<std::string, std::string> environment = {},
                             std::optional<std::filesystem::path> file = {}) {
    Settings::Sources sources;
    sources.arguments = std::move(arguments);
    for (const auto& [name, value] : environment) sources.environment_names.push_back(name);
    sources.environment = [environment](const std::string& name) -> std::optional<std::string> {
        const auto found = environment.find(name);
        return found == environment.end() ? std::nullopt : std::optional(found->second);
    };
    sources.file = std::move(file);
    return sources;
}

std::string problem_of_settings(const Settings::Sources& sources) {
    const auto settings = Settings::read(common_settings(), sources);
    return settings ? "" : settings.error().code;
}

}  // namespace

TEST(Settings, TakesFlagBeforeEnvironmentBeforeFileBeforeDefault) {
    const SettingsFile file("port = 1\nbind = \"10.0.0.1\"\nlog_level = \"debug\"\n[http]\nworkers = 8\n");
    const auto settings = Settings::read(
        common_settings(), sources_of({"--port", "3", "masuk.csv", "--tls", "--", "--x"},
                                      {{"PAMONG_PORT", "2"}, {"PAMONG_BIND", "10.0.0.2"}, {"HOME", "/"}}, file.path));
    ASSERT_TRUE(settings) << settings.error().code;
    EXPECT_EQ(settings->number("port"), 3);
    EXPECT_EQ(settings->text("bind"), "10.0.0.2");
    EXPECT_EQ(settings->text("log_level"), "debug");
    EXPECT_EQ(settings->number("http.workers"), 8);
    EXPECT_EQ(settings->text("db"), "sqlite:data/pamong.db");
    EXPECT_TRUE(settings->yes("tls"));
    EXPECT_FALSE(settings->given("db"));
    EXPECT_EQ(settings->rest(), (std::vector<std::string>{"masuk.csv", "--x"}));
}

TEST(Settings, SaysWhichNameOrValueIsWrong) {
    EXPECT_EQ(problem_of_settings(sources_of({"--prot", "1"})), "settings.unknown_flag");
    EXPECT_EQ(problem_of_settings(sources_of({"-p"})), "settings.unknown_flag");
    EXPECT_EQ(problem_of_settings(sources_of({"--port"})), "settings.needs_value");
    EXPECT_EQ(problem_of_settings(sources_of({"--port=delapan"})), "settings.not_a_number");
    EXPECT_EQ(problem_of_settings(sources_of({"--port=70000"})), "settings.out_of_range");
    EXPECT_EQ(problem_of_settings(sources_of({"--tls=mungkin"})), "settings.not_yes_no");
    EXPECT_EQ(problem_of_settings(sources_of({}, {{"PAMONG_PROT", "1"}})), "settings.unknown_variable");
    EXPECT_EQ(problem_of_settings(sources_of({"--config", "/tidak/ada.toml"})), "settings.unreadable");
    const SettingsFile unknown("[http]\nworker = 8\n");
    EXPECT_EQ(problem_of_settings(sources_of({}, {}, unknown.path)), "settings.unknown_key");
    const SettingsFile broken("port = 1\nbind = \n");
    const auto settings = Settings::read(common_settings(), sources_of({}, {}, broken.path));
    ASSERT_FALSE(settings);
    EXPECT_EQ(settings.error().code, "settings.bad_file");
    EXPECT_EQ(settings.error().values.at("line"), "2");
}

TEST(Settings, NamesFlagsAndVariablesAfterTheirKey) {
    const SettingSpec spec{.key = "http.io_threads", .kind = SettingKind::number, .fallback = "1", .help = "threads"};
    EXPECT_EQ(flag_of(spec), "--http-io-threads");
    EXPECT_EQ(variable_of(spec), "PAMONG_HTTP_IO_THREADS");
    EXPECT_NE(settings_help({&spec, 1}).find("--http-io-threads VALUE"), std::string::npos);
    EXPECT_EQ(Settings::read(common_settings(), sources_of({"--tls", "--no-tls"}))->yes("tls"), false);
}

}  // namespace pamong
