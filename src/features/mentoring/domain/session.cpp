#include "features/mentoring/domain/session.h"

namespace pamong::mentoring {

int usual_minutes(SessionKind kind) {
    switch (kind) {
        case SessionKind::agree:
        case SessionKind::post:
            return 45;
        case SessionKind::pre:
        case SessionKind::reflection:
        case SessionKind::close:
        case SessionKind::act:
            return 30;
        case SessionKind::observation:
            return 80;  // two lessons of 40 minutes
        case SessionKind::coaching:
        case SessionKind::remote:
            return 45;
        case SessionKind::workshop:
            return 180;
    }
    return 40;
}

Result<Session> agreed_to(Session session, Side side) {
    if (session.ok_of(side)) return session;
    if (session.state != SessionState::planned) return refused("mentoring.session_over");
    (side == Side::mentor ? session.mentor_ok : session.mentee_ok) = true;
    ++session.revision;
    return session;
}

Result<Session> moved_to(Session session, Side side, Timestamp when) {
    if (session.state != SessionState::planned) return refused("mentoring.session_over");
    if (session.planned_at == when) return agreed_to(std::move(session), side);
    session.planned_at = when;
    session.mentor_ok = side == Side::mentor;
    session.mentee_ok = side == Side::mentee;
    ++session.moves;
    ++session.revision;
    return session;
}

Result<Session> held(Session session, Timestamp when, int minutes, std::optional<Side> led_by) {
    if (session.state == SessionState::cancelled) return refused("mentoring.session_cancelled");
    if (minutes < 1 || minutes > 24 * 60) return refused("mentoring.minutes", {}, "minutes");
    session.state = SessionState::held;
    session.held_at = when;
    session.minutes = minutes;
    session.led_by = led_by;
    session.mentor_ok = true;
    session.mentee_ok = true;
    ++session.revision;
    return session;
}

Result<Session> cancelled(Session session) {
    if (session.state == SessionState::cancelled) return session;
    if (session.state == SessionState::held) return refused("mentoring.session_held");
    session.state = SessionState::cancelled;
    ++session.revision;
    return session;
}

Done check_session(const Session& session) {
    if (session.planned_minutes < 5 || session.planned_minutes > 600)
        return refused("mentoring.minutes", {}, "planned_minutes");
    if (session.cycle < 1 || session.cycle > 99) return refused("mentoring.cycle", {}, "cycle");
    if (session.place.size() > 200) return refused("mentoring.text_long", {{"most", "200"}}, "place");
    return {};
}

}  // namespace pamong::mentoring
