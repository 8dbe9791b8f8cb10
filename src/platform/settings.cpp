#include "platform/settings.h"

#include <fmt/format.h>
#include <unistd.h>

#include <toml++/toml.h>
#include <algorithm>
#include <charconv>
#include <cstdlib>

extern char** environ;

namespace pamong {
namespace {

constexpr std::string_view variable_prefix = "PAMONG_";

std::string written(std::string_view key, char separator, bool upper) {
    std::string text;
    for (const char c : key) {
        if (c == '.' || c == '_') text += separator;
        else text += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return text;
}

const SettingSpec* spec_of_flag(const std::vector<SettingSpec>& specs, std::string_view flag) {
    const auto found = std::ranges::find_if(specs, [&](const SettingSpec& spec) { return flag_of(spec) == flag; });
    return found == specs.end() ? nullptr : &*found;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return value;
}

std::optional<bool> yes_or_no(std::string_view text) {
    if (text == "true" || text == "yes" || text == "ya" || text == "1") return true;
    if (text == "false" || text == "no" || text == "tidak" || text == "0") return false;
    return std::nullopt;
}

Done check_setting(const SettingSpec& spec, const std::string& text) {
    if (spec.kind == SettingKind::number && !whole_number(text))
        return refused("settings.not_a_number", {{"key", spec.key}, {"value", text}});
    if (spec.kind == SettingKind::number && (*whole_number(text) < spec.least || *whole_number(text) > spec.most))
        return refused("settings.out_of_range", {{"key", spec.key},
                                                 {"value", text},
                                                 {"least", std::to_string(spec.least)},
                                                 {"most", std::to_string(spec.most)}});
    if (spec.kind == SettingKind::yes_no && !yes_or_no(text))
        return refused("settings.not_yes_no", {{"key", spec.key}, {"value", text}});
    return {};
}

using Texts = std::map<std::string, std::string, std::less<>>;

/// Flattens [http] workers = 8 into "http.workers".
void flatten(const toml::table& table, const std::string& prefix, Texts& texts) {
    for (const auto& [name, node] : table) {
        const std::string key = prefix + std::string(name.str());
        if (const auto* inner = node.as_table()) flatten(*inner, key + ".", texts);
        else if (const auto text = node.value<std::string>()) texts[key] = *text;
        else if (const auto yes = node.as_boolean()) texts[key] = yes->get() ? "true" : "false";
        else if (const auto number = node.as_integer()) texts[key] = std::to_string(number->get());
        else texts[key] = "(?)";  // lists, dates, fractions: no setting has such a value, so the check refuses it
    }
}

Result<Texts> read_settings_file(const std::vector<SettingSpec>& specs, const std::filesystem::path& file) {
    Texts texts;
    try {
        flatten(toml::parse_file(file.string()), "", texts);
    } catch (const toml::parse_error& error) {
        const auto line = error.source().begin.line;
        if (line == 0) return refused("settings.unreadable", {{"file", file.string()}});
        return refused("settings.bad_file", {{"file", file.string()}, {"line", std::to_string(line)}});
    }
    for (const auto& [key, value] : texts)
        if (std::ranges::none_of(specs, [&](const auto& spec) { return spec.key == key && !spec.flag_only; }))
            return refused("settings.unknown_key", {{"key", key}, {"file", file.string()}});
    return texts;
}

struct Flags {
    Texts values{};
    std::vector<std::string> rest{};
};

Result<Flags> read_flags(const std::vector<SettingSpec>& specs, const std::vector<std::string>& arguments) {
    Flags flags;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (argument == "--") {
            flags.rest.insert(flags.rest.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                              arguments.end());
            break;
        }
        if (!argument.starts_with("--")) {  // also "-", the standard streams
            if (argument.size() > 1 && argument.front() == '-' && !whole_number(argument))
                return refused("settings.unknown_flag", {{"flag", argument}});
            flags.rest.push_back(argument);
            continue;
        }
        const auto equals = argument.find('=');
        const std::string flag = argument.substr(0, equals);
        const SettingSpec* spec = spec_of_flag(specs, flag);
        if (spec == nullptr && equals == std::string::npos && flag.starts_with("--no-")) {
            spec = spec_of_flag(specs, "--" + flag.substr(5));
            if (spec != nullptr && spec->kind == SettingKind::yes_no) {
                flags.values[spec->key] = "false";
                continue;
            }
            spec = nullptr;
        }
        if (spec == nullptr) return refused("settings.unknown_flag", {{"flag", flag}});
        if (equals != std::string::npos) flags.values[spec->key] = argument.substr(equals + 1);
        else if (spec->kind == SettingKind::yes_no) flags.values[spec->key] = "true";
        else if (i + 1 < arguments.size() && !arguments[i + 1].starts_with("--"))
            flags.values[spec->key] = arguments[++i];
        else return refused("settings.needs_value", {{"flag", flag}});
    }
    return flags;
}

}  // namespace

std::string flag_of(const SettingSpec& spec) { return "--" + written(spec.key, '-', false); }
std::string variable_of(const SettingSpec& spec) { return std::string(variable_prefix) + written(spec.key, '_', true); }

const std::vector<SettingSpec>& common_settings() {
    static const std::vector<SettingSpec> settings = {
        {"config", SettingKind::text, "pamong.toml", "settings file"},
        {"db", SettingKind::text, "sqlite:data/pamong.db", "database: sqlite:FILE or postgresql://..."},
        {"data", SettingKind::text, "data", "folder for files, certificates and the lock"},
        {"log_level", SettingKind::text, "info", "debug, info, warning, error or off"},
        {"bind", SettingKind::text, "127.0.0.1", "address to serve on; 0.0.0.0 for the whole network"},
        {"port", SettingKind::number, "8080", "port to serve on", false, 0, 65535},
        {"tls", SettingKind::yes_no, "false",
         "serve https; makes a local certificate authority unless files are given"},
        {"tls_certificate", SettingKind::text, "", "PEM file with the certificate and its chain"},
        {"tls_key", SettingKind::text, "", "PEM file with the private key"},
        {"tls_names", SettingKind::text, "", "host names and addresses of the made certificate, separated by commas"},
        {"http.workers", SettingKind::number, "64", "requests answered at once", false, 1, 1024},
        {"http.io_threads", SettingKind::number, "1", "threads that read and write the network", false, 1, 64},
        {"http.max_connections", SettingKind::number, "4000", "connections at once", false, 1, 100000},
        {"http.upload_mib", SettingKind::number, "100", "largest upload, in MiB", false, 1, 4096},
        {"files.largest_mib", SettingKind::number, "25", "largest attached file, in MiB", false, 1, 1024},
        {"files.chunk_kib", SettingKind::number, "256", "piece in which devices send files, in KiB", false, 16, 4096},
        {"files.keep_days", SettingKind::number, "14", "days after which half-sent files are removed", false, 1, 365},
        {"jobs.threads", SettingKind::number, "1", "background work at once; 0 leaves it to pamong worker", false, 0,
         64},
        {"http.behind_proxy", SettingKind::yes_no, "false",
         "trust X-Forwarded-For and -Proto of a proxy on this machine"},
        {"web.folder", SettingKind::text, "", "serve the web client from this folder instead of the built-in one"},
    };
    return settings;
}

Result<Settings> Settings::read(const std::vector<SettingSpec>& specs, const Sources& sources) {
    auto flags = read_flags(specs, sources.arguments);
    if (!flags) return refused(flags.error());

    for (const std::string& name : sources.environment_names)
        if (name.starts_with(variable_prefix) && !name.starts_with("PAMONG_TEST_") &&
            std::ranges::none_of(specs, [&](const auto& spec) { return variable_of(spec) == name && !spec.flag_only; }))
            return refused("settings.unknown_variable", {{"name", name}});
    const auto from_environment = [&](const SettingSpec& spec) -> std::optional<std::string> {
        if (spec.flag_only || !sources.environment) return std::nullopt;
        return sources.environment(variable_of(spec));
    };

    // The file itself may be named by flag or environment; then it has to be there.
    std::optional<std::filesystem::path> file = sources.file;
    bool must_exist = false;
    if (const SettingSpec* config = spec_of_flag(specs, "--config")) {
        auto named = from_environment(*config);
        if (const auto flag = flags->values.find("config"); flag != flags->values.end()) named = flag->second;
        if (named) file = *named;
        must_exist = named.has_value();
    }
    Texts from_file;
    if (file && (must_exist || std::filesystem::exists(*file))) {
        auto texts = read_settings_file(specs, *file);
        if (!texts) return refused(texts.error());
        from_file = std::move(*texts);
    }

    Settings settings;
    settings.rest_ = std::move(flags->rest);
    for (const SettingSpec& spec : specs) {
        Value value{spec.fallback, spec.kind, true};
        if (const auto flag = flags->values.find(spec.key); flag != flags->values.end()) value.text = flag->second;
        else if (auto variable = from_environment(spec)) value.text = std::move(*variable);
        else if (const auto entry = from_file.find(spec.key); entry != from_file.end()) value.text = entry->second;
        else value.given = false;
        if (auto done = check_setting(spec, value.text); !done) return refused(done.error());
        settings.values_.emplace(spec.key, std::move(value));
    }
    return settings;
}

const Settings::Value& Settings::at(std::string_view key, SettingKind kind) const {
    const auto found = values_.find(key);
    expects(found != values_.end(), "no such setting");
    expects(found->second.kind == kind, "a setting of another kind");
    return found->second;
}

const std::string& Settings::text(std::string_view key) const { return at(key, SettingKind::text).text; }
std::int64_t Settings::number(std::string_view key) const { return *whole_number(at(key, SettingKind::number).text); }
bool Settings::yes(std::string_view key) const { return *yes_or_no(at(key, SettingKind::yes_no).text); }

bool Settings::given(std::string_view key) const {
    const auto found = values_.find(key);
    expects(found != values_.end(), "no such setting");
    return found->second.given;
}

Settings::Sources process_sources(std::vector<std::string> arguments) {
    Settings::Sources sources;
    sources.arguments = std::move(arguments);
    sources.environment = [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        return value == nullptr ? std::nullopt : std::optional<std::string>(value);
    };
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        sources.environment_names.emplace_back(text.substr(0, text.find('=')));
    }
    sources.file = "pamong.toml";
    return sources;
}

std::string settings_help(std::span<const SettingSpec> specs) {
    std::string text;
    for (const SettingSpec& spec : specs) {
        const std::string flag = flag_of(spec) + (spec.kind == SettingKind::yes_no ? "" : " VALUE");
        text += fmt::format("  {:<30} {}", flag, spec.help);
        if (!spec.fallback.empty() && spec.kind != SettingKind::yes_no)
            text += fmt::format(" (default {})", spec.fallback);
        text += '\n';
    }
    return text;
}

}  // namespace pamong
