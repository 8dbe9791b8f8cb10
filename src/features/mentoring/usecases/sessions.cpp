#include "features/mentoring/usecases/sessions.h"

#include <algorithm>
#include <functional>

namespace pamong::mentoring {
namespace {

constexpr int proposal_days = 21;

std::string words_of(const PlanSession& plan) {
    return "plan " + to_string(plan.pair) + " " + std::to_string(plan.cycle) + " " +
           std::to_string(static_cast<int>(plan.kind)) + " " + std::to_string(plan.planned_at.micros) + " " +
           std::to_string(plan.planned_minutes) + (plan.remote ? " remote " : " here ") + plan.place + " " +
           plan.indicator_code.value_or("");
}

/// Loads, checks that it is fresh, decides, keeps the earlier version, saves.
Result<Session> change(const SessionCommand& command, std::string_view verb, const std::string& details,
                       const std::function<Result<Session>(const Session&, Side)>& decide, const Desk& desk) {
    const auto session = desk.store.find_session(command.session);
    if (!session) return refused("mentoring.session_not_found");
    const auto own = own_pair(session->pair, desk);
    if (!own) return refused("mentoring.session_not_found");
    const auto fresh =
        is_new(command.command, std::string(verb) + " " + to_string(command.session) + " " + details, desk);
    if (!fresh) return refused(fresh.error());
    if (!*fresh) return *session;
    const auto after = decide(*session, own->side);
    if (!after) return refused(after.error());
    if (after->revision == session->revision) {
        desk.store.journal("session.unchanged", "session", command.session.value);
        return *after;
    }
    if (command.base_revision != session->revision) return conflict(session->revision, command.base_revision);
    if (!desk.store.replace_session(*session, *after, desk.now))
        return conflict(session->revision + 1, command.base_revision);
    if (after->state != SessionState::planned) (void)offer({offer_of(*after, desk)}, desk.now, desk.evidence);
    return *after;
}

std::string_view kind_word(SessionKind kind) {
    switch (kind) {
        case SessionKind::agree:
            return "kesepakatan";
        case SessionKind::pre:
            return "praobservasi";
        case SessionKind::observation:
            return "observasi";
        case SessionKind::post:
            return "pascaobservasi";
        case SessionKind::act:
            return "aksi";
        case SessionKind::reflection:
            return "refleksi";
        case SessionKind::close:
            return "penutupan";
        case SessionKind::coaching:
            return "coaching";
        case SessionKind::workshop:
            return "lokakarya";
        case SessionKind::remote:
            return "jarak jauh";
    }
    return "";
}

}  // namespace

evidence::Offer offer_of(const Session& session, const Desk& desk) {
    return {evidence::Kind::answer, session.id.value,
            "Sesi " + std::string(kind_word(session.kind)) + " siklus " + std::to_string(session.cycle) + ", rencana " +
                to_string(local_day(session.first_planned_at, desk.offset())),
            desk.store.content_of(session)};
}

Result<Session> plan_session(const PlanSession& command, const Desk& desk) {
    const auto own = own_pair(command.pair, desk);
    if (!own) return refused(own.error());
    const auto fresh = is_new(CommandId{command.id.value}, words_of(command), desk);
    if (!fresh) return refused(fresh.error());
    if (!*fresh) return *desk.store.find_session(command.id);
    if (own->pair.state() != PairState::active) return refused("mentoring.pair_not_active");
    if (desk.store.find_session(command.id)) return refused("mentoring.id_reused");
    Session session{command.id,
                    1,
                    command.pair,
                    command.cycle,
                    command.kind,
                    command.planned_at,
                    command.planned_at,
                    command.planned_minutes,
                    command.remote,
                    command.place,
                    command.indicator_code,
                    own->side == Side::mentor,
                    own->side == Side::mentee};
    if (auto fine = check_session(session); !fine) return refused(fine.error());
    desk.store.add_sessions({session});
    return session;
}

Result<Session> agree_to_session(const SessionCommand& command, const Desk& desk) {
    return change(
        command, "agree", "", [](const Session& session, Side side) { return agreed_to(session, side); }, desk);
}

Result<Session> move_session(const SessionCommand& command, Timestamp when, const Desk& desk) {
    return change(
        command, "move", std::to_string(when.micros),
        [when](const Session& session, Side side) { return moved_to(session, side, when); }, desk);
}

Result<Session> hold_session(const SessionCommand& command, const HeldSession& how, const Desk& desk) {
    if (how.at > desk.now.plus_seconds(86400)) return refused("mentoring.held_in_future", {}, "held_at");
    return change(
        command, "hold", std::to_string(how.at.micros) + " " + std::to_string(how.minutes),
        [&how](const Session& session, Side) { return held(session, how.at, how.minutes, how.led_by); }, desk);
}

Result<Session> cancel_session(const SessionCommand& command, const Desk& desk) {
    return change(command, "cancel", "", [](const Session& session, Side) { return cancelled(session); }, desk);
}

Result<std::vector<Timestamp>> propose_times(const PairId& id, int minutes, std::optional<SessionId> instead_of,
                                             const Desk& desk) {
    const auto own = own_pair(id, desk);
    if (!own) return refused(own.error());
    const Day from = desk.today().plus(1);
    timetables::CommonSlots request{own->pair.mentor.value, own->pair.mentee.value, minutes, from,
                                    from.plus(proposal_days)};
    const Timestamp until = desk.now.plus_seconds(std::int64_t{proposal_days + 2} * 86400);
    const auto take = [&](const PersonId& person, scheduling::Party party) {
        for (const Session& one : desk.store.sessions_with(person, desk.now, until))
            if (one.state == SessionState::planned)
                request.taken.push_back(
                    {one.planned_at, one.planned_minutes, instead_of == one.id ? scheduling::Party::both : party});
    };
    // The present time of the session that moves is no proposal either, so it stays taken.
    take(own->pair.mentor, scheduling::Party::first);
    take(own->pair.mentee, scheduling::Party::second);
    return timetables::common_slots(request, desk.timetables);
}

OwnSessions sessions_of_person(const PersonId& person, Timestamp from, Timestamp until, MentoringStore& store) {
    OwnSessions own;
    std::map<PairId, Pair> pairs;
    std::vector<Pair> list = store.pairs_with(person);
    for (const Pair& pair : list) pairs.emplace(pair.id, pair);
    own.faces = store.faces_of(list);
    for (Session& session : store.sessions_with(person, from, until)) {
        const auto pair = pairs.find(session.pair);
        if (pair == pairs.end()) continue;
        const auto side = pair->second.side_of(person.value);
        own.items.push_back({std::move(session), pair->second, side.value_or(Side::mentor)});
    }
    return own;
}

Result<std::int64_t> import_sessions(const ProgrammeId& id, const std::vector<Session>& sessions, const Desk& desk) {
    const auto programme = desk.programmes.find(id);
    if (!programme) return refused("programmes.not_found");
    if (!desk.actor.may(access::pair_teachers, programme->where())) return access::not_permitted(access::pair_teachers);
    std::set<PairId> known;
    for (const Pair& pair : desk.store.pairs_of(id)) known.insert(pair.id);
    std::vector<evidence::Offer> offers;
    for (const Session& session : sessions) {
        if (!known.contains(session.pair)) return refused("mentoring.pair_not_found");
        if (auto fine = check_session(session); !fine) return refused(fine.error());
        if (session.state != SessionState::planned) offers.push_back(offer_of(session, desk));
    }
    desk.store.add_sessions(sessions);
    if (!offers.empty()) (void)offer(offers, desk.now, desk.evidence);
    return static_cast<std::int64_t>(sessions.size());
}

}  // namespace pamong::mentoring
