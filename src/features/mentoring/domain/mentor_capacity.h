#pragma once

#include "base/result.h"

namespace pamong::mentoring {

/// The rule "a mentor has at most N mentees".
///
/// N comes from the programme's template (regulations/programme_templates.json) and is kept per mentor in
/// mentoring_mentor_place. The matching engine plans within it; whoever makes a pair asks here again, while the
/// mentor's row is locked, so two coordinators cannot both take the last place.
struct MentorCapacity {
    int most_mentees = 1;
    int open_pairs = 0;  ///< pairs that nobody has declined or ended

    [[nodiscard]] int places_left() const;
    /// Problem: mentoring.mentor_is_full {most}.
    [[nodiscard]] Done room_for(int more = 1) const;
};

}  // namespace pamong::mentoring
