#include "features/instruments/domain/submission.h"

#include <algorithm>
#include <map>

namespace pamong::instruments {
namespace {

constexpr std::size_t longest_code = 40;

/// A code as forms have them; whatever else somebody sends as a choice is not cited.
bool is_code(std::string_view value) {
    return !value.empty() && value.size() <= longest_code && std::ranges::all_of(value, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '_' || letter == '.' || letter == '-';
    });
}

std::string object_of(const std::map<std::string, std::string>& members, std::string_view quote) {
    std::string text = "{";
    for (const auto& [name, value] : members) {
        if (text.size() > 1) text += ',';
        text += '"' + name + "\":" + std::string(quote) + value + std::string(quote);
    }
    return text + '}';
}

}  // namespace

CitableAnswers citable_answers(const std::vector<Answer>& answers) {
    std::map<std::string, std::string> choices;
    std::map<std::string, std::string> numbers;
    for (const Answer& answer : answers) {
        const std::string name = answer.path.substr(answer.path.rfind('/') + 1);
        if (!answer.repeat_index.empty() || !is_code(name)) continue;
        if (answer.kind == AnswerKind::choice && is_code(answer.value)) choices[name] = answer.value;
        if (answer.number && (answer.kind == AnswerKind::whole || answer.kind == AnswerKind::decimal))
            numbers[name] = to_string(*answer.number);
    }
    return {object_of(choices, "\""), object_of(numbers, "")};
}

std::string evidence_label(const std::string& title, const std::vector<Answer>& answers) {
    for (const Answer& answer : answers)
        if ((answer.path == "/data/indicator" || answer.path == "/data/aspect") && is_code(answer.value))
            return title + " " + answer.value;
    return title;
}

std::optional<ObservationRating> rating_of(const std::vector<Answer>& answers) {
    constexpr std::string_view chosen = "/data/indicator";
    constexpr int behaviours = 3;
    const auto indicator = std::ranges::find(answers, chosen, &Answer::path);
    if (indicator == answers.end() || indicator->value.empty()) return std::nullopt;
    ObservationRating rating{indicator->value, 0, 2 * behaviours};
    for (int i = 1; i <= behaviours; ++i) {
        const std::string path = "/data/" + rating.indicator + "/" + rating.indicator + std::to_string(i);
        const auto answer = std::ranges::find(answers, path, &Answer::path);
        if (answer == answers.end() || (answer->value != "0" && answer->value != "1" && answer->value != "2"))
            return std::nullopt;
        rating.points += answer->value.front() - '0';
    }
    return rating;
}

}  // namespace pamong::instruments
