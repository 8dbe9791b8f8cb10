#pragma once

#include "features/mentoring/domain/pair.h"

namespace pamong::mentoring {

/// The steps of one mentoring cycle in their order, then meetings outside it. `act` is the mentee's trying out.
enum class SessionKind { agree, pre, observation, post, act, reflection, close, coaching, workshop, remote };
BOOST_DESCRIBE_ENUM(SessionKind, agree, pre, observation, post, act, reflection, close, coaching, workshop, remote)

enum class SessionState { planned, held, cancelled };
BOOST_DESCRIBE_ENUM(SessionState, planned, held, cancelled)

struct Session {
    SessionId id;
    std::int64_t revision = 1;
    PairId pair;
    int cycle = 1;
    SessionKind kind = SessionKind::observation;
    Timestamp first_planned_at;  ///< punctuality is measured against this, however often it was moved
    Timestamp planned_at;
    int planned_minutes = 40;
    bool remote = false;
    std::string place;
    std::optional<std::string> indicator_code{};
    bool mentor_ok = false;
    bool mentee_ok = false;
    SessionState state = SessionState::planned;
    int moves = 0;
    std::optional<Timestamp> held_at{};
    std::optional<int> minutes{};
    std::optional<Side> led_by{};

    [[nodiscard]] bool agreed() const { return mentor_ok && mentee_ok; }
    [[nodiscard]] bool ok_of(Side side) const { return side == Side::mentor ? mentor_ok : mentee_ok; }
};

/// Usual minutes of a step (handbook of mentoring cycles: the longer end); a cycle is a proposal, not a duty.
int usual_minutes(SessionKind kind);

/// "Bisa": this side can. Problems: mentoring.session_over.
Result<Session> agreed_to(Session session, Side side);
/// "Pindah": to another time; the mover can, the other side is asked again. No reason is asked for.
/// Problems: mentoring.session_over.
Result<Session> moved_to(Session session, Side side, Timestamp when);
/// Problems: mentoring.session_cancelled, mentoring.minutes.
Result<Session> held(Session session, Timestamp when, int minutes, std::optional<Side> led_by);
/// Problems: mentoring.session_held.
Result<Session> cancelled(Session session);

/// Problems: mentoring.minutes, mentoring.cycle, mentoring.text_long.
Done check_session(const Session& session);

}  // namespace pamong::mentoring
