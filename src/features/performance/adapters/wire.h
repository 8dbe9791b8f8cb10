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

struct ObservationChoice {
    Uuid submission_id;
    std::string indicator;
    std::int64_t points = 0;
    std::int64_t points_of = 6;
    Timestamp observed_at;
};
BOOST_DESCRIBE_STRUCT(ObservationChoice, (), (submission_id, indicator, points, points_of, observed_at))

/// An earlier version that was frozen and then corrected.
struct AppraisalVersion {
    std::int64_t version = 1;
    AppraisalState state = AppraisalState::frozen;
    std::optional<std::string> predicate;
    std::optional<Timestamp> frozen_at;
    Private<std::string> frozen_name;
    std::string content_hash;
    Private<std::string> correction_reason;  ///< why this version was made
};
BOOST_DESCRIBE_STRUCT(AppraisalVersion, (),
                      (version, state, predicate, frozen_at, frozen_name, content_hash, correction_reason))

/// The credit that the predicate earns in a year, with its rule; nothing when the rank is not known.
struct CreditView {
    std::string level;
    Exact percent;
    Exact coefficient;
    Exact credit;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(CreditView, (), (level, percent, coefficient, credit, source))

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
    Private<std::string> person_name;
    std::string school_name;
    Private<std::string> frozen_name;
    Private<std::string> correction_reason;
    std::string predicate_mark;  ///< V checked, U not yet checked
    std::optional<CreditView> credit;
    std::optional<ObservationChoice> observation;  ///< behind the second step
    std::vector<ObservationChoice> observations;   ///< of the chosen indicator, to link; only for whoever appraises
    std::vector<AppraisalVersion> versions;
    bool may_appraise = false;
    bool is_own = false;
    bool shows_notes = false;
    bool mentor_is_assessor = false;  ///< a flag for people to act on
};
BOOST_DESCRIBE_STRUCT(AppraisalView, (),
                      (id, revision, person_id, school_id, year, regime, indicator, version, state, next_step, steps,
                       submission_id, work_result, behaviour, predicate, predicate_source, objection, objection_answer,
                       frozen_at, content_hash, person_name, school_name, frozen_name, correction_reason,
                       predicate_mark, credit, observation, observations, versions, may_appraise, is_own, shows_notes,
                       mentor_is_assessor))

/// One teacher in the list of a year: with an appraisal, or still without one.
struct AppraisalLine {
    Uuid person_id;
    Private<std::string> person_name;
    Uuid school_id;
    std::string school_name;
    std::optional<AppraisalId> id;
    std::string indicator;
    std::optional<AppraisalState> state;
    std::optional<PracticeStep> next_step;
    bool is_rated = false;
    bool is_answered = false;  ///< an objection has its answer
    bool is_own = false;
    bool may_appraise = false;
    std::int64_t version = 0;
    std::optional<std::string> predicate;
};
BOOST_DESCRIBE_STRUCT(AppraisalLine, (),
                      (person_id, person_name, school_id, school_name, id, indicator, state, next_step, is_rated,
                       is_answered, is_own, may_appraise, version, predicate))
struct AppraisalYear {
    std::int64_t year = 2025;
    std::vector<std::int64_t> years;  ///< that have appraisals, newest first
    std::vector<AppraisalLine> items;
};
BOOST_DESCRIBE_STRUCT(AppraisalYear, (), (year, years, items))

struct OpenAppraisalBody {
    Uuid person_id;
    Uuid school_id;
    std::int64_t year = 2025;
    std::string indicator;
};
BOOST_DESCRIBE_STRUCT(OpenAppraisalBody, (), (person_id, school_id, year, indicator))
/// `base_revision` is what the caller saw last: if somebody wrote since, nothing is saved.
struct StepBody {
    std::optional<std::int64_t> base_revision;
    PracticeStepLine step;
    std::optional<Uuid> submission_id;
};
BOOST_DESCRIBE_STRUCT(StepBody, (), (base_revision, step, submission_id))
struct RatingsBody {
    std::optional<std::int64_t> base_revision;
    Expectation work_result = Expectation::as_expected;
    Expectation behaviour = Expectation::as_expected;
};
BOOST_DESCRIBE_STRUCT(RatingsBody, (), (base_revision, work_result, behaviour))
struct EventBody {
    std::optional<std::int64_t> base_revision;
    AppraisalEvent event = AppraisalEvent::share;
    Private<std::string> text;
};
BOOST_DESCRIBE_STRUCT(EventBody, (), (base_revision, event, text))

}  // namespace pamong::performance
