#pragma once

#include <string>
#include <vector>

#include "base/id.h"

namespace pamong::instruments {

/// No table of anonymous answers is made of fewer people (handbook on data protection; the usual k = 5).
inline constexpr std::int64_t smallest_group = 5;

/// Answers are counted in full batches of five only: two looks at a table differ by nobody or by at least five.
constexpr std::int64_t batch_of(std::int64_t responses_before) { return responses_before / smallest_group; }
constexpr std::int64_t full_batches(std::int64_t responses) { return responses / smallest_group; }

struct ChoiceCount {
    std::string path;
    std::string value;
    std::int64_t count = 0;
};

/// What may be shown of anonymous answers.
struct AnswerTable {
    std::int64_t counted = 0;   ///< a multiple of five, or 0
    std::int64_t received = 0;  ///< how many have answered, whether counted yet or not
    std::vector<ChoiceCount> counts{};
};

}  // namespace pamong::instruments
