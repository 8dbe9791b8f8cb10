#pragma once

#include "features/programmes/usecases/programmes.h"
#include "platform/store/tx.h"

namespace pamong::programmes {

class SqlProgrammeStore final : public ProgrammeStore {
  public:
    explicit SqlProgrammeStore(store::Tx& tx) : tx_(tx) {}
    std::optional<Programme> find(const ProgrammeId& id) override;
    void hold(const ProgrammeId& id) override;
    std::vector<Programme> all() override;
    std::vector<Uuid> regions_of_school(const Uuid& school) override;
    std::vector<ProgrammeId> with_person(const PersonId& person) override;
    void add(const Programme& programme, const std::vector<Phase>& phases, Timestamp now) override;
    std::vector<Phase> phases_of(const ProgrammeId& id) override;
    std::vector<Participant> participants_of(const ProgrammeId& id) override;
    void add_participants(const ProgrammeId& id, const std::vector<Participant>& participants, Timestamp now) override;
    std::vector<Goal> goals_of(const ProgrammeId& id) override;
    bool add_goal(const ProgrammeId& id, const Goal& goal) override;
    std::vector<Policy> policies_of(const ProgrammeId& id) override;
    bool add_policy(const ProgrammeId& id, const Policy& policy) override;

  private:
    store::Tx& tx_;
};

}  // namespace pamong::programmes
