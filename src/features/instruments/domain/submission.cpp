#include "features/instruments/domain/submission.h"

#include <algorithm>

namespace pamong::instruments {

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
