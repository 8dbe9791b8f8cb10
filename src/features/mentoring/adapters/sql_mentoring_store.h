#pragma once

#include "features/mentoring/usecases/mentoring_store.h"
#include "platform/store/tx.h"

namespace pamong::mentoring {

class SqlMentoringStore final : public MentoringStore {
  public:
    explicit SqlMentoringStore(store::Tx& tx) : tx_(tx) {}
    Seen remember(const CommandId& id, const std::string& content, Timestamp now) override;
    void journal(std::string_view action, std::string_view kind, const Uuid& subject) override;

    // sql_match_store.cpp
    void add_match(const Match& match, const std::vector<MatchPair>& pairs,
                   const std::vector<UnmatchedMentee>& unmatched) override;
    std::optional<Match> find_match(const MatchId& id) override;
    std::vector<Match> matches_of(const ProgrammeId& programme) override;
    std::vector<MatchPair> pairs_of_match(const MatchId& id) override;
    std::vector<UnmatchedMentee> unmatched_of_match(const MatchId& id) override;
    void set_match_state(const MatchId& id, MatchState state, Timestamp now) override;
    std::string reasons_json(const PairReasons& reasons) override;
    std::map<ParticipantId, MentorCapacity> lock_places(const ProgrammeId& programme,
                                                        const std::vector<ParticipantId>& mentors,
                                                        int most_mentees) override;

    // sql_pair_store.cpp
    void add_pairs(const std::vector<Pair>& pairs, Timestamp now) override;
    std::optional<Pair> find_pair(const PairId& id) override;
    std::vector<Pair> pairs_of(const ProgrammeId& programme) override;
    std::vector<Pair> pairs_with(const PersonId& person) override;
    bool replace_pair(const Pair& before, const Pair& after, Timestamp now) override;
    void accept_pairs(const std::vector<PairId>& pairs, Timestamp now) override;
    std::map<PersonId, Face> faces_of(const std::vector<Pair>& pairs) override;

    // sql_session_store.cpp
    void add_sessions(const std::vector<Session>& sessions) override;
    std::optional<Session> find_session(const SessionId& id) override;
    std::vector<Session> sessions_of(const PairId& pair) override;
    std::vector<Session> sessions_of_programme(const ProgrammeId& programme) override;
    std::vector<Session> sessions_with(const PersonId& person, Timestamp from, Timestamp until) override;
    bool replace_session(const Session& before, const Session& after, Timestamp now) override;
    std::string content_of(const Session& session) override;

    // sql_record_store.cpp
    bool add_action(const AgreedAction& action) override;
    std::optional<AgreedAction> find_action(const Uuid& id) override;
    bool replace_action(const AgreedAction& before, const AgreedAction& after, Timestamp now) override;
    std::vector<AgreedAction> actions_of(const PairId& pair) override;
    std::vector<AgreedAction> actions_of_programme(const ProgrammeId& programme) override;
    void save_note(const Note& note, Timestamp now) override;
    std::optional<Note> find_note(const Uuid& id) override;
    std::vector<Note> notes_of(const PairId& pair) override;
    void add_contact(const Contact& contact) override;
    std::vector<Contact> contacts_of_programme(const ProgrammeId& programme) override;
    std::vector<Contact> contacts_of(const PairId& pair) override;
    std::string content_of(const AgreedAction& action) override;
    std::string content_of(std::string_view measure, const ProgrammeId& programme, std::int64_t part,
                           std::int64_t whole, Day until) override;
    void add_feed(const std::string& token_hash, const PersonId& person, Timestamp now) override;

  private:
    void keep_version(std::string_view kind, const Uuid& id, std::int64_t revision, const std::string& content,
                      Timestamp now);
    store::Tx& tx_;
};

/// Whose feed an address is. Needs no owner: the address is all a calendar app has.
struct FeedOf {
    OrgId owner;
    PersonId person;
};
std::optional<FeedOf> feed_with(store::Tx& tx, const std::string& token_hash);

}  // namespace pamong::mentoring
