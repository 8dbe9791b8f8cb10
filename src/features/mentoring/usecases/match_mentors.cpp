#include "features/mentoring/usecases/match_mentors.h"

#include <algorithm>
#include <utility>

namespace pamong::mentoring {
namespace {

using programmes::Programme;

struct Ground {
    Programme programme;
    const MatchStep* step = nullptr;
    std::vector<Participant> participants;
    std::set<ParticipantId> already_paired;
    std::map<ParticipantId, int> open_pairs;
    std::optional<std::set<ParticipantId>> open_mentors;
};

Result<Programme> pairable(const ProgrammeId& id, const Desk& desk) {
    auto programme = desk.programmes.find(id);
    if (!programme) return refused("programmes.not_found");
    if (!desk.actor.may(access::pair_teachers, programme->where())) return access::not_permitted(access::pair_teachers);
    return *programme;
}

const MatchStep* step_of(const Programme& programme, int step, const Desk& desk) {
    const auto* kind = programmes::find_template(desk.templates, programme.template_code);
    if (kind == nullptr || step < 0 || static_cast<std::size_t>(step) >= kind->steps.size()) return nullptr;
    return &kind->steps[static_cast<std::size_t>(step)];
}

/// Everything that the proposal of a step is made from.
Result<Ground> ground_of(const ProgrammeId& id, int step, const Desk& desk) {
    auto programme = pairable(id, desk);
    if (!programme) return refused(programme.error());
    Ground ground{std::move(*programme), nullptr, {}, {}, {}, {}};
    ground.step = step_of(ground.programme, step, desk);
    if (ground.step == nullptr) return refused("mentoring.unknown_step", {{"step", std::to_string(step)}});
    ground.participants = desk.programmes.participants_of(id);
    std::set<ParticipantId> receivers;
    for (const Participant& one : ground.participants)
        if (receives_in(*ground.step, one)) receivers.insert(one.id);
    const auto pairs = desk.store.pairs_of(id);
    for (const Pair& pair : pairs) {
        if (!pair.open() || !receivers.contains(pair.mentee_participant)) continue;
        ground.already_paired.insert(pair.mentee_participant);
        ++ground.open_pairs[pair.mentor_participant];
    }
    if (step > 0 && ground.step->from_generation) {
        ground.open_mentors.emplace();
        for (const Pair& pair : pairs)
            if (pair.open()) ground.open_mentors->insert(pair.mentee_participant);
        for (const Match& match : desk.store.matches_of(id))
            if (match.step == step - 1 && match.state == MatchState::proposed)
                for (const MatchPair& pair : desk.store.pairs_of_match(match.id))
                    ground.open_mentors->insert(pair.mentee);
        if (ground.open_mentors->empty()) return refused("mentoring.earlier_step_first");
    }
    return ground;
}

struct Solved {
    MatchInstance made;
    matching::Assignment answer;
};

Result<Solved> solve(const Ground& ground, const MatchSettings& settings) {
    const auto dropped = rules_from(settings.dropped_rules);
    if (!dropped) return refused(dropped.error());
    auto made = make_instance({.step = ground.step,
                               .participants = ground.participants,
                               .locked = settings.locked,
                               .forbidden = settings.forbidden,
                               .open_mentors = ground.open_mentors ? &*ground.open_mentors : nullptr,
                               .already_paired = &ground.already_paired,
                               .open_pairs = &ground.open_pairs,
                               .dropped = *dropped});
    if (!made) return refused(made.error());
    auto answer = matching::assign(made->instance, {settings.seed, *dropped});
    if (!answer && answer.error().code == "matching.no_possible_pair") {
        matching::Rules blocking = 0;
        for (const auto rules : made->blocked_by) blocking |= rules;
        std::string codes;
        for (const auto& code : codes_of(blocking)) codes += (codes.empty() ? "" : ", ") + code;
        return refused("mentoring.no_possible_pair", {{"rules", codes}});
    }
    if (!answer) return refused(answer.error());
    return Solved{std::move(*made), std::move(*answer)};
}

std::string_view code_of(matching::WhyUnmatched why) {
    switch (why) {
        case matching::WhyUnmatched::no_candidate:
            return "no_candidate";
        case matching::WhyUnmatched::blocked:
            return "blocked";
        case matching::WhyUnmatched::all_full:
            return "all_full";
        case matching::WhyUnmatched::outside_is_cheaper:
            return "outside_is_cheaper";
    }
    return "";
}

std::vector<MatchPair> pairs_from(const Solved& solved, const Ground& ground, const Desk& desk) {
    const auto next = matching::next_best(solved.made.instance, solved.answer);
    std::vector<int> load(solved.made.mentors.size(), 0);
    for (const auto right : solved.answer.right_of)
        if (right != matching::unplaced) ++load[static_cast<std::size_t>(right)];
    std::vector<MatchPair> pairs;
    for (std::size_t left = 0; left < solved.made.mentees.size(); ++left) {
        const auto right = solved.answer.right_of[left];
        if (right == matching::unplaced) continue;
        const Participant& mentee = *solved.made.mentees[left];
        const Participant& mentor = *solved.made.mentors[static_cast<std::size_t>(right)];
        PairReasons reasons = reasons_for(mentor, mentee);
        reasons.load = load[static_cast<std::size_t>(right)];
        reasons.capacity = ground.step->most_mentees;
        MatchPair pair{make_uuid(desk.now, desk.random), mentor.id, mentee.id,
                       cost_of_pair(mentor, mentee, *ground.step), desk.store.reasons_json(reasons)};
        if (next[left].exists && next[left].right != matching::unplaced) {
            pair.next_mentor = solved.made.mentors[static_cast<std::size_t>(next[left].right)]->id;
            pair.next_at_least = next[left].at_least;
        }
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

std::vector<UnmatchedMentee> unmatched_from(const Solved& solved) {
    std::vector<UnmatchedMentee> unmatched;
    for (const auto& one : matching::explain_unmatched(solved.made.instance, solved.answer)) {
        const auto left = static_cast<std::size_t>(one.left);
        auto why = one.why;
        // Arcs that break two rules were never made; for the person they are blocked all the same.
        if (why == matching::WhyUnmatched::no_candidate && solved.made.blocked_by[left] != 0)
            why = matching::WhyUnmatched::blocked;
        unmatched.push_back({solved.made.mentees[left]->id, std::string(code_of(why)),
                             codes_of(one.blocking_rules | solved.made.blocked_by[left])});
    }
    return unmatched;
}

Result<Match> found_match(const MatchId& id, const Desk& desk) {
    auto match = desk.store.find_match(id);
    if (!match) return refused("mentoring.match_not_found");
    if (auto programme = pairable(match->programme, desk); !programme) return refused(programme.error());
    return *match;
}

}  // namespace

Result<Match> propose_match(const ProposeMatch& command, const Desk& desk) {
    if (const auto earlier = desk.store.find_match(command.id)) {
        if (earlier->programme != command.programme || earlier->step != command.step)
            return refused("mentoring.id_reused");
        return found_match(command.id, desk);
    }
    const auto ground = ground_of(command.programme, command.step, desk);
    if (!ground) return refused(ground.error());
    const auto solved = solve(*ground, command.settings);
    if (!solved) return refused(solved.error());
    for (const Match& match : desk.store.matches_of(command.programme))
        if (match.step == command.step && match.state == MatchState::proposed)
            desk.store.set_match_state(match.id, MatchState::replaced, desk.now);
    Match match{command.id,
                command.programme,
                command.step,
                MatchState::proposed,
                command.settings,
                std::string(matching::assignment_method),
                solved->answer.placed,
                solved->answer.unmatched,
                solved->answer.total_cost,
                solved->answer.gap,
                desk.now};
    desk.store.add_match(match, pairs_from(*solved, *ground, desk), unmatched_from(*solved));
    return match;
}

Result<std::vector<RulePrice>> prices_of(const MatchId& id, const Desk& desk) {
    const auto match = found_match(id, desk);
    if (!match) return refused(match.error());
    if (match->state != MatchState::proposed) return refused("mentoring.match_replaced");
    const auto ground = ground_of(match->programme, match->step, desk);
    if (!ground) return refused(ground.error());
    const auto solved = solve(*ground, match->settings);
    if (!solved) return refused(solved.error());
    const auto prices = matching::price_of_rules(solved->made.instance, solved->answer);
    if (!prices) return refused(prices.error());
    std::vector<RulePrice> named;
    for (const auto& price : *prices)
        named.push_back(
            {std::string(match_rule_codes[static_cast<std::size_t>(price.rule)]), price.cost, price.placed});
    return named;
}

Result<MatchPage> match_page(const MatchId& id, const Desk& desk) {
    auto match = found_match(id, desk);
    if (!match) return refused(match.error());
    return MatchPage{*match, desk.store.pairs_of_match(id), desk.store.unmatched_of_match(id)};
}

Result<Published> publish_match(const MatchId& id, const Desk& desk) {
    const auto match = found_match(id, desk);
    if (!match) return refused(match.error());
    const auto proposal = desk.store.pairs_of_match(id);
    if (match->state == MatchState::published) return Published{static_cast<std::int64_t>(proposal.size()), 0};
    if (match->state == MatchState::replaced) return refused("mentoring.match_replaced");
    const auto programme = pairable(match->programme, desk);
    if (!programme) return refused(programme.error());
    const MatchStep* step = step_of(*programme, match->step, desk);
    expects(step != nullptr, "a match of a step that the template has");

    std::set<ParticipantId> mentors;
    for (const MatchPair& pair : proposal) mentors.insert(pair.mentor);
    desk.programmes.hold(match->programme);  // as in start_pair()
    auto places = desk.store.lock_places(match->programme, {mentors.begin(), mentors.end()}, step->most_mentees);
    std::set<ParticipantId> has_mentor;
    for (const Pair& pair : desk.store.pairs_of(match->programme))
        if (pair.open()) has_mentor.insert(pair.mentee_participant);
    std::map<ParticipantId, PersonId> person_of;
    for (const Participant& one : desk.programmes.participants_of(match->programme)) person_of[one.id] = one.person;

    Published published;
    std::vector<Pair> pairs;
    for (const MatchPair& proposed : proposal) {
        if (has_mentor.contains(proposed.mentee)) {
            ++published.skipped;
            continue;
        }
        MentorCapacity& capacity = places[proposed.mentor];
        if (auto room = capacity.room_for(); !room) return refused(room.error());
        ++capacity.open_pairs;
        Pair pair;
        pair.id = PairId{proposed.id};
        pair.programme = match->programme;
        pair.match = id;
        pair.mentor_participant = proposed.mentor;
        pair.mentee_participant = proposed.mentee;
        pair.mentor = person_of[proposed.mentor];
        pair.mentee = person_of[proposed.mentee];
        pair.reasons = proposed.reasons;
        pair.starts_on = std::max(programme->starts_on, desk.today());
        pair.ends_on = std::max(programme->ends_on, pair.starts_on);
        pairs.push_back(std::move(pair));
    }
    published.pairs = static_cast<std::int64_t>(pairs.size());
    desk.store.add_pairs(pairs, desk.now);
    desk.store.set_match_state(id, MatchState::published, desk.now);
    return published;
}

}  // namespace pamong::mentoring
