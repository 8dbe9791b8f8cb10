#include "features/mentoring/domain/match_rules.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

#include "features/mentoring/domain/mentor_capacity.h"

namespace pamong::mentoring {
namespace {

constexpr std::int64_t unknown_km = 100;  ///< an unknown distance is neither near nor far

std::int64_t points(const Exact& score) { return score.numerator() / score.denominator(); }

bool judges(const Participant& mentor, const Participant& mentee) {
    return std::ranges::find(mentee.judged_by, mentor.person.value) != mentee.judged_by.end();
}

}  // namespace

Result<matching::Rules> rules_from(std::span<const std::string> codes) {
    matching::Rules rules = 0;
    for (const std::string& code : codes) {
        const auto found = std::ranges::find(match_rule_codes, code);
        if (found == match_rule_codes.end()) return refused("mentoring.unknown_rule", {{"rule", code}});
        rules |= matching::Rules{1} << static_cast<unsigned>(found - match_rule_codes.begin());
    }
    return rules;
}

std::vector<std::string> codes_of(matching::Rules rules) {
    std::vector<std::string> codes;
    for (std::size_t rule = 0; rule < match_rule_codes.size(); ++rule)
        if ((rules >> rule & 1U) != 0) codes.emplace_back(match_rule_codes[rule]);
    return codes;
}

std::optional<Gap> largest_gap(const Participant& mentor, const Participant& mentee) {
    std::optional<Gap> best;
    for (const auto& [code, own] : mentee.scores) {
        const auto other = mentor.scores.find(code);
        if (other == mentor.scores.end() || !(own < other->second)) continue;
        if (!best || best->mentor - best->mentee < other->second - own) best = Gap{code, own, other->second};
    }
    return best;
}

bool have_common_score(const Participant& mentor, const Participant& mentee) {
    return std::ranges::any_of(mentee.scores, [&](const auto& score) { return mentor.scores.contains(score.first); });
}

std::optional<int> distance_km(const Participant& a, const Participant& b) {
    if (!a.latitude || !a.longitude || !b.latitude || !b.longitude) return std::nullopt;
    const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
    const double north = radians(*b.latitude - *a.latitude) / 2;
    const double east = radians(*b.longitude - *a.longitude) / 2;
    const double chord = std::sin(north) * std::sin(north) + std::cos(radians(*a.latitude)) *
                                                                 std::cos(radians(*b.latitude)) * std::sin(east) *
                                                                 std::sin(east);
    return static_cast<int>(std::lround(2 * 6371.0 * std::asin(std::min(1.0, std::sqrt(chord)))));
}

PairReasons reasons_for(const Participant& mentor, const Participant& mentee) {
    PairReasons reasons;
    reasons.same_subject = !mentee.subject.empty() && mentor.subject == mentee.subject;
    reasons.same_level = !mentee.level.empty() && mentor.level == mentee.level;
    reasons.same_school = mentee.school && mentor.school == mentee.school;
    reasons.same_district = mentee.district && mentor.district == mentee.district;
    reasons.gap = largest_gap(mentor, mentee);
    reasons.km = reasons.same_school ? 0 : distance_km(mentor, mentee);
    return reasons;
}

matching::Rules broken_rules(const Participant& mentor, const Participant& mentee, const MatchStep& step,
                             matching::Rules rules) {
    matching::Rules broken = 0;
    const auto wants = [&](MatchRule rule) { return (rules & bit_of(rule)) != 0; };
    const auto breaks = [&](MatchRule rule) { broken |= bit_of(rule); };
    if (wants(MatchRule::subject_equal) && mentor.subject != mentee.subject) breaks(MatchRule::subject_equal);
    if (wants(MatchRule::level_equal) && mentor.level != mentee.level) breaks(MatchRule::level_equal);
    if (wants(MatchRule::same_school) && (!mentee.school || mentor.school != mentee.school))
        breaks(MatchRule::same_school);
    if (wants(MatchRule::same_district) && (!mentee.district || mentor.district != mentee.district))
        breaks(MatchRule::same_district);
    if (wants(MatchRule::other_district) && mentee.district && mentor.district == mentee.district)
        breaks(MatchRule::other_district);
    if (wants(MatchRule::gap_closable) && have_common_score(mentor, mentee) && !largest_gap(mentor, mentee))
        breaks(MatchRule::gap_closable);
    if (wants(MatchRule::distance) && step.longest_km)
        if (const auto km = distance_km(mentor, mentee); km && *km > *step.longest_km) breaks(MatchRule::distance);
    if (wants(MatchRule::not_judge) && judges(mentor, mentee)) breaks(MatchRule::not_judge);
    return broken;
}

std::int64_t cost_of_pair(const Participant& mentor, const Participant& mentee, const MatchStep& step) {
    std::int64_t cost = 0;
    if (step.wishes.gap > 0) {
        const auto gap = largest_gap(mentor, mentee);
        cost += step.wishes.gap * (100 - (gap ? points(gap->mentor - gap->mentee) : 0));
    }
    if (step.wishes.distance > 0 && (!mentee.school || mentor.school != mentee.school))
        cost += step.wishes.distance * distance_km(mentor, mentee).value_or(unknown_km);
    if (step.wishes.subject > 0 && mentor.subject != mentee.subject) cost += step.wishes.subject * 100;
    if (step.wishes.level > 0 && mentor.level != mentee.level) cost += step.wishes.level * 100;
    return cost;
}

Result<MatchInstance> make_instance(const MatchInput& input) {
    const MatchStep& step = *input.step;
    std::vector<std::string> codes = step.rules;
    if (step.longest_km && std::ranges::find(codes, "distance") == codes.end()) codes.emplace_back("distance");
    const auto rules = rules_from(codes);
    if (!rules) return refused(rules.error());

    MatchInstance made;
    std::map<ParticipantId, std::int32_t> mentor_number;
    std::map<ParticipantId, std::int32_t> mentee_number;
    for (const Participant& one : input.participants) {
        if (gives_in(step, one)) {
            int places = 0;
            if (input.open_mentors == nullptr || input.open_mentors->contains(one.id)) {
                const auto open = input.open_pairs == nullptr ? 0 : [&] {
                    const auto found = input.open_pairs->find(one.id);
                    return found == input.open_pairs->end() ? 0 : found->second;
                }();
                places = MentorCapacity{step.most_mentees, open}.places_left();
            }
            mentor_number[one.id] = static_cast<std::int32_t>(made.mentors.size());
            made.mentors.push_back(&one);
            made.instance.capacities.push_back(places);
        }
        if (receives_in(step, one) && (input.already_paired == nullptr || !input.already_paired->contains(one.id))) {
            mentee_number[one.id] = static_cast<std::int32_t>(made.mentees.size());
            made.mentees.push_back(&one);
        }
    }
    if (made.mentors.empty() || made.mentees.empty()) return refused("mentoring.nobody_to_match");
    made.instance.lefts = static_cast<std::int32_t>(made.mentees.size());
    made.blocked_by.assign(made.mentees.size(), 0);

    const auto numbered = [&](const PairWish& wish) -> Result<matching::PairOf> {
        const auto mentor = mentor_number.find(wish.mentor);
        const auto mentee = mentee_number.find(wish.mentee);
        if (mentor == mentor_number.end() || mentee == mentee_number.end()) return refused("mentoring.wish_unknown");
        return matching::PairOf{mentee->second, mentor->second};
    };
    std::set<matching::PairOf> asked_for;
    for (const PairWish& wish : input.locked) {
        const auto pair = numbered(wish);
        if (!pair) return refused(pair.error());
        made.instance.locked.push_back(*pair);
        asked_for.insert(*pair);
    }
    for (const PairWish& wish : input.forbidden) {
        const auto pair = numbered(wish);
        if (!pair) return refused(pair.error());
        made.instance.forbidden.push_back(*pair);
        asked_for.insert(*pair);
    }
    for (std::int32_t left = 0; left < made.instance.lefts; ++left) {
        const Participant& mentee = *made.mentees[static_cast<std::size_t>(left)];
        for (std::int32_t right = 0; right < static_cast<std::int32_t>(made.mentors.size()); ++right) {
            const Participant& mentor = *made.mentors[static_cast<std::size_t>(right)];
            if (mentor.person == mentee.person) continue;
            const matching::Rules broken = broken_rules(mentor, mentee, step, *rules);
            const matching::Rules counting = broken & ~input.dropped;
            made.blocked_by[static_cast<std::size_t>(left)] |= counting;
            if (std::popcount(counting) > 1 && !asked_for.contains({left, right})) continue;
            made.instance.arcs.push_back({left, right, cost_of_pair(mentor, mentee, step)});
            made.instance.broken_rules.push_back(broken);
        }
    }
    return made;
}

}  // namespace pamong::mentoring
