#pragma once

#include "features/evaluation/adapters/report_wire.h"

namespace pamong::evaluation {

struct EvaluationBody {
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
    std::optional<Uuid> programme_id;
    std::optional<Uuid> school_id;
    std::vector<Uuid> region_ids;
    std::optional<std::int64_t> base_revision;
};
BOOST_DESCRIBE_STRUCT(EvaluationBody, (),
                      (title, programme_name, purpose, use, users, description, method, limits, place, period_from,
                       period_to, scale_rule, informants, programme_id, school_id, region_ids, base_revision))

struct EvaluationLine {
    EvaluationId id;
    std::string title;
    std::string programme_name;
    EvaluationState state = EvaluationState::draft;
    Day period_from;
    Day period_to;
    std::optional<Decision> decision;
    std::int64_t open_recommendations = 0;
};
BOOST_DESCRIBE_STRUCT(EvaluationLine, (),
                      (id, title, programme_name, state, period_from, period_to, decision, open_recommendations))
struct EvaluationList {
    std::vector<EvaluationLine> items;
    bool may_manage = false;
};
BOOST_DESCRIBE_STRUCT(EvaluationList, (), (items, may_manage))

struct LinkLine {
    LinkId id;
    evidence::ItemRef item;
    evidence::Kind kind = evidence::Kind::source;
    std::string label;
    LinkRole role = LinkRole::document;
    LinkWhy why = LinkWhy::supports;
    std::string note;
    bool stale = false;
};
BOOST_DESCRIBE_STRUCT(LinkLine, (), (id, item, kind, label, role, why, note, stale))
struct MeasureLine {
    std::vector<NumberRef> inputs;
    std::string value;  ///< as printed, with its unit
    std::string band;
};
BOOST_DESCRIBE_STRUCT(MeasureLine, (), (inputs, value, band))
struct AspectPage {
    AspectId id;
    std::string code;
    CippComponent component = CippComponent::context;
    std::string name;
    std::string question;
    std::string criterion;
    std::string standard;
    std::optional<Exact> standard_value;
    std::string sources;
    bool used = true;
    std::vector<LinkLine> links;
    std::vector<Sentence> finding;
    std::optional<MeasureLine> measure;
    std::optional<std::string> discrepancy;
    std::optional<Judgement> judgement;
    std::string reason;
    std::string cause;
    bool stale = false;  ///< something it rests on has changed
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(AspectPage, (),
                      (id, code, component, name, question, criterion, standard, standard_value, sources, used, links,
                       finding, measure, discrepancy, judgement, reason, cause, stale, revision))
struct FollowUpLine {
    Uuid id;
    FollowUpStatus status = FollowUpStatus::open;
    std::string note;
    Timestamp noted_at;
};
BOOST_DESCRIBE_STRUCT(FollowUpLine, (), (id, status, note, noted_at))
struct RecommendationLine {
    RecommendationId id;
    std::optional<AspectId> aspect_id;
    std::int64_t position = 0;
    Advice kind = Advice::improve;
    std::string text;
    std::string responsible;
    Day due_on;
    Priority priority = Priority::medium;
    FollowUpStatus status = FollowUpStatus::open;
    std::vector<FollowUpLine> follow_ups;
};
BOOST_DESCRIBE_STRUCT(RecommendationLine, (),
                      (id, aspect_id, position, kind, text, responsible, due_on, priority, status, follow_ups))
struct EvaluationPage {
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
    std::vector<Informants> informants;
    EvaluationState state = EvaluationState::draft;
    std::optional<Timestamp> locked_at;
    std::string lock_hash;
    std::optional<Decision> decision;
    std::string decision_reason;
    std::vector<AspectPage> aspects;
    std::vector<RecommendationLine> recommendations;
    std::optional<std::int64_t> report_number;
    bool may_manage = false;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(EvaluationPage, (),
                      (id, title, programme_name, purpose, use, users, description, method, limits, place, period_from,
                       period_to, scale_rule, informants, state, locked_at, lock_hash, decision, decision_reason,
                       aspects, recommendations, report_number, may_manage, revision))

struct AspectBody {
    std::string question;
    std::string criterion;
    std::string standard;
    std::optional<Exact> standard_value;
    std::string sources;
    bool used = true;
    std::optional<std::int64_t> base_revision;
};
BOOST_DESCRIBE_STRUCT(AspectBody, (), (question, criterion, standard, standard_value, sources, used, base_revision))
struct LinkBody {
    AspectId aspect_id;
    Uuid item_id;
    LinkRole role = LinkRole::document;
    LinkWhy why = LinkWhy::supports;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(LinkBody, (), (aspect_id, item_id, role, why, note))
/// A number of a fact: which member ("mean") of which item.
struct NumberBody {
    std::string name;
    Uuid item_id;
    std::string path;
    std::int64_t places = 0;
};
BOOST_DESCRIBE_STRUCT(NumberBody, (), (name, item_id, path, places))
struct MeasureBody {
    std::vector<NumberBody> inputs;
};
BOOST_DESCRIBE_STRUCT(MeasureBody, (), (inputs))
struct SentenceBody {
    std::string text;
    std::vector<NumberBody> numbers;
};
BOOST_DESCRIBE_STRUCT(SentenceBody, (), (text, numbers))
struct FindingBody {
    std::vector<SentenceBody> sentences;
    std::optional<std::int64_t> base_revision;
};
BOOST_DESCRIBE_STRUCT(FindingBody, (), (sentences, base_revision))
struct JudgementBody {
    Judgement judgement = Judgement::fulfilled;
    std::string reason;
    std::string cause;
    std::optional<std::int64_t> base_revision;
};
BOOST_DESCRIBE_STRUCT(JudgementBody, (), (judgement, reason, cause, base_revision))
struct DecisionBody {
    Decision decision = Decision::proceed;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DecisionBody, (), (decision, reason))
struct RecommendationBody {
    std::optional<AspectId> aspect_id;
    Advice kind = Advice::improve;
    std::string text;
    std::string responsible;
    Day due_on;
    Priority priority = Priority::medium;
};
BOOST_DESCRIBE_STRUCT(RecommendationBody, (), (aspect_id, kind, text, responsible, due_on, priority))
struct FollowUpBody {
    RecommendationId recommendation_id;
    FollowUpStatus status = FollowUpStatus::in_progress;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(FollowUpBody, (), (recommendation_id, status, note))

/// A fact that can be linked, with the numbers that sentences and measures can cite.
struct CitableNumber {
    std::string path;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(CitableNumber, (), (path, value))
struct CitableItem {
    Uuid id;
    std::int64_t revision = 1;
    evidence::Kind kind = evidence::Kind::source;
    std::string label;
    Timestamp made_at;
    std::string quote;  ///< of codings, the claim of themes; empty otherwise
    std::vector<CitableNumber> numbers;
};
BOOST_DESCRIBE_STRUCT(CitableItem, (), (id, revision, kind, label, made_at, quote, numbers))
struct CitableList {
    std::vector<CitableItem> items;
};
BOOST_DESCRIBE_STRUCT(CitableList, (), (items))

struct ReportPage {
    Report report;
    std::vector<Uuid> stale;  ///< statements that rest on something that has changed since
};
BOOST_DESCRIBE_STRUCT(ReportPage, (), (report, stale))

/// `pamong evaluation trace`.
struct TraceEntry {
    std::string kind;
    std::string id;
    std::string why;
    std::vector<std::string> parents;
};
BOOST_DESCRIBE_STRUCT(TraceEntry, (), (kind, id, why, parents))
struct TraceClaim {
    std::string text;
    std::vector<TraceEntry> chain;
};
BOOST_DESCRIBE_STRUCT(TraceClaim, (), (text, chain))
struct TraceDocument {
    std::vector<TraceClaim> claims;
};
BOOST_DESCRIBE_STRUCT(TraceDocument, (), (claims))

}  // namespace pamong::evaluation
