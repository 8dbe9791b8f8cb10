#pragma once

#include <array>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "engines/matching/assignment.h"
#include "features/programmes/domain/programme.h"

namespace pamong::mentoring {

using programmes::MatchStep;
using programmes::Participant;
using programmes::ParticipantId;

/// What forbids a pair. The number of a rule is its bit in the matching engine; the code is stored and shown.
enum class MatchRule {
    subject_equal,
    level_equal,
    same_school,
    same_district,
    other_district,
    gap_closable,
    distance,
    not_judge
};
inline constexpr std::array<std::string_view, 8> match_rule_codes{"subject_equal", "level_equal",    "same_school",
                                                                  "same_district", "other_district", "gap_closable",
                                                                  "distance",      "not_judge"};

constexpr matching::Rules bit_of(MatchRule rule) { return matching::Rules{1} << static_cast<unsigned>(rule); }
/// Problem: mentoring.unknown_rule {rule}.
Result<matching::Rules> rules_from(std::span<const std::string> codes);
std::vector<std::string> codes_of(matching::Rules rules);

/// The competence in which the mentee is weakest among those where the mentor is stronger.
struct Gap {
    std::string competence;
    Exact mentee;
    Exact mentor;
};
/// The largest gap that this mentor can close; nothing when neither has a common score or the mentor is nowhere ahead.
std::optional<Gap> largest_gap(const Participant& mentor, const Participant& mentee);
bool have_common_score(const Participant& mentor, const Participant& mentee);

/// Kilometres as the crow flies between two schools; nothing where a place is not known. Haversine, mean radius 6371
/// km.
std::optional<int> distance_km(const Participant& a, const Participant& b);

/// What speaks for one pair, in numbers; the words are made where it is shown.
struct PairReasons {
    bool same_subject = false;
    bool same_level = false;
    bool same_school = false;
    bool same_district = false;
    std::optional<Gap> gap;
    std::optional<int> km;
    int load = 0;      ///< mentees of this mentor in the whole proposal
    int capacity = 0;  ///< the most this mentor takes
};
PairReasons reasons_for(const Participant& mentor, const Participant& mentee);

/// Rules of the step that this pair breaks. Without a common score nothing is known of a gap, so that rule holds.
matching::Rules broken_rules(const Participant& mentor, const Participant& mentee, const MatchStep& step,
                             matching::Rules rules);
/// What the pair costs by the wishes of the step: 0 is ideal; points of 100, or kilometres, times their weights.
std::int64_t cost_of_pair(const Participant& mentor, const Participant& mentee, const MatchStep& step);

/// Pairs the coordinator insists on or excludes.
struct PairWish {
    ParticipantId mentor;
    ParticipantId mentee;
};

/// The step as the matching engine wants it: lefts are mentees, rights are mentors.
///
/// Arcs that break more than one rule that is not dropped are left out: dropping a single rule (price_of_rules) cannot
/// bring them back, and a programme of thousands stays small. `blocked_by` remembers their rules per mentee.
struct MatchInstance {
    matching::Instance instance;
    std::vector<const Participant*> mentors;
    std::vector<const Participant*> mentees;
    std::vector<matching::Rules> blocked_by;
};
/// `taken`: pairs that exist already use up places; `open_mentors`: when given, only these mentors have places.
/// Problems: mentoring.unknown_rule, mentoring.nobody_to_match, mentoring.wish_unknown.
struct MatchInput {
    const MatchStep* step = nullptr;
    std::span<const Participant> participants;
    std::span<const PairWish> locked{};
    std::span<const PairWish> forbidden{};
    const std::set<ParticipantId>* open_mentors = nullptr;
    const std::set<ParticipantId>* already_paired = nullptr;   ///< mentees with an open pair
    const std::map<ParticipantId, int>* open_pairs = nullptr;  ///< per mentor
    matching::Rules dropped = 0;
};
Result<MatchInstance> make_instance(const MatchInput& input);

}  // namespace pamong::mentoring
