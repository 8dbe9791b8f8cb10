#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/exact.h"
#include "base/id.h"
#include "base/result.h"

namespace pamong::instruments {

using SubmissionId = Id<struct SubmissionTag>;

/// received: stands; conflict: two versions correct the same one, a person must merge; superseded: corrected later;
/// quarantined: came from a device whose session had ended, waits until its owner says it is theirs.
enum class SubmissionState { received, conflict, superseded, quarantined };
BOOST_DESCRIBE_ENUM(SubmissionState, received, conflict, superseded, quarantined)

/// What an answer is. `missing` stands for a required question that was shown and left empty: a flag, no refusal.
enum class AnswerKind { text, whole, decimal, day, moment, choice, choices, missing };
BOOST_DESCRIBE_ENUM(AnswerKind, text, whole, decimal, day, moment, choice, choices, missing)

/// One answered question. `path` is stable across versions of an instrument and serves as the question's id; inside
/// repeats `repeat_index` counts from 1 ("2", or "2.1" when nested) and is empty elsewhere.
struct Answer {
    std::string path;
    std::string repeat_index;
    std::string value;
    std::optional<Exact> number{};
    AnswerKind kind = AnswerKind::text;
};

/// The rating of one classroom indicator: three focus behaviours with 0, 1 or 2 points each.
struct ObservationRating {
    std::string indicator;
    std::int64_t points = 0;
    std::int64_t points_of = 6;
};

/// Reads the rating from the answers of the classroom observation; nothing while a behaviour is unrated.
std::optional<ObservationRating> rating_of(const std::vector<Answer>& answers);

struct Submission {
    SubmissionId id;
    SubmissionId first_id;  ///< of the first version: the identity that evidence keeps
    std::int64_t version_number = 1;
    std::optional<SubmissionId> deprecated_id{};
    std::string instrument;
    std::string instrument_version;
    std::string xml;
    std::string content_hash;
    std::optional<Uuid> session_id{};
    std::optional<Uuid> subject_person_id{};
    std::optional<Uuid> observer_person_id{};
    AccountId account;
    Timestamp device_time;
    Timestamp received_at;
    SubmissionState state = SubmissionState::received;
    std::optional<ObservationRating> rating{};
    std::string title{};  ///< of the instrument; known while it is being received, not kept
};

/// What a report may cite of the answers, as JSON objects by the last word of the path. Written words stay out, and so
/// does what stands in repeats; choices are codes of the form, never free text.
struct CitableAnswers {
    std::string choices;
    std::string numbers;
};
CitableAnswers citable_answers(const std::vector<Answer>& answers);

/// The instrument's title and what it is about ("Observasi kelas UBK"): the choice at /data/indicator or /data/aspect.
std::string evidence_label(const std::string& title, const std::vector<Answer>& answers);

}  // namespace pamong::instruments
