#include "features/mentoring/adapters/request_desk.h"

namespace pamong::mentoring {
namespace {

constexpr std::size_t most_concerns = 200;

ShareLine share_line(const Share& share) {
    ShareLine line{share.part, share.whole, std::nullopt};
    if (const auto percent = share.percent()) line.percent = fixed(*percent, 1);
    return line;
}
std::optional<std::string> printed(const std::optional<Exact>& value, int places) {
    if (!value) return std::nullopt;
    return fixed(*value, places);
}

}  // namespace

PersonShown shown(const Faces& faces, const PersonId& person) {
    const auto face = faces.find(person);
    if (face == faces.end()) return {person, {}, {}, {}};
    return {person, face->second.name, face->second.subject, face->second.school_name};
}

PersonShown shown(const Participant& one) { return {one.person, one.display_name, one.subject, one.school_name}; }

PairReasonsJson reasons_from(const std::string& json) {
    auto reasons = from_json<PairReasonsJson>(json);
    if (!reasons) store::unreadable("the reasons of a pair");
    return std::move(*reasons);
}

PairLine line_of(const Pair& pair, const Faces& faces, const std::optional<Side>& side) {
    return {pair.id,
            pair.revision,
            pair.programme,
            pair.state(),
            side,
            pair.mentor_answer,
            pair.mentee_answer,
            shown(faces, pair.mentor),
            shown(faces, pair.mentee),
            reasons_from(pair.reasons),
            pair.starts_on,
            pair.ends_on};
}

SessionLine line_of(const Session& one) {
    return {one.id,         one.revision,        one.pair,   one.cycle,   one.kind,
            one.planned_at, one.planned_minutes, one.remote, one.place,   one.indicator_code,
            one.mentor_ok,  one.mentee_ok,       one.state,  one.held_at, one.minutes};
}

ActionLine line_of(const AgreedAction& one) {
    return {one.id, one.revision, one.session, one.body, one.owner, one.due_on, one.state, one.done_on};
}

NoteLine line_of(const Note& one, const access::Actor& actor) {
    return {one.id,    one.revision, one.session, one.author,    actor.is(one.author.value),
            one.model, one.body,     one.level,   one.written_at};
}

MatchSummary line_of(const Match& match) {
    return {match.id,
            match.programme,
            match.step,
            match.state,
            match.settings.dropped_rules,
            match.method,
            static_cast<std::int64_t>(match.settings.seed),
            match.placed,
            match.unmatched,
            match.total_cost,
            match.gap,
            match.made_at};
}

std::string status_of(const Session& session) {
    if (session.state != SessionState::planned) return std::string(name_of(session.state));
    return session.agreed() ? "agreed" : "proposed";
}

MonitoringPage page_of(const Monitoring& all, const Thresholds& thresholds) {
    MonitoringPage page{all.pairs,
                        all.active,
                        all.sessions_held,
                        share_line(all.fidelity),
                        share_line(all.punctuality),
                        share_line(all.closed_actions),
                        share_line(all.reciprocity),
                        printed(all.dosage, 0),
                        printed(all.feedback_lag, 1),
                        printed(all.spread, 2),
                        static_cast<std::int64_t>(all.concerns.size()),
                        {},
                        {},
                        {}};
    for (const PairConcern& one : all.concerns) {
        if (page.concerns.size() == most_concerns) break;
        const PersonShown mentee = shown(all.faces, one.pair.mentee);
        page.concerns.push_back({one.pair.id, one.concern, shown(all.faces, one.pair.mentor).name, mentee.name,
                                 mentee.school_name, printed(one.value, 0), printed(one.bound, 0)});
    }
    for (const PolicyConcern& one : all.policies)
        page.policies.push_back({one.policy.number, one.policy.title, one.policy.valid_until, one.expired});
    for (const auto& [measure, bound] : thresholds)
        page.thresholds.push_back({measure, to_string(bound.bound), bound.unit, {letter(bound.source.mark)}});
    return page;
}

}  // namespace pamong::mentoring
