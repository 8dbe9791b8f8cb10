#include "features/performance/domain/practice_cycle.h"

#include <algorithm>

namespace pamong {
namespace {

constexpr std::size_t practice_steps = 5;

std::optional<std::string> missing_field(const StepRecord& record) {
    if (record.place.empty()) return "place";
    const auto nameless = [](const Private<std::string>& person) { return person.reveal().empty(); };
    if (record.people.empty() || std::ranges::any_of(record.people, nameless)) return "people";
    if (record.notes.reveal().empty()) return "notes";
    if (record.agreed_action.reveal().empty()) return "agreed_action";
    return std::nullopt;
}

}  // namespace

std::optional<PracticeStep> PracticeCycle::next() const {
    if (records_.size() >= practice_steps) return std::nullopt;
    return static_cast<PracticeStep>(records_.size());
}

Result<PracticeCycle> PracticeCycle::with(PracticeStep step, StepRecord record) const {
    if (next() != step) return refused("performance.practice_step_order");
    if (const auto field = missing_field(record)) return refused("performance.practice_step_incomplete", {}, *field);
    if (!records_.empty() && record.date < records_.back().date)
        return refused("performance.practice_step_date", {{"earliest", to_string(records_.back().date)}}, "date");
    PracticeCycle longer = *this;
    longer.records_.push_back(std::move(record));
    return longer;
}

}  // namespace pamong
