#pragma once

#include "features/evaluation/usecases/evaluation_store.h"
#include "platform/store/tx.h"

namespace pamong::evaluation {

class SqlEvaluationStore final : public EvaluationStore {
  public:
    explicit SqlEvaluationStore(store::Tx& tx) : tx_(tx) {}
    std::vector<Evaluation> evaluations() override;
    std::optional<Evaluation> evaluation(const EvaluationId& id) override;
    std::optional<Evaluation> for_change(const EvaluationId& id) override;
    void save(const Evaluation& evaluation) override;
    void save(const EvaluationId& evaluation, const std::vector<Aspect>& aspects) override;
    std::optional<Link> link(const LinkId& id) override;
    void save(const Link& link) override;
    void save(const EvaluationId& evaluation, const Recommendation& recommendation) override;
    void add(const RecommendationId& recommendation, const FollowUp& follow_up) override;
    std::optional<Report> newest_report(const EvaluationId& id) override;
    void add(const Report& report) override;
    void journal(std::string_view action, std::string_view kind, const Uuid& subject) override;

    /// The newest report as it was written: canonical and byte-stable.
    std::optional<std::string> newest_report_json(const EvaluationId& id);
    /// The evaluation whose report was published last.
    std::optional<EvaluationId> latest_published();

  private:
    std::optional<Evaluation> found(std::string_view sql, const EvaluationId& id);
    void load_aspects(Evaluation& evaluation);
    void load_recommendations(std::vector<Evaluation>& evaluations);
    store::Tx& tx_;
};

}  // namespace pamong::evaluation
