#include "features/mentoring/domain/pair.h"

namespace pamong::mentoring {

PairState Pair::state() const {
    if (mentor_answer == PairAnswer::declined || mentee_answer == PairAnswer::declined) return PairState::declined;
    if (ended_on) return PairState::ended;
    if (mentor_answer == PairAnswer::accepted && mentee_answer == PairAnswer::accepted) return PairState::active;
    return PairState::proposed;
}

std::optional<Side> Pair::side_of(const std::optional<Uuid>& person) const {
    if (!person) return std::nullopt;
    if (*person == mentor.value) return Side::mentor;
    if (*person == mentee.value) return Side::mentee;
    return std::nullopt;
}

Result<Pair> answered(Pair pair, Side side, PairAnswer answer) {
    PairAnswer& own = side == Side::mentor ? pair.mentor_answer : pair.mentee_answer;
    if (own == answer) return pair;
    if (pair.state() == PairState::declined) return refused("mentoring.already_declined");
    if (pair.state() == PairState::ended) return refused("mentoring.pair_ended");
    own = answer;
    ++pair.revision;
    return pair;
}

}  // namespace pamong::mentoring
