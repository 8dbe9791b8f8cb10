#pragma once

#include <map>
#include <set>
#include <string>

#include "features/instruments/domain/submission.h"

namespace pamong::instruments {

/// One question of a form, as its bind and its control describe it.
struct Question {
    AnswerKind kind = AnswerKind::text;
    bool required = false;
    /// Values of a select that lists its choices; empty when it takes them from elsewhere (then any value fits).
    std::set<std::string, std::less<>> choices{};
};

/// What a form asks, by path ("/data/UBK/UBK1"). Paths are stable across the versions of an instrument.
struct Form {
    std::string root;  ///< name of the instance's first element, "data"
    std::string id;    ///< the form's own id, which every instance repeats
    std::map<std::string, Question, std::less<>> questions{};
    std::set<std::string, std::less<>> repeats{};  ///< paths of groups that may come several times
};

/// Reads one value as the answer to a question; an empty one to a required question is `missing`, to another nothing.
/// Problems (at = path): instruments.unknown_question, instruments.wrong_type, instruments.not_a_choice.
Result<std::optional<Answer>> read_answer(const Form& form, const std::string& path, const std::string& repeat_index,
                                          const std::string& value);

}  // namespace pamong::instruments
