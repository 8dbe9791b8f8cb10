#pragma once

#include "features/mentoring/usecases/desk.h"

namespace pamong::mentoring {

/// A coordinator makes one pair by hand; the same rule on the mentor's places holds as in matching.
/// Problems: access.not_permitted, programmes.not_found, mentoring.id_reused, mentoring.wish_unknown,
/// mentoring.mentee_has_mentor, mentoring.mentor_is_full, mentoring.same_person.
struct StartPair {
    PairId id;
    ProgrammeId programme;
    ParticipantId mentor;
    ParticipantId mentee;
};
Result<Pair> start_pair(const StartPair& command, const Desk& desk);

/// One of the two says yes or no; a no needs no reason and frees the place at once.
/// Problems: mentoring.pair_not_found, mentoring.conflict, mentoring.id_reused, those of answered().
struct AnswerPair {
    CommandId command;
    PairId pair;
    std::int64_t base_revision = 1;
    PairAnswer answer = PairAnswer::accepted;
};
Result<Pair> answer_pair(const AnswerPair& command, const Desk& desk);

/// Consent that both gave on paper, entered by the coordinator for many pairs at once; a refused pair stays refused.
/// Problems: access.not_permitted, programmes.not_found. Returns how many pairs became active.
Result<std::int64_t> record_consents(const ProgrammeId& programme, const Desk& desk);

/// What the caller may see of a pair: the pair itself all; the programme's coordinator, principal or evaluator that
/// sessions were held, open actions and notes that were shared with them; nobody else.
/// Problems: mentoring.pair_not_found.
struct PairPage {
    Pair pair;
    std::optional<Side> own_side;
    std::map<PersonId, Face> faces;
    std::vector<Session> sessions;
    std::vector<AgreedAction> actions;
    std::vector<Note> notes;
    std::vector<Contact> contacts;
};
Result<PairPage> pair_page(const PairId& id, const Desk& desk);

/// One's own pairs, open ones first. Problems: access.not_permitted.
struct OwnPairs {
    std::vector<Pair> pairs;
    std::map<PersonId, Face> faces;
};
Result<OwnPairs> own_pairs(const Desk& desk);

}  // namespace pamong::mentoring
