#include "features/performance/domain/pkg_duty.h"

#include <algorithm>

namespace pamong {

Result<DutyResult> score_duty(const AdditionalDuty& duty, std::span<const std::vector<int>> criteria) {
    if (criteria.size() != duty.components.size())
        return refused("performance.duty_component_count", {{"duty", duty.name_id},
                                                            {"expected", std::to_string(duty.components.size())},
                                                            {"found", std::to_string(criteria.size())}});
    DutyResult result;
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        const std::string at = "[" + std::to_string(i) + "]";
        const auto& allowed = duty.components[i].criteria_counts;
        if (std::ranges::find(allowed, static_cast<int>(criteria[i].size())) == allowed.end())
            return refused("performance.duty_criteria_count",
                           {{"component", duty.components[i].name_id}, {"found", std::to_string(criteria[i].size())}},
                           at);
        int sum = 0;
        for (std::size_t j = 0; j < criteria[i].size(); ++j) {
            if (criteria[i][j] < 1 || criteria[i][j] > 4)
                return refused("performance.duty_score_range", {{"score", std::to_string(criteria[i][j])}},
                               at + "[" + std::to_string(j) + "]");
            sum += criteria[i][j];
        }
        result.averages.emplace_back(sum, static_cast<std::int64_t>(criteria[i].size()));
        result.total = result.total + result.averages.back();
    }
    result.npkg = Exact{100} * result.total / duty.maximum;
    return result;
}

}  // namespace pamong
