#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/citation.h"
#include "base/exact.h"
#include "base/result.h"

namespace pamong {

/// One component of a duty instrument. A vice principal's fifth component has one count for each field of duty;
/// exactly one of them applies.
struct DutyComponent {
    std::string name_id;
    std::vector<int> criteria_counts;
};

/// An additional duty that cuts teaching hours, such as principal (KS), with its instrument and its share of credit.
struct AdditionalDuty {
    std::string code;
    std::string name_id;
    int maximum = 0;  ///< 4 for each component
    Exact share_teaching{};
    Exact share_duty{};  ///< percent; the two add up to 100
    std::vector<DutyComponent> components;
    Citation source;
};

struct DutyResult {
    std::vector<Exact> averages;
    Exact total{};
    Exact npkg{};
};

/// Each component yields the average of its criteria (1..4); the total is compared with 4 for each component.
/// Problems: duty_component_count, duty_criteria_count, duty_score_range (at = "[component][criterion]").
Result<DutyResult> score_duty(const AdditionalDuty& duty, std::span<const std::vector<int>> criteria);

}  // namespace pamong
