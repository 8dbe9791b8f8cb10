#pragma once

#include "features/performance/adapters/wire.h"
#include "platform/store/tx.h"

namespace pamong::performance {

class SqlAppraisalStore final : public AppraisalStore {
  public:
    explicit SqlAppraisalStore(store::Tx& tx) : tx_(tx) {}
    std::optional<Appraisal> newest(const AppraisalId& id) override;
    std::vector<Appraisal> of_person(const Uuid& person) override;
    std::vector<Appraisal> within(const access::Reach& reach) override;
    void add(const Appraisal& appraisal, std::string_view action, Timestamp now) override;
    std::string hash_of(const Appraisal& appraisal) override;
    std::vector<Appraisal> versions(const AppraisalId& id) override;
    std::vector<LinkedObservation> observations_of(const Uuid& person) override;
    std::optional<LinkedObservation> observation(const Uuid& submission) override;
    std::vector<MentoringSpan> mentoring_of(const Uuid& mentee) override;
    access::Where place_of(const Appraisal& appraisal) override;

  private:
    store::Tx& tx_;
};

std::vector<PracticeStepLine> lines_of(const PracticeCycle& practice);

}  // namespace pamong::performance
