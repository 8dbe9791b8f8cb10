#pragma once

#include "features/outcomes/usecases/class_results.h"
#include "platform/store/tx.h"

namespace pamong::outcomes {

class SqlClassResultStore final : public ClassResultStore {
  public:
    explicit SqlClassResultStore(store::Tx& tx) : tx_(tx) {}
    std::map<Uuid, std::pair<std::int64_t, ClassResult>> newest_of(const std::vector<ClassResultId>& ids) override;
    void add(const std::vector<std::pair<std::int64_t, ClassResult>>& revisions, Timestamp now) override;
    std::vector<ClassResult> results(const access::Reach& reach, const std::string& subject) override;
    void journal(std::string_view action, const Uuid& subject) override;

  private:
    store::Tx& tx_;
};

}  // namespace pamong::outcomes
