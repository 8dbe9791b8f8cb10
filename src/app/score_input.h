#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/exact.h"

namespace pamong {

/// A JSON value whose numbers are still the text that was written: 17.2 is 172/10 here, never a binary float.
struct ScoreValue {
    enum class Kind { null, boolean, number, text, list, object };
    Kind kind = Kind::null;
    std::string text{};  ///< of a number or a text; "true" or "false"
    std::vector<ScoreValue> items{};
    std::vector<std::pair<std::string, ScoreValue>> members{};

    [[nodiscard]] const ScoreValue* member(std::string_view name) const {
        for (const auto& [key, value] : members)
            if (key == name) return &value;
        return nullptr;
    }
};

/// Reads one JSON value piece by piece, so that an object may stand in one line or in many.
class ScoreParser {
  public:
    enum class State { more, done, not_json, too_deep, repeated_field };
    ScoreParser();
    ~ScoreParser();
    ScoreParser(const ScoreParser&) = delete;
    ScoreParser& operator=(const ScoreParser&) = delete;

    /// Text after the value other than space makes it `not_json`.
    State feed(std::string_view text);
    ScoreValue take();
    [[nodiscard]] const std::string& repeated() const;

  private:
    struct Machine;
    std::unique_ptr<Machine> machine_;
};

}  // namespace pamong
