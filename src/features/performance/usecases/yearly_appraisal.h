#pragma once

#include "features/access/domain/actor.h"
#include "features/evidence/usecases/evidence.h"
#include "features/performance/domain/appraisal_cycle.h"
#include "features/performance/domain/practice_cycle.h"
#include "features/performance/domain/predicate.h"

namespace pamong::performance {

using AppraisalId = Id<struct AppraisalTag>;

/// The appraisal of one teacher in one performance year (January to December).
struct Appraisal {
    AppraisalId id;
    std::int64_t revision = 1;
    Uuid person_id;
    Uuid school_id;
    std::int64_t year = 2025;
    std::string indicator;  ///< exactly one of the eight classroom indicators
    AppraisalCourse course;
    PracticeCycle practice;
    std::optional<Uuid> submission_id{};  ///< the observation behind the second step
    std::optional<Expectation> work_result{};
    std::optional<Expectation> behaviour{};
    std::optional<Timestamp> frozen_at{};
    std::string content_hash{};
    std::optional<Uuid> assessor_person_id{};  ///< who last wrote in it as assessor
    Private<std::string> frozen_name{};        ///< of whoever froze it, as it was that day
};

/// A classroom observation that an appraisal may rest on.
struct LinkedObservation {
    Uuid first_id;  ///< of its first version: a correction of it is still the same observation
    std::optional<Uuid> subject_person_id{};
    std::string indicator;
    std::int64_t points = 0;
    std::int64_t points_of = 6;
    Timestamp observed_at;
};

class AppraisalStore {
  public:
    virtual ~AppraisalStore() = default;
    virtual std::optional<Appraisal> newest(const AppraisalId& id) = 0;
    virtual std::vector<Appraisal> of_person(const Uuid& person) = 0;
    virtual std::vector<Appraisal> within(const access::Reach& reach) = 0;
    virtual void add(const Appraisal& appraisal, std::string_view action, Timestamp now) = 0;
    virtual std::string hash_of(const Appraisal& appraisal) = 0;
    /// The last revision of each version, oldest first.
    virtual std::vector<Appraisal> versions(const AppraisalId& id) = 0;
    /// The newest observations of a person, or the one with this id.
    virtual std::vector<LinkedObservation> observations_of(const Uuid& person) = 0;
    virtual std::optional<LinkedObservation> observation(const Uuid& submission) = 0;
    virtual std::vector<MentoringSpan> mentoring_of(const Uuid& mentee) = 0;
    /// The school of the appraisal with its regions, for permissions.
    virtual access::Where place_of(const Appraisal& appraisal) = 0;
};

/// What the use cases need besides the record; `matrix` comes from regulations/.
struct AppraisalDesk {
    const access::Actor& actor;
    Timestamp now;
    AppraisalStore& store;
    evidence::EvidenceStore& evidence;
    const PredicateMatrix& matrix;
    std::string actor_name{};                     ///< kept with what this person freezes
    std::optional<std::int64_t> base_revision{};  ///< what the caller saw last; another one since is a conflict
};

struct OpenAppraisal {
    AppraisalId id;
    Uuid person_id;
    Uuid school_id;
    std::int64_t year = 2025;
    std::string indicator;
};
/// One a teacher and year; the same id again changes nothing. Problems: access.not_permitted, performance.own_appraisal
/// (nobody appraises themselves), performance.no_indicator, performance.year_taken.
Result<Appraisal> open_appraisal(const OpenAppraisal& command, const AppraisalDesk& desk);

/// Records the next of the five steps; none can be skipped. The observation may name its submission.
/// Problems: performance.not_found, access.not_permitted, those of PracticeCycle::with(), performance.appraisal_state,
/// performance.observation_unknown, performance.observation_other (of somebody else, or of another indicator),
/// performance.conflict (somebody else wrote since base_revision).
Result<Appraisal> record_step(const AppraisalId& id, PracticeStep step, StepRecord record,
                              std::optional<Uuid> submission, const AppraisalDesk& desk);

/// The two ratings that a person chooses; the matrix does the rest. One teacher a call: there is no bulk rating.
/// Problems: as above, performance.practice_incomplete (before the follow-up talk).
Result<Appraisal> rate(const AppraisalId& id, Expectation work_result, Expectation behaviour,
                       const AppraisalDesk& desk);

enum class AppraisalEvent { share, agree, object, accept_objection, keep_ratings, freeze, correct };
/// Moves the record on: the teacher agrees or objects with a reason, the appraiser does the rest. Freezing keeps name,
/// time and content hash and offers the predicate as evidence. Problems: those of the course, performance.not_rated.
Result<Appraisal> move_on(const AppraisalId& id, AppraisalEvent event, Private<std::string> text,
                          const AppraisalDesk& desk);

/// Own appraisals once they are shared, and those within reach.
std::vector<Appraisal> visible_appraisals(const AppraisalDesk& desk);
Result<Appraisal> readable_appraisal(const AppraisalId& id, const AppraisalDesk& desk);

/// The teacher and whoever appraises them read what was said in the talks; others with the permission see the rest.
bool reads_notes(const Appraisal& appraisal, const AppraisalDesk& desk);
bool may_write(const Appraisal& appraisal, const AppraisalDesk& desk);
/// The assessor mentors the teacher in the same year: shown to both, for people to act on.
bool is_flagged(const Appraisal& appraisal, AppraisalStore& store);

/// The evidence of the two ratings; the predicate's is the appraisal's own id.
Uuid work_result_id(const AppraisalId& id);
Uuid behaviour_id(const AppraisalId& id);

}  // namespace pamong::performance
