#pragma once

#include "base/result.h"
#include "features/access/domain/actor.h"
#include "features/evaluation/domain/measure.h"
#include "features/evaluation/domain/report.h"
#include "features/evidence/usecases/evidence.h"

namespace pamong::evaluation {

class EvaluationStore {
  public:
    virtual ~EvaluationStore() = default;
    /// Newest first; without aspects, with recommendations.
    virtual std::vector<Evaluation> evaluations() = 0;
    virtual std::optional<Evaluation> evaluation(const EvaluationId& id) = 0;
    /// The same, with its row locked until the transaction ends.
    virtual std::optional<Evaluation> for_change(const EvaluationId& id) = 0;
    virtual void save(const Evaluation& evaluation) = 0;  ///< without aspects and recommendations
    virtual void save(const EvaluationId& evaluation, const std::vector<Aspect>& aspects) = 0;
    virtual std::optional<Link> link(const LinkId& id) = 0;
    virtual void save(const Link& link) = 0;
    virtual void save(const EvaluationId& evaluation, const Recommendation& recommendation) = 0;
    virtual void add(const RecommendationId& recommendation, const FollowUp& follow_up) = 0;

    virtual std::optional<Report> newest_report(const EvaluationId& id) = 0;
    virtual void add(const Report& report) = 0;
    /// The audit entry of a change, without personal text.
    virtual void journal(std::string_view action, std::string_view kind, const Uuid& subject) = 0;
};

/// Reads members of canonical JSON, which use cases know nothing about.
class FactReader {
  public:
    virtual ~FactReader() = default;
    /// The number at "groups.0.mean": a JSON number, or a text that is one.
    virtual std::optional<Exact> number_at(const std::string& content, std::string_view path) = 0;
    virtual bool says_yes(const std::string& content, std::string_view path) = 0;
};

/// Who acts, when, with what: the same for every use case here.
struct Work {
    const access::Actor& actor;
    Timestamp now;
    EvaluationStore& store;
    evidence::EvidenceStore& evidence;
    FactReader& facts;
    const Scales& scales;
};

}  // namespace pamong::evaluation
