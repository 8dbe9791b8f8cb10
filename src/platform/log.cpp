#include "platform/log.h"

#include <unistd.h>

#include <typeinfo>

#include "platform/json/json.h"

namespace pamong {
namespace {

constexpr std::string_view level_names[] = {"debug", "info", "warning", "error", "off"};

std::string_view name_of_level(LogLevel level) { return level_names[static_cast<std::size_t>(level)]; }

void append_field(std::string& line, const LogField& field) {
    line += ',';
    std::string name(field.name.text());
    if (std::holds_alternative<std::chrono::microseconds>(field.value)) name += "_us";
    append_json_string(line, name);
    line += ':';
    std::visit(
        [&line](const auto& value) {
            using T = std::remove_cvref_t<decltype(value)>;
            if constexpr (std::same_as<T, bool>) line += value ? "true" : "false";
            else if constexpr (std::same_as<T, std::int64_t>) line += std::to_string(value);
            else if constexpr (std::same_as<T, Code>) append_json_string(line, value.text());
            else if constexpr (std::same_as<T, Uuid>) append_json_string(line, to_string(value));
            else line += std::to_string(value.count());
        },
        field.value);
}

void write_all_to_stderr(std::string_view line) {
    while (!line.empty()) {
        const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
        if (written <= 0) return;  // nobody listens; a log must not stop the work
        line.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

Result<LogLevel> log_level_from(std::string_view text) {
    for (const LogLevel level : {LogLevel::debug, LogLevel::info, LogLevel::warning, LogLevel::error, LogLevel::off})
        if (name_of_level(level) == text) return level;
    return refused("log.unknown_level", {{"level", std::string(text)}});
}

Log::Log(Clock& clock, LogLevel level) : Log(clock, level, write_all_to_stderr) {}
Log::Log(Clock& clock, LogLevel level, Sink sink) : clock_(clock), level_(level), sink_(std::move(sink)) {}

void Log::write(LogLevel level, Code event, std::initializer_list<LogField> fields) {
    if (level < level_ || level_ == LogLevel::off) return;
    std::string line = "{\"time\":\"" + to_string(clock_.now()) + "\",\"level\":\"";
    line += name_of_level(level);
    line += "\",\"event\":";
    append_json_string(line, event.text());
    for (const LogField& field : fields) append_field(line, field);
    line += "}\n";
    const std::scoped_lock lock(mutex_);
    sink_(line);
}

Code kind_of(const std::exception& failure) { return Code::part_of_program(typeid(failure).name()); }

SourcePlace place_of(const std::exception& failure) {
    // expects() writes "src/x/y.cpp:12: what"; only the place is certain to be ours.
    const std::string_view text = failure.what();
    const auto colon = text.find(':');
    SourcePlace place;
    if (dynamic_cast<const std::logic_error*>(&failure) == nullptr || colon == std::string_view::npos) return place;
    const auto file = text.substr(0, colon);
    constexpr std::string_view path_letters = "abcdefghijklmnopqrstuvwxyz0123456789_/.";
    if (!file.ends_with(".cpp") && !file.ends_with(".h")) return place;
    if (file.find_first_not_of(path_letters) != std::string_view::npos) return place;
    for (std::size_t i = colon + 1; i < text.size() && text[i] >= '0' && text[i] <= '9' && place.line < 1'000'000; ++i)
        place.line = place.line * 10 + (text[i] - '0');
    place.file = file;
    return place;
}

}  // namespace pamong
