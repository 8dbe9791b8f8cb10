#pragma once

#include <boost/describe/enum.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/exact.h"
#include "base/id.h"
#include "features/evidence/domain/evidence.h"

namespace pamong::evaluation {

using EvaluationId = Id<struct EvaluationTag>;
using AspectId = Id<struct AspectTag>;
using LinkId = Id<struct EvaluationLinkTag>;
using RecommendationId = Id<struct RecommendationTag>;

enum class CippComponent { context, input, process, product };
BOOST_DESCRIBE_ENUM(CippComponent, context, input, process, product)
/// formative: for improving; summative: for accounting.
enum class EvaluationUse { formative, summative };
BOOST_DESCRIBE_ENUM(EvaluationUse, formative, summative)
/// A and B read percents, C the distance from the ideal mean, D means on 1 to 5, E judgements of qualitative evidence.
enum class ScaleRule { A, B, C, D, E };
BOOST_DESCRIBE_ENUM(ScaleRule, A, B, C, D, E)
enum class EvaluationState { draft, locked, collecting, judged, closed };
BOOST_DESCRIBE_ENUM(EvaluationState, draft, locked, collecting, judged, closed)
enum class Judgement { fulfilled, mostly, partly, not_fulfilled };
BOOST_DESCRIBE_ENUM(Judgement, fulfilled, mostly, partly, not_fulfilled)
enum class Decision { proceed, proceed_improved, extend, revise, stop };
BOOST_DESCRIBE_ENUM(Decision, proceed, proceed_improved, extend, revise, stop)
enum class LinkRole { observation, score, statistic, quote, document };
BOOST_DESCRIBE_ENUM(LinkRole, observation, score, statistic, quote, document)
enum class LinkWhy { supports, contradicts, qualifies };
BOOST_DESCRIBE_ENUM(LinkWhy, supports, contradicts, qualifies)
enum class Advice { keep, improve, add, stop };
BOOST_DESCRIBE_ENUM(Advice, keep, improve, add, stop)
enum class Priority { high, medium, low };
BOOST_DESCRIBE_ENUM(Priority, high, medium, low)
enum class FollowUpStatus { open, in_progress, done, dropped };
BOOST_DESCRIBE_ENUM(FollowUpStatus, open, in_progress, done, dropped)

/// Who is asked, why they, and how.
struct Informants {
    std::string role;
    std::int64_t people = 0;
    std::string chosen_because;
    std::string technique;
    friend bool operator==(const Informants&, const Informants&) = default;
};

/// One number of a record: the member `path` ("mean", "groups.0.mean") of the content of one revision of one item. It
/// is read when the sentence is rendered; nobody types it.
struct NumberRef {
    std::string name;  ///< of the hole "{name}" in a sentence, or of the input of a measure
    evidence::ItemRef item;
    std::string path;
    std::int64_t places = 0;  ///< digits after the comma
    friend bool operator==(const NumberRef&, const NumberRef&) = default;
};

/// A sentence with holes: "{persen} persen sesi terlaksana."
struct Sentence {
    std::string text;
    std::vector<NumberRef> numbers;
    friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// What the scale rule makes of the numbers of an aspect.
struct Measure {
    std::vector<NumberRef> inputs;
    Exact value{};  ///< percent, deviations or mean, as the rule says
    std::string band;
};

struct Link {
    LinkId id;
    AspectId aspect_id;
    evidence::ItemRef item;
    evidence::Kind kind = evidence::Kind::source;
    std::string label;
    LinkRole role = LinkRole::document;
    LinkWhy why = LinkWhy::supports;
    std::string note;
    bool removed = false;
};

struct Aspect {
    AspectId id;
    std::int64_t position = 0;
    std::string code;  ///< C1 .. R5
    CippComponent component = CippComponent::context;
    std::string name;
    // Fixed by the lock:
    std::string question;
    std::string criterion;
    std::string standard;
    std::optional<Exact> standard_value;  ///< in the unit of the scale rule, where the standard is a number
    std::string sources;
    bool used = true;
    // After it:
    std::vector<Link> links;
    std::vector<Sentence> finding;
    std::optional<Measure> measure;
    std::optional<Judgement> judgement;
    std::string reason;
    std::string cause;
    std::int64_t revision = 1;
};

struct FollowUp {
    Uuid id;
    FollowUpStatus status = FollowUpStatus::open;
    std::string note;
    Timestamp noted_at;
};
struct Recommendation {
    RecommendationId id;
    std::optional<AspectId> aspect_id;
    std::int64_t position = 0;
    Advice kind = Advice::improve;
    std::string text;
    std::string responsible;  ///< an office or a role, such as "Kepala sekolah"
    Day due_on;
    Priority priority = Priority::medium;
    FollowUpStatus status = FollowUpStatus::open;
    std::vector<FollowUp> follow_ups;
};

/// What is written before the lock; afterwards it stands.
struct Plan {
    std::string title;
    std::string programme_name;
    std::string purpose;
    EvaluationUse use = EvaluationUse::formative;
    std::string users;
    std::string description;
    std::string method;
    std::string limits;
    std::string place;
    Day period_from;
    Day period_to;
    ScaleRule scale_rule = ScaleRule::A;
    std::vector<Informants> informants;
    // For whom it is visible:
    std::optional<Uuid> programme_id;
    std::optional<Uuid> school_id;
    std::vector<Uuid> region_ids;
    friend bool operator==(const Plan&, const Plan&) = default;
};

struct Evaluation {
    EvaluationId id;
    Plan plan;
    EvaluationState state = EvaluationState::draft;
    std::optional<Timestamp> locked_at;
    std::string lock_hash;
    std::optional<Decision> decision;
    std::string decision_reason;
    std::optional<Timestamp> decided_at;
    std::vector<Aspect> aspects;  ///< in the order of the checklist
    std::vector<Recommendation> recommendations;
    std::int64_t revision = 1;

    [[nodiscard]] Aspect* aspect(const AspectId& id);
    [[nodiscard]] const Aspect* aspect(const AspectId& id) const;
    [[nodiscard]] Recommendation* recommendation(const RecommendationId& id);
};

/// The aspect's id: the same wherever it is made, so that a repeated command finds it.
AspectId aspect_id(const EvaluationId& evaluation, std::string_view code);

template <class E>
std::string code_of(E value) {
    return boost::describe::enum_to_string(value, "");
}

}  // namespace pamong::evaluation
