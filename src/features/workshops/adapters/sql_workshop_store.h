#pragma once

#include "features/workshops/usecases/run_workshop.h"
#include "platform/store/tx.h"

namespace pamong::workshops {

class SqlWorkshopStore final : public WorkshopStore {
  public:
    explicit SqlWorkshopStore(store::Tx& tx) : tx_(tx) {}
    std::optional<Workshop> find(const WorkshopId& id) override;
    std::optional<Workshop> find_for_change(const WorkshopId& id) override;
    std::vector<Workshop> all() override;
    void add(const Workshop& workshop) override;
    void save_state(const Workshop& workshop) override;
    void add_members(const WorkshopId& workshop, const std::vector<Member>& members) override;
    void set_attendance(const WorkshopId& workshop, const MemberId& member, std::optional<Timestamp> at) override;
    void save_position(const WorkshopId& workshop, const Position& position) override;
    void save_product(const WorkshopId& workshop, const Product& product) override;
    void save_aim(const WorkshopId& workshop, const Aim& aim) override;
    void save_reflection(const WorkshopId& workshop, const MemberId& member, const std::string& text) override;
    void journal(std::string_view action, const Uuid& subject) override;

  private:
    std::optional<Workshop> read(std::string_view sql, const WorkshopId& id);
    store::Tx& tx_;
};

/// Lokakarya 8 from regulations/pgp_agenda_workshop8.csv, with its five aims.
const Template& workshop8_template();
/// The four days in which districts look back on a partnership (regulations/partnership_evaluation_agenda.csv).
const Template& partnership_evaluation_template();

}  // namespace pamong::workshops
