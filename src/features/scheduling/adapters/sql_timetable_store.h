#pragma once

#include "features/scheduling/usecases/timetables.h"
#include "platform/store/tx.h"

namespace pamong::timetables {

class SqlTimetableStore final : public TimetableStore {
  public:
    explicit SqlTimetableStore(store::Tx& tx) : tx_(tx) {}
    std::optional<Timetable> of_person(const Uuid& person) override;
    void save(const Timetable& timetable, Timestamp now) override;
    void add_all(const std::vector<Timetable>& timetables, Timestamp now) override;
    std::vector<ClosedDays> closed_days() override;
    bool add_closed_days(const ClosedDays& days) override;
    int utc_offset_hours() override;

  private:
    store::Tx& tx_;
};

}  // namespace pamong::timetables
