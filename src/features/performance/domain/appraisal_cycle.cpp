#include "features/performance/domain/appraisal_cycle.h"

#include <algorithm>

namespace pamong {
namespace {

Result<AppraisalCourse> moved(AppraisalCourse course, AppraisalState from, AppraisalState to) {
    if (course.state != from) return refused("performance.appraisal_state");
    course.state = to;
    return course;
}

Result<AppraisalCourse> moved(const AppraisalCourse& course, AppraisalState from, AppraisalState to,
                              Private<std::string> AppraisalCourse::* field, Private<std::string> reason) {
    auto result = moved(course, from, to);
    if (!result) return result;
    if (reason.reveal().empty()) return refused("performance.appraisal_reason");
    (*result).*field = std::move(reason);
    return result;
}

}  // namespace

Result<AppraisalCourse> share(const AppraisalCourse& course) {
    return moved(course, AppraisalState::draft, AppraisalState::shared);
}

Result<AppraisalCourse> agree(const AppraisalCourse& course) {
    return moved(course, AppraisalState::shared, AppraisalState::agreed);
}

Result<AppraisalCourse> object(const AppraisalCourse& course, Private<std::string> reason) {
    auto result =
        moved(course, AppraisalState::shared, AppraisalState::objected, &AppraisalCourse::objection, std::move(reason));
    if (result) result->objection_answer = {};  // a second objection needs its own answer
    return result;
}

Result<AppraisalCourse> accept_objection(const AppraisalCourse& course, Private<std::string> answer) {
    return moved(course, AppraisalState::objected, AppraisalState::draft, &AppraisalCourse::objection_answer,
                 std::move(answer));
}

Result<AppraisalCourse> answer_objection(const AppraisalCourse& course, Private<std::string> answer) {
    return moved(course, AppraisalState::objected, AppraisalState::objected, &AppraisalCourse::objection_answer,
                 std::move(answer));
}

Result<AppraisalCourse> freeze(const AppraisalCourse& course) {
    if (course.state == AppraisalState::objected) {
        if (course.objection_answer.reveal().empty()) return refused("performance.appraisal_objection_open");
        return moved(course, AppraisalState::objected, AppraisalState::frozen);
    }
    return moved(course, AppraisalState::agreed, AppraisalState::frozen);
}

Result<AppraisalCourse> correct(const AppraisalCourse& course, Private<std::string> reason) {
    if (course.state != AppraisalState::frozen) return refused("performance.appraisal_state");
    if (reason.reveal().empty()) return refused("performance.appraisal_reason");
    AppraisalCourse next;
    next.regime = course.regime;
    next.version = course.version + 1;
    next.correction_reason = std::move(reason);
    return next;
}

bool mentor_is_assessor(const Uuid& assessor, const Uuid& teacher, const Period& period,
                        std::span<const MentoringSpan> mentoring) {
    return std::ranges::any_of(mentoring, [&](const MentoringSpan& span) {
        return span.mentor == assessor && span.mentee == teacher && span.period.overlaps(period);
    });
}

}  // namespace pamong
