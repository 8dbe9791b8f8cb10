#pragma once

#include "features/plans/usecases/keep_plan.h"
#include "platform/store/tx.h"

namespace pamong::plans {

class SqlPlanStore final : public PlanStore {
  public:
    explicit SqlPlanStore(store::Tx& tx) : tx_(tx) {}
    std::optional<Plan> newest(const PlanId& id) override;
    std::vector<Plan> of_person(const Uuid& person) override;
    std::vector<Plan> within(const access::Reach& reach) override;
    void journal(std::string_view action, const Uuid& subject) override;
    void add(const Plan& plan, Timestamp now) override;
    std::string content_of(const Plan& plan) override;

  private:
    store::Tx& tx_;
};

}  // namespace pamong::plans
