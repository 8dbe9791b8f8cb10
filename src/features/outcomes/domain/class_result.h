#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/exact.h"
#include "base/id.h"
#include "base/result.h"

namespace pamong::outcomes {

using ClassResultId = Id<struct ClassResultTag>;

/// What one class scored on one instrument in one period. Aggregates only: no pupil is named here.
struct ClassResult {
    ClassResultId id;
    Uuid teacher_id;
    Uuid school_id;
    std::string class_name;  ///< "VIII-B"
    std::string subject;
    std::string instrument;  ///< results are compared within one instrument only
    std::string period;      ///< "2025/2026 ganjil"; the day decides the order
    Day measured_on;
    std::int64_t pupils = 0;
    Exact mean;
    std::optional<Exact> sd{};
    Exact full_marks{100};
    std::optional<Exact> criterion{};  ///< KKM, or the lower bound of KKTP, as the school set it
    std::optional<std::int64_t> mastered{};
    friend bool operator==(const ClassResult&, const ClassResult&) = default;
};

/// Problems with `at` naming the field: outcomes.class_name_missing, outcomes.subject_missing,
/// outcomes.instrument_missing, outcomes.period_missing, outcomes.pupils, outcomes.mean_range, outcomes.sd_range,
/// outcomes.full_marks, outcomes.mastered_range.
Done check_class_result(const ClassResult& result);

/// Share of pupils at or above the criterion, exact; nothing where it was not counted.
std::optional<Exact> mastery_share(const ClassResult& result);

/// The result of one class at two times.
struct ClassChange {
    ClassResult before;
    ClassResult after;
};

/// Pairs the classes of two periods: same teacher, class, subject and instrument. Results without a partner are left
/// out and counted, never guessed. Order: school, class, teacher.
struct ClassChanges {
    std::vector<ClassChange> pairs;
    std::size_t without_partner = 0;
};
ClassChanges pair_periods(const std::vector<ClassResult>& results, const std::string& before, const std::string& after);

}  // namespace pamong::outcomes
