#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace pamong {

enum class Language { id, en };

/// The sentences of words/*.json, shared with the web client.
class Words {
  public:
    /// Reads all embedded words; a malformed file is a mistake of ours and throws.
    static const Words& all();

    /// The sentence with its {blanks} filled; the key itself when there is none (a test keeps that from happening).
    [[nodiscard]] std::string text(Language language, std::string_view key,
                                   const std::map<std::string, std::string>& values = {}) const;
    [[nodiscard]] std::string text(Language language, const Problem& problem) const;
    [[nodiscard]] bool knows(std::string_view key) const;

  private:
    struct Sentence {
        std::string id;
        std::string en;
    };
    std::map<std::string, Sentence, std::less<>> sentences_;
};

}  // namespace pamong
