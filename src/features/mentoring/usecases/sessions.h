#pragma once

#include "features/mentoring/usecases/desk.h"

namespace pamong::mentoring {

/// Plans a session of a pair; the planner can, the other side is asked. Sending it again changes nothing.
/// Problems: mentoring.pair_not_found, mentoring.pair_not_active, mentoring.id_reused, those of check_session().
struct PlanSession {
    SessionId id;
    PairId pair;
    int cycle = 1;
    SessionKind kind = SessionKind::observation;
    Timestamp planned_at;
    int planned_minutes = 40;
    bool remote = false;
    std::string place;
    std::optional<std::string> indicator_code{};
};
Result<Session> plan_session(const PlanSession& command, const Desk& desk);

/// What changes a session later. `base_revision` is the one that the phone showed.
/// Problems: mentoring.session_not_found, mentoring.conflict, mentoring.id_reused, those of session.h.
struct SessionCommand {
    CommandId command;
    SessionId session;
    std::int64_t base_revision = 1;
};
Result<Session> agree_to_session(const SessionCommand& command, const Desk& desk);
Result<Session> move_session(const SessionCommand& command, Timestamp when, const Desk& desk);
struct HeldSession {
    Timestamp at;
    int minutes = 40;
    std::optional<Side> led_by{};
};
Result<Session> hold_session(const SessionCommand& command, const HeldSession& held, const Desk& desk);
Result<Session> cancel_session(const SessionCommand& command, const Desk& desk);

/// Three common free times for this pair in the next three weeks; `instead_of` leaves out the session that moves.
/// Problems: mentoring.pair_not_found, scheduling.no_common_slot.
Result<std::vector<Timestamp>> propose_times(const PairId& pair, int minutes, std::optional<SessionId> instead_of,
                                             const Desk& desk);

/// One's own sessions from `from` on, with the pair of each and the people in it, by time.
struct OwnSession {
    Session session;
    Pair pair;
    Side side = Side::mentor;
};
struct OwnSessions {
    std::vector<OwnSession> items;
    std::map<PersonId, Face> faces;
};
OwnSessions sessions_of_person(const PersonId& person, Timestamp from, Timestamp until, MentoringStore& store);

/// Sessions of many pairs at once, planned or already held, entered by the coordinator from the programme's own lists.
/// Problems: access.not_permitted, programmes.not_found, mentoring.pair_not_found, those of check_session().
Result<std::int64_t> import_sessions(const ProgrammeId& programme, const std::vector<Session>& sessions,
                                     const Desk& desk);

/// The evidence of a session: planned when, held or not.
evidence::Offer offer_of(const Session& session, const Desk& desk);

}  // namespace pamong::mentoring
