#include "features/mentoring/domain/mentor_capacity.h"

#include <algorithm>

namespace pamong::mentoring {

int MentorCapacity::places_left() const { return std::max(0, most_mentees - open_pairs); }

Done MentorCapacity::room_for(int more) const {
    if (more > places_left()) return refused("mentoring.mentor_is_full", {{"most", std::to_string(most_mentees)}});
    return {};
}

}  // namespace pamong::mentoring
