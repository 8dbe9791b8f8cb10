#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "features/mentoring/domain/action.h"
#include "features/mentoring/domain/match_rules.h"
#include "features/mentoring/domain/mentor_capacity.h"
#include "features/mentoring/domain/session.h"

namespace pamong::mentoring {

/// How a proposal was made; kept with it, so it can be made again.
struct MatchSettings {
    std::uint64_t seed = 0;
    std::vector<std::string> dropped_rules{};
    std::vector<PairWish> locked{};
    std::vector<PairWish> forbidden{};
};

enum class MatchState { proposed, published, replaced };
BOOST_DESCRIBE_ENUM(MatchState, proposed, published, replaced)

struct Match {
    MatchId id;
    ProgrammeId programme;
    int step = 0;
    MatchState state = MatchState::proposed;
    MatchSettings settings;
    std::string method;
    std::int64_t placed = 0;
    std::int64_t unmatched = 0;
    std::int64_t total_cost = 0;
    std::int64_t gap = 0;  ///< 0: proven to be the best
    Timestamp made_at;
};

struct MatchPair {
    Uuid id;
    ParticipantId mentor;
    ParticipantId mentee;
    std::int64_t cost = 0;
    std::string reasons;  ///< JSON made by MentoringStore::reasons_json()
    std::optional<ParticipantId> next_mentor{};
    std::optional<std::int64_t> next_at_least{};
};

struct UnmatchedMentee {
    ParticipantId mentee;
    std::string why;
    std::vector<std::string> blocking_rules{};
};

/// Whether a command was applied before.
enum class Seen { fresh, same, other };

/// A person as pairs and sessions show them: the copy that the programme holds.
struct Face {
    PersonId person;
    Private<std::string> name;
    std::string subject;
    std::string school_name;
    std::optional<Uuid> school{};
    std::optional<Uuid> district{};
};

class MentoringStore {
  public:
    virtual ~MentoringStore() = default;
    /// Remembers a command; `content` says what it was, so that an id cannot stand for two things.
    virtual Seen remember(const CommandId& id, const std::string& content, Timestamp now) = 0;
    virtual void journal(std::string_view action, std::string_view kind, const Uuid& subject) = 0;

    virtual void add_match(const Match& match, const std::vector<MatchPair>& pairs,
                           const std::vector<UnmatchedMentee>& unmatched) = 0;
    virtual std::optional<Match> find_match(const MatchId& id) = 0;
    virtual std::vector<Match> matches_of(const ProgrammeId& programme) = 0;
    virtual std::vector<MatchPair> pairs_of_match(const MatchId& id) = 0;
    virtual std::vector<UnmatchedMentee> unmatched_of_match(const MatchId& id) = 0;
    virtual void set_match_state(const MatchId& id, MatchState state, Timestamp now) = 0;
    virtual std::string reasons_json(const PairReasons& reasons) = 0;

    /// Gives mentors their places, once, and locks the rows until the transaction ends.
    virtual std::map<ParticipantId, MentorCapacity> lock_places(const ProgrammeId& programme,
                                                                const std::vector<ParticipantId>& mentors,
                                                                int most_mentees) = 0;
    virtual void add_pairs(const std::vector<Pair>& pairs, Timestamp now) = 0;
    virtual std::optional<Pair> find_pair(const PairId& id) = 0;
    virtual std::vector<Pair> pairs_of(const ProgrammeId& programme) = 0;
    virtual std::vector<Pair> pairs_with(const PersonId& person) = 0;
    /// Keeps `before` as an earlier revision. False when somebody else was faster.
    virtual bool replace_pair(const Pair& before, const Pair& after, Timestamp now) = 0;
    virtual void accept_pairs(const std::vector<PairId>& pairs, Timestamp now) = 0;

    virtual void add_sessions(const std::vector<Session>& sessions) = 0;
    virtual std::optional<Session> find_session(const SessionId& id) = 0;
    virtual std::vector<Session> sessions_of(const PairId& pair) = 0;
    virtual std::vector<Session> sessions_of_programme(const ProgrammeId& programme) = 0;
    virtual std::vector<Session> sessions_with(const PersonId& person, Timestamp from, Timestamp until) = 0;
    virtual bool replace_session(const Session& before, const Session& after, Timestamp now) = 0;

    virtual bool add_action(const AgreedAction& action) = 0;
    virtual std::optional<AgreedAction> find_action(const Uuid& id) = 0;
    virtual bool replace_action(const AgreedAction& before, const AgreedAction& after, Timestamp now) = 0;
    virtual std::vector<AgreedAction> actions_of(const PairId& pair) = 0;
    virtual std::vector<AgreedAction> actions_of_programme(const ProgrammeId& programme) = 0;
    virtual void save_note(const Note& note, Timestamp now) = 0;
    virtual std::optional<Note> find_note(const Uuid& id) = 0;
    virtual std::vector<Note> notes_of(const PairId& pair) = 0;
    virtual void add_contact(const Contact& contact) = 0;
    virtual std::vector<Contact> contacts_of_programme(const ProgrammeId& programme) = 0;
    virtual std::vector<Contact> contacts_of(const PairId& pair) = 0;

    /// The copied data of the people of these pairs.
    virtual std::map<PersonId, Face> faces_of(const std::vector<Pair>& pairs) = 0;

    /// Canonical JSON of a fact as evidence holds it; no names, no text of notes.
    virtual std::string content_of(const Session& session) = 0;
    virtual std::string content_of(const AgreedAction& action) = 0;
    virtual std::string content_of(std::string_view measure, const ProgrammeId& programme, std::int64_t part,
                                   std::int64_t whole, Day until) = 0;

    virtual void add_feed(const std::string& token_hash, const PersonId& person, Timestamp now) = 0;
};

}  // namespace pamong::mentoring
