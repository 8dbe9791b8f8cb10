#include "features/instruments/domain/form.h"

#include <algorithm>

namespace pamong::instruments {
namespace {

std::unexpected<Problem> not_fitting(std::string_view code, const std::string& path) {
    return refused(code, {{"question", path.substr(0, 80)}}, path.substr(0, 200));
}

/// A number that a {decimal} column holds without loss: at most six digits after the point.
std::optional<Exact> storable(const std::string& value) {
    const auto number = exact_from(value);
    if (!number || 1'000'000 % number->denominator() != 0) return std::nullopt;
    return number;
}

bool all_are_choices(const Question& question, const std::string& value) {
    if (question.choices.empty()) return true;
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t blank = std::min(value.find(' ', at), value.size());
        if (blank > at && !question.choices.contains(std::string_view(value).substr(at, blank - at))) return false;
        at = blank + 1;
    }
    return true;
}

}  // namespace

Result<std::optional<Answer>> read_answer(const Form& form, const std::string& path, const std::string& repeat_index,
                                          const std::string& value) {
    const auto found = form.questions.find(path);
    if (found == form.questions.end()) {
        if (value.empty()) return std::nullopt;
        return not_fitting("instruments.unknown_question", path);
    }
    const Question& question = found->second;
    if (value.empty()) {
        if (!question.required) return std::nullopt;
        return Answer{path, repeat_index, "", {}, AnswerKind::missing};
    }
    Answer answer{path, repeat_index, value, storable(value), question.kind};
    switch (question.kind) {
        case AnswerKind::whole:
            if (!answer.number || answer.number->denominator() != 1) return not_fitting("instruments.wrong_type", path);
            break;
        case AnswerKind::decimal:
            if (!answer.number) return not_fitting("instruments.wrong_type", path);
            break;
        case AnswerKind::day:
            if (!day_from(value)) return not_fitting("instruments.wrong_type", path);
            break;
        case AnswerKind::moment:
            if (!timestamp_from(value)) return not_fitting("instruments.wrong_type", path);
            break;
        case AnswerKind::choice:
            if (!question.choices.empty() && !question.choices.contains(value))
                return not_fitting("instruments.not_a_choice", path);
            break;
        case AnswerKind::choices:
            if (!all_are_choices(question, value)) return not_fitting("instruments.not_a_choice", path);
            break;
        case AnswerKind::text:
        case AnswerKind::missing:
            answer.number.reset();  // a telephone number is no quantity
            break;
    }
    return answer;
}

}  // namespace pamong::instruments
