#pragma once

#include <boost/describe/enum.hpp>
#include <optional>

#include "features/programmes/domain/programme.h"

namespace pamong::mentoring {

using programmes::ParticipantId;
using programmes::PersonId;
using programmes::ProgrammeId;
using PairId = Id<struct MentoringPairTag>;
using SessionId = Id<struct MentoringSessionTag>;
using MatchId = Id<struct MatchTag>;
using CommandId = Id<struct CommandTag>;

enum class PairAnswer { open, accepted, declined };
BOOST_DESCRIBE_ENUM(PairAnswer, open, accepted, declined)

/// proposed: somebody has not answered yet; active; declined: one side said no, which needs no reason; ended.
enum class PairState { proposed, active, declined, ended };
BOOST_DESCRIBE_ENUM(PairState, proposed, active, declined, ended)

enum class Side { mentor, mentee };
BOOST_DESCRIBE_ENUM(Side, mentor, mentee)

struct Pair {
    PairId id;
    std::int64_t revision = 1;
    ProgrammeId programme;
    std::optional<MatchId> match;
    ParticipantId mentor_participant;
    ParticipantId mentee_participant;
    PersonId mentor;
    PersonId mentee;
    PairAnswer mentor_answer = PairAnswer::open;
    PairAnswer mentee_answer = PairAnswer::open;
    std::string reasons = "{}";  ///< JSON as the proposal stated them
    Day starts_on;
    Day ends_on;
    std::optional<Day> ended_on{};

    [[nodiscard]] PairState state() const;
    [[nodiscard]] bool open() const { return state() == PairState::proposed || state() == PairState::active; }
    [[nodiscard]] std::optional<Side> side_of(const std::optional<Uuid>& person) const;
};

/// One side says yes or no. Saying the same again changes nothing; a no is final for this pair.
/// Problems: mentoring.already_declined, mentoring.pair_ended.
Result<Pair> answered(Pair pair, Side side, PairAnswer answer);

}  // namespace pamong::mentoring
