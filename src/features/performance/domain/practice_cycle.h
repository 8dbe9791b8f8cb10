#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/private.h"
#include "base/result.h"
#include "base/time.h"

namespace pamong {

/// The classroom practice of the performance year, in its only order.
enum class PracticeStep { preparation_talk, observation, follow_up_talk, follow_up_effort, reflection };

/// The trail of one step. Names and notes are personal text.
struct StepRecord {
    Day date{};
    std::string place;
    std::vector<Private<std::string>> people;
    Private<std::string> notes{};
    Private<std::string> agreed_action{};
};

/// One practice cycle of one teacher: steps are recorded once, in order, and none is skipped.
class PracticeCycle {
  public:
    /// The step that is due; nothing when the cycle is complete.
    [[nodiscard]] std::optional<PracticeStep> next() const;
    [[nodiscard]] const std::vector<StepRecord>& records() const { return records_; }

    /// Problems: practice_step_order (skipped, repeated or after the end), practice_step_incomplete (at = field),
    /// practice_step_date (before the step it follows).
    [[nodiscard]] Result<PracticeCycle> with(PracticeStep step, StepRecord record) const;

  private:
    std::vector<StepRecord> records_;
};

}  // namespace pamong
