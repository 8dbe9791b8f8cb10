#pragma once

#include <span>
#include <string>

#include "base/id.h"
#include "base/private.h"
#include "base/result.h"
#include "base/time.h"
#include "features/performance/domain/regime.h"

namespace pamong {

/// draft -> shared -> agreed | objected -> frozen. An objection is answered before the record is frozen.
enum class AppraisalState { draft, shared, agreed, objected, frozen };

/// The course of one appraisal record. A frozen one never changes; a correction is a new version with its reason.
struct AppraisalCourse {
    Regime regime = Regime::skp_2025;
    int version = 1;
    AppraisalState state = AppraisalState::draft;
    Private<std::string> objection{};         ///< the teacher's reason
    Private<std::string> objection_answer{};  ///< the moderator's answer
    Private<std::string> correction_reason{};
};

// Each returns the course after the event, or performance.appraisal_state (not possible now) or
// performance.appraisal_reason (a reason is missing).
Result<AppraisalCourse> share(const AppraisalCourse& course);
Result<AppraisalCourse> agree(const AppraisalCourse& course);
Result<AppraisalCourse> object(const AppraisalCourse& course, Private<std::string> reason);
/// The objection changes the ratings: back to draft, to be shared again.
Result<AppraisalCourse> accept_objection(const AppraisalCourse& course, Private<std::string> answer);
/// The ratings stand; the record stays objected with its answer and may be frozen so.
Result<AppraisalCourse> answer_objection(const AppraisalCourse& course, Private<std::string> answer);
Result<AppraisalCourse> freeze(const AppraisalCourse& course);
Result<AppraisalCourse> correct(const AppraisalCourse& course, Private<std::string> reason);

/// First and last day, both included.
struct Period {
    Day first{};
    Day last{};
    [[nodiscard]] bool overlaps(const Period& other) const { return first <= other.last && other.first <= last; }
};

/// That someone mentored someone, as far as this rule needs to know.
struct MentoringSpan {
    Uuid mentor{};
    Uuid mentee{};
    Period period{};
};

/// Whoever mentors a person must not also assess that person in the same period. A flag for people to act on.
bool mentor_is_assessor(const Uuid& assessor, const Uuid& teacher, const Period& period,
                        std::span<const MentoringSpan> mentoring);

}  // namespace pamong
