#include "features/outcomes/domain/class_result.h"

#include <map>
#include <tuple>

namespace pamong::outcomes {

Done check_class_result(const ClassResult& result) {
    if (result.class_name.empty()) return refused("outcomes.class_name_missing", {}, "class_name");
    if (result.subject.empty()) return refused("outcomes.subject_missing", {}, "subject");
    if (result.instrument.empty()) return refused("outcomes.instrument_missing", {}, "instrument");
    if (result.period.empty()) return refused("outcomes.period_missing", {}, "period");
    if (result.pupils < 1 || result.pupils > 100)
        return refused("outcomes.pupils", {{"pupils", std::to_string(result.pupils)}}, "pupils");
    if (result.full_marks <= Exact(0) || result.full_marks > Exact(1000))
        return refused("outcomes.full_marks", {{"full_marks", to_string(result.full_marks)}}, "full_marks");
    if (result.mean < Exact(0) || result.mean > result.full_marks)
        return refused("outcomes.mean_range",
                       {{"mean", to_string(result.mean)}, {"full_marks", to_string(result.full_marks)}}, "mean");
    if (result.sd && (*result.sd < Exact(0) || *result.sd > result.full_marks))
        return refused("outcomes.sd_range", {{"sd", to_string(*result.sd)}}, "sd");
    if (result.mastered && (*result.mastered < 0 || *result.mastered > result.pupils))
        return refused("outcomes.mastered_range",
                       {{"mastered", std::to_string(*result.mastered)}, {"pupils", std::to_string(result.pupils)}},
                       "mastered");
    return {};
}

std::optional<Exact> mastery_share(const ClassResult& result) {
    if (!result.mastered) return std::nullopt;
    return Exact(*result.mastered, result.pupils);
}

ClassChanges pair_periods(const std::vector<ClassResult>& results, const std::string& before,
                          const std::string& after) {
    using Key = std::tuple<Uuid, std::string, Uuid, std::string, std::string>;
    std::map<Key, std::pair<const ClassResult*, const ClassResult*>> classes;
    for (const ClassResult& result : results) {
        if (result.period != before && result.period != after) continue;
        auto& [first, second] =
            classes[{result.school_id, result.class_name, result.teacher_id, result.subject, result.instrument}];
        (result.period == before ? first : second) = &result;
    }
    ClassChanges changes;
    for (const auto& [key, pair] : classes) {
        if (pair.first != nullptr && pair.second != nullptr) changes.pairs.push_back({*pair.first, *pair.second});
        else ++changes.without_partner;
    }
    return changes;
}

}  // namespace pamong::outcomes
