#include "features/mentoring/adapters/sql_mentoring_store.h"
#include "platform/json/json.h"

namespace pamong::mentoring {
namespace {

struct SessionRow {
    OrgId org_id;
    SessionId id;
    std::int64_t revision = 1;
    PairId pair_id;
    std::int32_t cycle = 1;
    SessionKind kind = SessionKind::observation;
    Timestamp first_planned_at;
    Timestamp planned_at;
    std::int32_t planned_minutes = 40;
    bool remote = false;
    std::string place;
    std::optional<std::string> indicator_code;
    bool mentor_ok = false;
    bool mentee_ok = false;
    SessionState state = SessionState::planned;
    std::int32_t moves = 0;
    std::optional<Timestamp> held_at;
    std::optional<std::int32_t> minutes;
    std::optional<Side> led_by;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (),
                      (org_id, id, revision, pair_id, cycle, kind, first_planned_at, planned_at, planned_minutes,
                       remote, place, indicator_code, mentor_ok, mentee_ok, state, moves, held_at, minutes, led_by))
/// What evidence and earlier versions hold of a session; the place is left out, it may name somebody's home.
struct SessionContent {
    std::int32_t cycle = 1;
    Timestamp first_planned_at;
    std::optional<Timestamp> held_at;
    std::optional<std::string> indicator_code;
    SessionKind kind = SessionKind::observation;
    std::optional<Side> led_by;
    std::optional<std::int32_t> minutes;
    Uuid pair_id;
    Timestamp planned_at;
    bool remote = false;
    SessionState state = SessionState::planned;
};
BOOST_DESCRIBE_STRUCT(SessionContent, (),
                      (cycle, first_planned_at, held_at, indicator_code, kind, led_by, minutes, pair_id, planned_at,
                       remote, state))

constexpr std::string_view select_session = R"sql(
    select org_id, id, revision, pair_id, cycle, kind, first_planned_at, planned_at, planned_minutes, remote, place,
           indicator_code, mentor_ok, mentee_ok, state, moves, held_at, minutes, led_by
    from mentoring_session
    where org_id = $1
      and id = $2
)sql";
constexpr std::string_view select_sessions_of_pair = R"sql(
    select org_id, id, revision, pair_id, cycle, kind, first_planned_at, planned_at, planned_minutes, remote, place,
           indicator_code, mentor_ok, mentee_ok, state, moves, held_at, minutes, led_by
    from mentoring_session
    where org_id = $1
      and pair_id = $2
    order by planned_at, id
)sql";
constexpr std::string_view select_sessions_of_programme = R"sql(
    select s.org_id, s.id, s.revision, s.pair_id, s.cycle, s.kind, s.first_planned_at, s.planned_at, s.planned_minutes,
           s.remote, s.place, s.indicator_code, s.mentor_ok, s.mentee_ok, s.state, s.moves, s.held_at, s.minutes,
           s.led_by
    from mentoring_session s
    join mentoring_pair p on p.org_id = s.org_id and p.id = s.pair_id
    where s.org_id = $1
      and p.programme_id = $2
    order by s.planned_at, s.id
)sql";
constexpr std::string_view select_sessions_with = R"sql(
    select s.org_id, s.id, s.revision, s.pair_id, s.cycle, s.kind, s.first_planned_at, s.planned_at, s.planned_minutes,
           s.remote, s.place, s.indicator_code, s.mentor_ok, s.mentee_ok, s.state, s.moves, s.held_at, s.minutes,
           s.led_by
    from mentoring_session s
    join mentoring_pair p on p.org_id = s.org_id and p.id = s.pair_id
    where s.org_id = $1
      and (p.mentor_id = $2 or p.mentee_id = $2)
      and p.mentor_answer <> 'declined'
      and p.mentee_answer <> 'declined'
      and s.planned_at >= $3
      and s.planned_at < $4
    order by s.planned_at, s.id
)sql";
constexpr std::string_view update_session = R"sql(
    update mentoring_session
    set revision = $4, planned_at = $5, mentor_ok = $6, mentee_ok = $7, state = $8, moves = $9, held_at = $10,
        minutes = $11, led_by = $12
    where org_id = $1
      and id = $2
      and revision = $3
)sql";

Session session_from(SessionRow&& row) {
    return {row.id,
            row.revision,
            row.pair_id,
            row.cycle,
            row.kind,
            row.first_planned_at,
            row.planned_at,
            row.planned_minutes,
            row.remote,
            std::move(row.place),
            std::move(row.indicator_code),
            row.mentor_ok,
            row.mentee_ok,
            row.state,
            row.moves,
            row.held_at,
            row.minutes,
            row.led_by};
}

std::vector<Session> sessions_from_rows(std::vector<SessionRow>&& rows) {
    std::vector<Session> sessions;
    sessions.reserve(rows.size());
    for (auto& row : rows) sessions.push_back(session_from(std::move(row)));
    return sessions;
}

std::string_view verb_of(const Session& before, const Session& after) {
    if (after.state == SessionState::held) return "session.held";
    if (after.state == SessionState::cancelled) return "session.cancelled";
    return after.planned_at == before.planned_at ? "session.agreed" : "session.moved";
}

}  // namespace

void SqlMentoringStore::add_sessions(const std::vector<Session>& sessions) {
    std::vector<SessionRow> rows;
    rows.reserve(sessions.size());
    for (const Session& one : sessions)
        rows.push_back({tx_.owner(), one.id, one.revision, one.pair, one.cycle, one.kind, one.first_planned_at,
                        one.planned_at, one.planned_minutes, one.remote, one.place, one.indicator_code, one.mentor_ok,
                        one.mentee_ok, one.state, one.moves, one.held_at, one.minutes, one.led_by});
    tx_.insert_all("mentoring_session", rows);
    for (const Session& one : sessions) tx_.journal("session.planned", "session", one.id.value);
}

std::optional<Session> SqlMentoringStore::find_session(const SessionId& id) {
    auto row = tx_.one<SessionRow>(select_session, tx_.owner(), id);
    if (!row) return std::nullopt;
    return session_from(std::move(*row));
}

std::vector<Session> SqlMentoringStore::sessions_of(const PairId& pair) {
    return sessions_from_rows(tx_.all<SessionRow>(select_sessions_of_pair, tx_.owner(), pair));
}

std::vector<Session> SqlMentoringStore::sessions_of_programme(const ProgrammeId& programme) {
    return sessions_from_rows(tx_.all<SessionRow>(select_sessions_of_programme, tx_.owner(), programme));
}

std::vector<Session> SqlMentoringStore::sessions_with(const PersonId& person, Timestamp from, Timestamp until) {
    return sessions_from_rows(tx_.all<SessionRow>(select_sessions_with, tx_.owner(), person, from, until));
}

bool SqlMentoringStore::replace_session(const Session& before, const Session& after, Timestamp now) {
    if (tx_.run(update_session, tx_.owner(), before.id, before.revision, after.revision, after.planned_at,
                after.mentor_ok, after.mentee_ok, after.state, after.moves, after.held_at, after.minutes,
                after.led_by) == 0)
        return false;
    keep_version("session", before.id.value, before.revision, content_of(before), now);
    tx_.journal(verb_of(before, after), "session", after.id.value);
    return true;
}

std::string SqlMentoringStore::content_of(const Session& one) {
    return to_json(SessionContent{one.cycle, one.first_planned_at, one.held_at, one.indicator_code, one.kind,
                                  one.led_by, one.minutes, one.pair.value, one.planned_at, one.remote, one.state});
}

}  // namespace pamong::mentoring
