#pragma once

#include "features/evaluation/adapters/report_wire.h"

namespace pamong::evaluation {

struct EvaluationRow {
    EvaluationId id;
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
    JsonText informants;
    std::optional<Uuid> programme_id;
    std::optional<Uuid> school_id;
    JsonText region_ids;
    EvaluationState state = EvaluationState::draft;
    std::optional<Timestamp> locked_at;
    std::string lock_hash;
    std::optional<Decision> decision;
    std::string decision_reason;
    std::optional<Timestamp> decided_at;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(EvaluationRow, (),
                      (id, title, programme_name, purpose, use, users, description, method, limits, place, period_from,
                       period_to, scale_rule, informants, programme_id, school_id, region_ids, state, locked_at,
                       lock_hash, decision, decision_reason, decided_at, revision))

/// The column `measure`.
struct MeasureJson {
    std::vector<NumberRef> inputs;
    std::int64_t numerator = 0;  ///< the value as a fraction, so that nothing is rounded
    std::int64_t denominator = 1;
    std::string band;
};
BOOST_DESCRIBE_STRUCT(MeasureJson, (), (inputs, numerator, denominator, band))

struct AspectRow {
    AspectId id;
    std::int64_t position = 0;
    std::string code;
    CippComponent component = CippComponent::context;
    std::string name;
    std::string question;
    std::string criterion;
    std::string standard;
    std::optional<Exact> standard_value;
    std::string sources;
    bool used = true;
    JsonText finding;
    std::optional<JsonText> measure;
    std::optional<Judgement> judgement;
    std::string reason;
    std::string cause;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(AspectRow, (),
                      (id, position, code, component, name, question, criterion, standard, standard_value, sources,
                       used, finding, measure, judgement, reason, cause, revision))

struct LinkRow {
    LinkId id;
    AspectId aspect_id;
    Uuid item_id;
    std::int64_t item_revision = 1;
    evidence::Kind item_kind = evidence::Kind::source;
    std::string label;
    LinkRole role = LinkRole::document;
    LinkWhy why = LinkWhy::supports;
    std::string note;
    bool removed = false;
};
BOOST_DESCRIBE_STRUCT(LinkRow, (), (id, aspect_id, item_id, item_revision, item_kind, label, role, why, note, removed))

struct RecommendationRow {
    RecommendationId id;
    EvaluationId evaluation_id;
    std::optional<AspectId> aspect_id;
    std::int64_t position = 0;
    Advice kind = Advice::improve;
    std::string text;
    std::string responsible;
    Day due_on;
    Priority priority = Priority::medium;
    FollowUpStatus status = FollowUpStatus::open;
};
BOOST_DESCRIBE_STRUCT(RecommendationRow, (),
                      (id, evaluation_id, aspect_id, position, kind, text, responsible, due_on, priority, status))

struct FollowUpRow {
    Uuid id;
    RecommendationId recommendation_id;
    FollowUpStatus status = FollowUpStatus::open;
    std::string note;
    Timestamp noted_at;
};
BOOST_DESCRIBE_STRUCT(FollowUpRow, (), (id, recommendation_id, status, note, noted_at))

struct ReportRow {
    JsonText content;
};
BOOST_DESCRIBE_STRUCT(ReportRow, (), (content))
struct EvaluationIdRow {
    EvaluationId evaluation_id;
};
BOOST_DESCRIBE_STRUCT(EvaluationIdRow, (), (evaluation_id))

}  // namespace pamong::evaluation
