#pragma once

#include "features/competence/usecases/scores.h"
#include "platform/store/tx.h"

namespace pamong::competence {

class SqlScoreStore final : public ScoreStore {
  public:
    explicit SqlScoreStore(store::Tx& tx) : tx_(tx) {}
    std::map<Uuid, std::pair<std::int64_t, TestScore>> newest_of(const std::vector<ScoreId>& ids) override;
    void add(const std::vector<std::pair<std::int64_t, TestScore>>& revisions, Timestamp now) override;
    std::vector<TestScore> of_test(const std::string& test, std::int64_t year) override;
    std::vector<TestScore> of_person(const Uuid& person) override;
    void journal(std::string_view action, const Uuid& subject) override;

  private:
    store::Tx& tx_;
};

}  // namespace pamong::competence
