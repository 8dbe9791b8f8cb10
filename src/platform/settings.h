#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace pamong {

enum class SettingKind : std::uint8_t { text, number, yes_no };

/// One setting. "http.workers" is --http-workers, PAMONG_HTTP_WORKERS and [http] workers in pamong.toml.
struct SettingSpec {
    std::string key;
    SettingKind kind = SettingKind::text;
    std::string fallback{};  ///< the default, as a person would type it
    std::string help{};
    bool flag_only = false;  ///< of one command, such as --json: neither environment nor file
    std::int64_t least = 0;  ///< of numbers
    std::int64_t most = INT64_MAX;
};

/// The settings every command knows.
const std::vector<SettingSpec>& common_settings();

class Settings {
  public:
    struct Sources {
        std::vector<std::string> arguments{};  ///< after the sub-command's name
        std::function<std::optional<std::string>(const std::string& name)> environment{};  ///< empty: none
        std::vector<std::string> environment_names{};  ///< all names, to find misspelt PAMONG_* ones
        std::optional<std::filesystem::path> file{};   ///< missing file: fine unless named by --config
    };
    /// Flag before environment before file before default. A yes_no flag needs no value; `--` ends the flags.
    /// Problems: settings.unknown_flag{flag}, settings.unknown_variable{name}, settings.unknown_key{key, file},
    /// settings.needs_value{flag}, settings.not_a_number{key, value}, settings.out_of_range{key, value, least, most},
    /// settings.not_yes_no{key, value}, settings.unreadable{file}, settings.bad_file{file, line}.
    static Result<Settings> read(const std::vector<SettingSpec>& specs, const Sources& sources);

    [[nodiscard]] const std::string& text(std::string_view key) const;
    [[nodiscard]] std::int64_t number(std::string_view key) const;
    [[nodiscard]] bool yes(std::string_view key) const;
    /// False when the value is the default.
    [[nodiscard]] bool given(std::string_view key) const;
    /// What is not a flag, in order.
    [[nodiscard]] const std::vector<std::string>& rest() const { return rest_; }

  private:
    struct Value {
        std::string text;
        SettingKind kind = SettingKind::text;
        bool given = false;
    };
    [[nodiscard]] const Value& at(std::string_view key, SettingKind kind) const;
    std::map<std::string, Value, std::less<>> values_;
    std::vector<std::string> rest_;
};

std::string flag_of(const SettingSpec& spec);      ///< "--http-workers"
std::string variable_of(const SettingSpec& spec);  ///< "PAMONG_HTTP_WORKERS"
/// The process's own environment and `pamong.toml` in the working folder.
Settings::Sources process_sources(std::vector<std::string> arguments);
/// A table for --help: flag, default, help.
std::string settings_help(std::span<const SettingSpec> specs);

}  // namespace pamong
