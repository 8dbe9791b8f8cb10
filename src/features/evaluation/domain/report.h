#pragma once

#include "features/evaluation/domain/evaluation.h"

namespace pamong::evaluation {

/// A stretch of a printed sentence; a number carries where it was read.
struct ReportPiece {
    std::string text;
    std::optional<evidence::ItemRef> item;
    std::string path;
};

/// One sentence or figure of a report: an item of kind `statement` in the evidence graph.
struct Claim {
    evidence::ItemRef statement;
    std::string slot;  ///< its place in the report: "finding:P2:1"
    std::vector<ReportPiece> pieces;
    [[nodiscard]] std::string text() const;
};

struct ReportEvidence {
    evidence::ItemRef item;
    evidence::Kind kind = evidence::Kind::source;
    LinkRole role = LinkRole::document;
    LinkWhy why = LinkWhy::supports;
    std::string label;
    std::string note;
};

struct ReportAspect {
    std::string code;
    CippComponent component = CippComponent::context;
    std::string name;
    Claim question;
    Claim criterion;
    Claim standard;
    std::vector<Claim> finding;
    std::vector<ReportEvidence> evidence;
    std::optional<Claim> measure;
    std::optional<Claim> discrepancy;
    Judgement judgement = Judgement::fulfilled;
    Claim reason;
    std::optional<Claim> cause;
};

struct ReportRecommendation {
    RecommendationId id;
    std::string aspect_code;
    Advice kind = Advice::improve;
    Priority priority = Priority::medium;
    Day due_on;
    Claim text;
    Claim responsible;
};

/// A published report: every sentence and figure in it is a claim.
struct Report {
    EvaluationId evaluation_id;
    std::int64_t number = 1;
    std::string issuer;
    std::string title;
    std::string programme_name;
    std::string place;
    Day period_from;
    Day period_to;
    Timestamp published_at;
    ScaleRule scale_rule = ScaleRule::A;
    Decision decision = Decision::proceed;
    std::vector<Claim> purpose;
    std::vector<Claim> description;
    std::vector<Claim> method;
    std::vector<Claim> informants;
    std::vector<ReportAspect> aspects;
    std::vector<Claim> summary;
    std::vector<Claim> conclusion;
    std::vector<ReportRecommendation> recommendations;
    std::vector<Claim> limits;
};

/// All claims in the order of the report.
std::vector<const Claim*> claims_of(const Report& report);
std::vector<Claim*> claims_of(Report& report);

}  // namespace pamong::evaluation
