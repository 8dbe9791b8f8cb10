#pragma once

#include "features/performance/usecases/yearly_appraisal.h"
#include "platform/json/json.h"

namespace pamong {

BOOST_DESCRIBE_ENUM(PracticeStep, preparation_talk, observation, follow_up_talk, follow_up_effort, reflection)
BOOST_DESCRIBE_ENUM(Expectation, above, as_expected, below)
BOOST_DESCRIBE_ENUM(AppraisalState, draft, shared, agreed, objected, frozen)

}  // namespace pamong

namespace pamong::performance {

BOOST_DESCRIBE_ENUM(AppraisalEvent, share, agree, object, accept_objection, keep_ratings, freeze, correct)

struct PracticeStepLine {
    PracticeStep step = PracticeStep::preparation_talk;
    Day date;
    std::string place;
    std::vector<Private<std::string>> people;
    Private<std::string> notes;
    Private<std::string> agreed_action;
};
BOOST_DESCRIBE_STRUCT(PracticeStepLine, (), (step, date, place, people, notes, agreed_action))

struct AppraisalView {
    AppraisalId id;
    std::int64_t revision = 1;
    Uuid person_id;
    Uuid school_id;
    std::int64_t year = 2025;
    std::string regime;
    std::string indicator;
    std::int64_t version = 1;
    AppraisalState state = AppraisalState::draft;
    std::optional<PracticeStep> next_step;
    std::vector<PracticeStepLine> steps;
    std::optional<Uuid> submission_id;
    std::optional<Expectation> work_result;
    std::optional<Expectation> behaviour;
    std::optional<std::string> predicate;  ///< by the matrix, never computed from numbers
    std::string predicate_source;          ///< the rule that the matrix comes from
    Private<std::string> objection;
    Private<std::string> objection_answer;
    std::optional<Timestamp> frozen_at;
    std::string content_hash;
};
BOOST_DESCRIBE_STRUCT(AppraisalView, (),
                      (id, revision, person_id, school_id, year, regime, indicator, version, state, next_step, steps,
                       submission_id, work_result, behaviour, predicate, predicate_source, objection, objection_answer,
                       frozen_at, content_hash))

struct AppraisalList {
    std::vector<AppraisalView> items;
};
BOOST_DESCRIBE_STRUCT(AppraisalList, (), (items))

struct OpenAppraisalBody {
    Uuid person_id;
    Uuid school_id;
    std::int64_t year = 2025;
    std::string indicator;
};
BOOST_DESCRIBE_STRUCT(OpenAppraisalBody, (), (person_id, school_id, year, indicator))
struct StepBody {
    PracticeStepLine step;
    std::optional<Uuid> submission_id;
};
BOOST_DESCRIBE_STRUCT(StepBody, (), (step, submission_id))
struct RatingsBody {
    Expectation work_result = Expectation::as_expected;
    Expectation behaviour = Expectation::as_expected;
};
BOOST_DESCRIBE_STRUCT(RatingsBody, (), (work_result, behaviour))
struct EventBody {
    AppraisalEvent event = AppraisalEvent::share;
    Private<std::string> text;
};
BOOST_DESCRIBE_STRUCT(EventBody, (), (event, text))

}  // namespace pamong::performance
