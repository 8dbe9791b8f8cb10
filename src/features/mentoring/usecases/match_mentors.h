#pragma once

#include "engines/matching/explain.h"
#include "features/mentoring/usecases/desk.h"

namespace pamong::mentoring {

/// Proposes mentors for the mentees of one step of a programme; nothing is agreed by it. An earlier proposal of the
/// step that was not published is replaced. With the same id the proposal that was made is given back.
///
/// Mentees who have an open pair keep it; their mentors have so many places less. In the second step of a cascade only
/// those give who have a place themselves in the first.
/// Problems: access.not_permitted, programmes.not_found, mentoring.unknown_step, mentoring.earlier_step_first,
/// mentoring.id_reused, those of make_instance() and matching::assign().
struct ProposeMatch {
    MatchId id;
    ProgrammeId programme;
    int step = 0;
    MatchSettings settings;
};
Result<Match> propose_match(const ProposeMatch& command, const Desk& desk);

/// What each rule costs, each solved again exactly.
struct RulePrice {
    std::string rule;
    std::int64_t cost = 0;  ///< the whole is cheaper by this without the rule, when as many are placed
    std::int64_t more_placed = 0;
};
Result<std::vector<RulePrice>> prices_of(const MatchId& id, const Desk& desk);

/// The proposal as its makers see it. Problems: mentoring.match_not_found, access.not_permitted.
struct MatchPage {
    Match match;
    std::vector<MatchPair> pairs;
    std::vector<UnmatchedMentee> unmatched;
};
Result<MatchPage> match_page(const MatchId& id, const Desk& desk);

/// Makes the pairs of a proposal; both sides are asked now. Publishing again changes nothing.
/// Problems: access.not_permitted, mentoring.match_not_found, mentoring.match_replaced, mentoring.mentor_is_full.
struct Published {
    std::int64_t pairs = 0;
    std::int64_t skipped = 0;  ///< mentees who have found a mentor meanwhile
};
Result<Published> publish_match(const MatchId& id, const Desk& desk);

}  // namespace pamong::mentoring
