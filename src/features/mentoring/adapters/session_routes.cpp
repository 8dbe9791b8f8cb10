#include "features/mentoring/adapters/request_desk.h"

namespace pamong::mentoring {
namespace {

using http::Request;

/// Free times are worked out for the next few sessions only: each needs a search of its own.
constexpr int most_with_times = 6;

Result<SessionLine> line_or_problem(const Result<Session>& session) {
    if (!session) return refused(session.error());
    return line_of(*session);
}

Result<OwnSessionList> own_sessions(Request& request, const MentoringParts& parts) {
    RequestDesk own(request, parts);
    OwnSessionList list;
    if (!own.desk.actor.person()) return list;
    const auto found =
        sessions_of_person(PersonId{*own.desk.actor.person()}, own.desk.now.plus_seconds(-14 * day_seconds),
                           own.desk.now.plus_seconds(60 * day_seconds), own.desk.store);
    int with_times = 0;
    for (const auto& item : found.items) {
        if (item.session.state == SessionState::cancelled) continue;
        const auto partner = shown(found.faces, item.side == Side::mentor ? item.pair.mentee : item.pair.mentor);
        OwnSessionLine line{line_of(item.session), item.side, partner.name, partner.school_name, {}};
        const bool ahead = item.session.state == SessionState::planned && own.desk.now < item.session.planned_at;
        if (ahead && with_times < most_with_times) {
            ++with_times;
            if (auto times = propose_times(item.pair.id, item.session.planned_minutes, item.session.id, own.desk))
                line.other_times = std::move(*times);
        }
        list.items.push_back(std::move(line));
    }
    return list;
}

Result<VisitList> visit_list(Request& request, const MentoringParts& parts) {
    RequestDesk own(request, parts);
    VisitList list;
    if (!own.desk.actor.person()) return list;
    const auto found =
        sessions_of_person(PersonId{*own.desk.actor.person()}, own.desk.now.plus_seconds(-14 * day_seconds),
                           own.desk.now.plus_seconds(60 * day_seconds), own.desk.store);
    for (const auto& item : found.items) {
        if (item.side != Side::mentor || item.session.state == SessionState::cancelled) continue;
        const auto mentee = shown(found.faces, item.pair.mentee);
        list.items.push_back({item.session.id, item.pair.id, item.pair.mentee, mentee.name, mentee.school_name,
                              item.session.kind, item.session.planned_at, status_of(item.session),
                              item.session.indicator_code});
    }
    return list;
}

}  // namespace

void add_session_routes(http::Router& router, const MentoringParts& parts) {
    const std::string_view own_part = access::take_part_in_mentoring.code;
    router.get<OwnSessionList>("/api/v1/mentoring/sessions",
                               {.permission = own_part, .summary = "One's own sessions, with times to move them to"},
                               [parts](Request& request) { return own_sessions(request, parts); });
    router.get<VisitList>("/api/v1/mentoring/visits",
                          {.permission = own_part, .summary = "A mentor's visits, for the observation form"},
                          [parts](Request& request) { return visit_list(request, parts); });
    router.put<PlanSessionBody, SessionLine>(
        "/api/v1/mentoring/sessions/{id}", {.permission = own_part, .summary = "Plan a session of one's pair"},
        [parts](Request& request, const PlanSessionBody& body) -> Result<SessionLine> {
            const auto id = request.path_id<SessionId>("id");
            if (!id) return refused(id.error());
            RequestDesk own(request, parts);
            return line_or_problem(
                plan_session({*id, body.pair_id, body.cycle, body.kind, body.planned_at,
                              body.planned_minutes.value_or(usual_minutes(body.kind)), body.remote.value_or(false),
                              body.place.value_or(""), body.indicator_code},
                             own.desk));
        });
    router.put<SessionCommandBody, SessionLine>(
        "/api/v1/mentoring/sessions/{id}/agree", {.permission = own_part, .summary = "Bisa: this time suits me"},
        [parts](Request& request, const SessionCommandBody& body) -> Result<SessionLine> {
            const auto id = request.path_id<SessionId>("id");
            if (!id) return refused(id.error());
            RequestDesk own(request, parts);
            return line_or_problem(agree_to_session({body.command_id, *id, body.base_revision}, own.desk));
        });
    router.put<MoveSessionBody, SessionLine>(
        "/api/v1/mentoring/sessions/{id}/move", {.permission = own_part, .summary = "Pindah: another time"},
        [parts](Request& request, const MoveSessionBody& body) -> Result<SessionLine> {
            const auto id = request.path_id<SessionId>("id");
            if (!id) return refused(id.error());
            RequestDesk own(request, parts);
            return line_or_problem(move_session({body.command_id, *id, body.base_revision}, body.planned_at, own.desk));
        });
    router.put<HoldSessionBody, SessionLine>(
        "/api/v1/mentoring/sessions/{id}/held", {.permission = own_part, .summary = "It was held, so many minutes"},
        [parts](Request& request, const HoldSessionBody& body) -> Result<SessionLine> {
            const auto id = request.path_id<SessionId>("id");
            if (!id) return refused(id.error());
            RequestDesk own(request, parts);
            return line_or_problem(hold_session({body.command_id, *id, body.base_revision},
                                                {body.held_at, body.minutes, body.led_by}, own.desk));
        });
    router.put<SessionCommandBody, SessionLine>(
        "/api/v1/mentoring/sessions/{id}/cancel", {.permission = own_part, .summary = "It will not be held"},
        [parts](Request& request, const SessionCommandBody& body) -> Result<SessionLine> {
            const auto id = request.path_id<SessionId>("id");
            if (!id) return refused(id.error());
            RequestDesk own(request, parts);
            return line_or_problem(cancel_session({body.command_id, *id, body.base_revision}, own.desk));
        });
    router.get<TimeList>("/api/v1/mentoring/pairs/{id}/times",
                         {.permission = own_part,
                          .summary = "Three times at which both are free",
                          .query = {"minutes: how long; instead_of: the session that would move"}},
                         [parts](Request& request) -> Result<TimeList> {
                             const auto id = request.path_id<PairId>("id");
                             if (!id) return refused(id.error());
                             const auto minutes = exact_from(request.query("minutes", "45"));
                             if (!minutes || *minutes < Exact(5) || Exact(600) < *minutes)
                                 return refused("mentoring.minutes", {}, "minutes");
                             RequestDesk own(request, parts);
                             auto times = propose_times(*id, static_cast<int>(minutes->to_double()),
                                                        id_from<SessionId>(request.query("instead_of")), own.desk);
                             if (!times) return refused(times.error());
                             return TimeList{std::move(*times)};
                         });
}

}  // namespace pamong::mentoring
