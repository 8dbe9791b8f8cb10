#pragma once

#include "features/mentoring/usecases/match_mentors.h"
#include "features/mentoring/usecases/monitor.h"
#include "features/mentoring/usecases/pairs.h"
#include "features/mentoring/usecases/records.h"
#include "features/mentoring/usecases/sessions.h"
#include "platform/json/json.h"

namespace pamong::mentoring {

// Kept as JSON in the database, and shown as it is.
struct GapJson {
    std::string competence;
    Exact mentee;
    Exact mentor;
};
BOOST_DESCRIBE_STRUCT(GapJson, (), (competence, mentee, mentor))
struct PairReasonsJson {
    bool same_subject = false;
    bool same_level = false;
    bool same_school = false;
    bool same_district = false;
    std::optional<GapJson> gap;
    std::optional<std::int32_t> km;
    std::int32_t load = 0;
    std::int32_t capacity = 0;
};
BOOST_DESCRIBE_STRUCT(PairReasonsJson, (),
                      (same_subject, same_level, same_school, same_district, gap, km, load, capacity))
struct PairWishJson {
    ParticipantId mentor_id;
    ParticipantId mentee_id;
};
BOOST_DESCRIBE_STRUCT(PairWishJson, (), (mentor_id, mentee_id))
struct MatchSettingsJson {
    std::vector<std::string> dropped_rules;
    std::vector<PairWishJson> locked;
    std::vector<PairWishJson> forbidden;
};
BOOST_DESCRIBE_STRUCT(MatchSettingsJson, (), (dropped_rules, locked, forbidden))

// Matching.
struct ProposeMatchBody {
    ProgrammeId programme_id;
    std::int32_t step = 0;
    std::optional<std::int64_t> seed;
    std::optional<std::vector<std::string>> dropped_rules;
    std::optional<std::vector<PairWishJson>> locked;
    std::optional<std::vector<PairWishJson>> forbidden;
};
BOOST_DESCRIBE_STRUCT(ProposeMatchBody, (), (programme_id, step, seed, dropped_rules, locked, forbidden))
struct MatchSummary {
    MatchId id;
    ProgrammeId programme_id;
    std::int32_t step = 0;
    MatchState state = MatchState::proposed;
    std::vector<std::string> dropped_rules;
    std::string method;
    std::int64_t seed = 0;
    std::int64_t placed = 0;
    std::int64_t unmatched = 0;
    std::int64_t total_cost = 0;
    std::int64_t gap = 0;
    Timestamp made_at;
};
BOOST_DESCRIBE_STRUCT(MatchSummary, (),
                      (id, programme_id, step, state, dropped_rules, method, seed, placed, unmatched, total_cost, gap,
                       made_at))
struct MatchList {
    std::vector<MatchSummary> items;
};
BOOST_DESCRIBE_STRUCT(MatchList, (), (items))
struct PersonShown {
    PersonId person_id;
    Private<std::string> name;
    std::string subject;
    std::string school_name;
};
BOOST_DESCRIBE_STRUCT(PersonShown, (), (person_id, name, subject, school_name))
struct MatchPairLine {
    Uuid id;
    PersonShown mentor;
    PersonShown mentee;
    std::int64_t cost = 0;
    PairReasonsJson reasons;
    std::optional<std::string> next_mentor;
    std::optional<std::int64_t> next_at_least;
};
BOOST_DESCRIBE_STRUCT(MatchPairLine, (), (id, mentor, mentee, cost, reasons, next_mentor, next_at_least))
struct UnmatchedLine {
    PersonShown mentee;
    std::string why;
    std::vector<std::string> blocking_rules;
};
BOOST_DESCRIBE_STRUCT(UnmatchedLine, (), (mentee, why, blocking_rules))
struct MatchView {
    MatchSummary match;
    std::vector<MatchPairLine> pairs;  ///< at most 200; the summary has the count
    std::vector<UnmatchedLine> unmatched;
};
BOOST_DESCRIBE_STRUCT(MatchView, (), (match, pairs, unmatched))
struct RulePriceLine {
    std::string rule;
    std::int64_t cost = 0;
    std::int64_t more_placed = 0;
};
BOOST_DESCRIBE_STRUCT(RulePriceLine, (), (rule, cost, more_placed))
struct RulePrices {
    std::vector<RulePriceLine> items;
};
BOOST_DESCRIBE_STRUCT(RulePrices, (), (items))
struct PublishedReply {
    std::int64_t pairs = 0;
    std::int64_t skipped = 0;
};
BOOST_DESCRIBE_STRUCT(PublishedReply, (), (pairs, skipped))

// Pairs.
struct StartPairBody {
    ProgrammeId programme_id;
    ParticipantId mentor_participant_id;
    ParticipantId mentee_participant_id;
};
BOOST_DESCRIBE_STRUCT(StartPairBody, (), (programme_id, mentor_participant_id, mentee_participant_id))
struct AnswerBody {
    CommandId command_id;
    std::int64_t base_revision = 1;
    PairAnswer answer = PairAnswer::accepted;
};
BOOST_DESCRIBE_STRUCT(AnswerBody, (), (command_id, base_revision, answer))
struct ConsentsReply {
    std::int64_t active = 0;
};
BOOST_DESCRIBE_STRUCT(ConsentsReply, (), (active))
struct PairLine {
    PairId id;
    std::int64_t revision = 1;
    ProgrammeId programme_id;
    PairState state = PairState::proposed;
    std::optional<Side> own_side;
    PairAnswer mentor_answer = PairAnswer::open;
    PairAnswer mentee_answer = PairAnswer::open;
    PersonShown mentor;
    PersonShown mentee;
    PairReasonsJson reasons;
    Day starts_on;
    Day ends_on;
};
BOOST_DESCRIBE_STRUCT(PairLine, (),
                      (id, revision, programme_id, state, own_side, mentor_answer, mentee_answer, mentor, mentee,
                       reasons, starts_on, ends_on))
struct PairList {
    std::vector<PairLine> items;
};
BOOST_DESCRIBE_STRUCT(PairList, (), (items))

// Sessions.
struct PlanSessionBody {
    PairId pair_id;
    std::int32_t cycle = 1;
    SessionKind kind = SessionKind::observation;
    Timestamp planned_at;
    std::optional<std::int32_t> planned_minutes;
    std::optional<bool> remote;
    std::optional<std::string> place;
    std::optional<std::string> indicator_code;
};
BOOST_DESCRIBE_STRUCT(PlanSessionBody, (),
                      (pair_id, cycle, kind, planned_at, planned_minutes, remote, place, indicator_code))
struct SessionCommandBody {
    CommandId command_id;
    std::int64_t base_revision = 1;
};
BOOST_DESCRIBE_STRUCT(SessionCommandBody, (), (command_id, base_revision))
struct MoveSessionBody {
    CommandId command_id;
    std::int64_t base_revision = 1;
    Timestamp planned_at;
};
BOOST_DESCRIBE_STRUCT(MoveSessionBody, (), (command_id, base_revision, planned_at))
struct HoldSessionBody {
    CommandId command_id;
    std::int64_t base_revision = 1;
    Timestamp held_at;
    std::int32_t minutes = 40;
    std::optional<Side> led_by;
};
BOOST_DESCRIBE_STRUCT(HoldSessionBody, (), (command_id, base_revision, held_at, minutes, led_by))
struct SessionLine {
    SessionId id;
    std::int64_t revision = 1;
    PairId pair_id;
    std::int32_t cycle = 1;
    SessionKind kind = SessionKind::observation;
    Timestamp planned_at;
    std::int32_t planned_minutes = 40;
    bool remote = false;
    std::string place;
    std::optional<std::string> indicator_code;
    bool mentor_ok = false;
    bool mentee_ok = false;
    SessionState state = SessionState::planned;
    std::optional<Timestamp> held_at;
    std::optional<std::int32_t> minutes;
};
BOOST_DESCRIBE_STRUCT(SessionLine, (),
                      (id, revision, pair_id, cycle, kind, planned_at, planned_minutes, remote, place, indicator_code,
                       mentor_ok, mentee_ok, state, held_at, minutes))
struct OwnSessionLine {
    SessionLine session;
    Side own_side = Side::mentor;
    Private<std::string> partner_name;
    std::string school_name;
    std::vector<Timestamp> other_times;  ///< where Pindah may go; for sessions that wait for an answer or lie ahead
};
BOOST_DESCRIBE_STRUCT(OwnSessionLine, (), (session, own_side, partner_name, school_name, other_times))
struct OwnSessionList {
    std::vector<OwnSessionLine> items;
};
BOOST_DESCRIBE_STRUCT(OwnSessionList, (), (items))
struct TimeList {
    std::vector<Timestamp> items;
};
BOOST_DESCRIBE_STRUCT(TimeList, (), (items))
struct VisitLine {
    SessionId session_id;
    PairId pair_id;
    PersonId mentee_id;
    Private<std::string> mentee_name;
    std::string school_name;
    SessionKind kind = SessionKind::observation;
    Timestamp planned_at;
    std::string status;  ///< proposed, agreed, held, cancelled
    std::optional<std::string> indicator_code;
};
BOOST_DESCRIBE_STRUCT(VisitLine, (),
                      (session_id, pair_id, mentee_id, mentee_name, school_name, kind, planned_at, status,
                       indicator_code))
struct VisitList {
    std::vector<VisitLine> items;
};
BOOST_DESCRIBE_STRUCT(VisitList, (), (items))

// Actions, notes, contacts.
struct ActionBody {
    PairId pair_id;
    std::optional<SessionId> session_id;
    Private<std::string> body;
    PersonId owner_id;
    Day due_on;
};
BOOST_DESCRIBE_STRUCT(ActionBody, (), (pair_id, session_id, body, owner_id, due_on))
struct ActionStateBody {
    CommandId command_id;
    std::int64_t base_revision = 1;
    ActionState state = ActionState::done;
    std::optional<Day> done_on;
};
BOOST_DESCRIBE_STRUCT(ActionStateBody, (), (command_id, base_revision, state, done_on))
struct ActionLine {
    Uuid id;
    std::int64_t revision = 1;
    std::optional<SessionId> session_id;
    Private<std::string> body;
    PersonId owner_id;
    Day due_on;
    ActionState state = ActionState::open;
    std::optional<Day> done_on;
};
BOOST_DESCRIBE_STRUCT(ActionLine, (), (id, revision, session_id, body, owner_id, due_on, state, done_on))
struct NoteBody {
    PairId pair_id;
    std::optional<SessionId> session_id;
    std::int64_t base_revision = 0;
    std::string model;
    Private<std::string> body;
    NoteLevel level = NoteLevel::pair;
};
BOOST_DESCRIBE_STRUCT(NoteBody, (), (pair_id, session_id, base_revision, model, body, level))
struct NoteLine {
    Uuid id;
    std::int64_t revision = 1;
    std::optional<SessionId> session_id;
    PersonId author_id;
    bool own = false;
    std::string model;
    Private<std::string> body;
    NoteLevel level = NoteLevel::pair;
    Timestamp written_at;
};
BOOST_DESCRIBE_STRUCT(NoteLine, (), (id, revision, session_id, author_id, own, model, body, level, written_at))
struct ContactBody {
    PairId pair_id;
    ContactChannel channel = ContactChannel::chat;
    Day on_day;
    std::int32_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(ContactBody, (), (pair_id, channel, on_day, minutes))
struct ContactLine {
    Uuid id;
    ContactChannel channel = ContactChannel::chat;
    Day on_day;
    std::int32_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(ContactLine, (), (id, channel, on_day, minutes))
struct PairView {
    PairLine pair;
    std::vector<SessionLine> sessions;
    std::vector<ActionLine> actions;
    std::vector<NoteLine> notes;
    std::vector<ContactLine> contacts;
};
BOOST_DESCRIBE_STRUCT(PairView, (), (pair, sessions, actions, notes, contacts))

// Monitoring.
struct ShareLine {
    std::int64_t part = 0;
    std::int64_t whole = 0;
    std::optional<std::string> percent;  ///< one digit after the point
};
BOOST_DESCRIBE_STRUCT(ShareLine, (), (part, whole, percent))
struct ConcernLine {
    PairId pair_id;
    Concern concern = Concern::not_met_yet;
    Private<std::string> mentor_name;
    Private<std::string> mentee_name;
    std::string school_name;
    std::optional<std::string> value;
    std::optional<std::string> bound;
};
BOOST_DESCRIBE_STRUCT(ConcernLine, (), (pair_id, concern, mentor_name, mentee_name, school_name, value, bound))
struct PolicyConcernLine {
    std::string number;
    std::string title;
    std::optional<Day> valid_until;
    bool expired = false;
};
BOOST_DESCRIBE_STRUCT(PolicyConcernLine, (), (number, title, valid_until, expired))
struct ThresholdLine {
    std::string measure;
    std::string bound;
    std::string unit;
    std::string mark;
};
BOOST_DESCRIBE_STRUCT(ThresholdLine, (), (measure, bound, unit, mark))
struct MonitoringPage {
    std::int64_t pairs = 0;
    std::int64_t active = 0;
    std::int64_t sessions_held = 0;
    ShareLine fidelity;
    ShareLine punctuality;
    ShareLine closed_actions;
    ShareLine reciprocity;
    std::optional<std::string> dosage;
    std::optional<std::string> feedback_lag;
    std::optional<std::string> spread;
    std::int64_t concern_count = 0;
    std::vector<ConcernLine> concerns;  ///< at most 200
    std::vector<PolicyConcernLine> policies;
    std::vector<ThresholdLine> thresholds;
};
BOOST_DESCRIBE_STRUCT(MonitoringPage, (),
                      (pairs, active, sessions_held, fidelity, punctuality, closed_actions, reciprocity, dosage,
                       feedback_lag, spread, concern_count, concerns, policies, thresholds))

struct FeedReply {
    std::string path;  ///< "/api/v1/public/calendar/SECRET.ics"; shown once
};
BOOST_DESCRIBE_STRUCT(FeedReply, (), (path))

}  // namespace pamong::mentoring
