#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <exception>
#include <functional>
#include <initializer_list>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "platform/code.h"

namespace pamong {

enum class LogLevel : std::uint8_t { debug, info, warning, error, off };
/// Problem: log.unknown_level{level}.
Result<LogLevel> log_level_from(std::string_view text);

template <class T>
concept Countable = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

/// A name and a value that is not about a person: a number, yes or no, an id, a code of ours, a duration. There is no
/// way to make one from std::string, a view, a char pointer, or Private<T>; log_test.cpp holds that down.
struct LogField {
    template <Countable T>
    LogField(Code field, T number) : name(field), value(static_cast<std::int64_t>(number)) {}
    template <std::same_as<bool> T>
    LogField(Code field, T yes) : name(field), value(yes) {}
    LogField(Code field, Code code) : name(field), value(code) {}
    LogField(Code field, const Uuid& id) : name(field), value(id) {}
    template <class Tag>
    LogField(Code field, const Id<Tag>& id) : name(field), value(id.value) {}
    template <class Rep, class Period>
    LogField(Code field, std::chrono::duration<Rep, Period> time)
        : name(field), value(std::chrono::duration_cast<std::chrono::microseconds>(time)) {}

    Code name;
    std::variant<std::int64_t, bool, Code, Uuid, std::chrono::microseconds> value;
};

/// One JSON line per event: {"time":"...","level":"info","event":"http.request","status":200}. Any thread.
/// Durations are printed in microseconds under `name` + "_us".
class Log {
  public:
    using Sink = std::function<void(std::string_view line)>;
    explicit Log(Clock& clock, LogLevel level = LogLevel::info);  ///< to standard error
    Log(Clock& clock, LogLevel level, Sink sink);

    void debug(Code event, std::initializer_list<LogField> fields = {}) { write(LogLevel::debug, event, fields); }
    void info(Code event, std::initializer_list<LogField> fields = {}) { write(LogLevel::info, event, fields); }
    void warning(Code event, std::initializer_list<LogField> fields = {}) { write(LogLevel::warning, event, fields); }
    void error(Code event, std::initializer_list<LogField> fields = {}) { write(LogLevel::error, event, fields); }

  private:
    void write(LogLevel level, Code event, std::initializer_list<LogField> fields);
    Clock& clock_;
    LogLevel level_;
    Sink sink_;
    std::mutex mutex_;
};

/// What may be logged of an exception: its type, and the place when it came from expects().
/// Its message may quote a row and stays out.
Code kind_of(const std::exception& failure);
struct SourcePlace {
    std::string file{};  ///< "src/platform/log.cpp", empty when unknown; log it by Code::checked_path(place.file)
    int line = 0;
};
SourcePlace place_of(const std::exception& failure);

}  // namespace pamong
