#pragma once

#include "features/mentoring/usecases/desk.h"

namespace pamong::mentoring {

/// One of the two writes down what was agreed. Problems: mentoring.pair_not_found, mentoring.text_empty,
/// mentoring.text_long, mentoring.owner_not_in_pair, mentoring.id_reused.
struct AgreeAction {
    Uuid id;
    PairId pair;
    std::optional<SessionId> session{};
    Private<std::string> body;
    PersonId owner;
    Day due_on;
};
Result<AgreedAction> agree_action(const AgreeAction& command, const Desk& desk);

/// Done, dropped or open again. Problems: mentoring.action_not_found, mentoring.conflict, mentoring.id_reused.
struct ChangeAction {
    CommandId command;
    Uuid action;
    std::int64_t base_revision = 1;
    ActionState state = ActionState::done;
    std::optional<Day> done_on{};
};
Result<AgreedAction> change_action(const ChangeAction& command, const Desk& desk);

/// A reflection or a note; only its author changes it or opens it wider.
/// Problems: mentoring.pair_not_found, mentoring.note_not_yours, mentoring.text_empty, mentoring.text_long,
/// mentoring.conflict.
struct WriteNote {
    Uuid id;
    PairId pair;
    std::optional<SessionId> session{};
    std::int64_t base_revision = 0;
    std::string model;
    Private<std::string> body;
    NoteLevel level = NoteLevel::pair;
};
Result<Note> write_note(const WriteNote& command, const Desk& desk);

/// "We are still in touch": also after the programme's end. Problems: mentoring.pair_not_found, mentoring.id_reused.
struct LogContact {
    Uuid id;
    PairId pair;
    ContactChannel channel = ContactChannel::chat;
    Day on_day;
    int minutes = 0;
};
Result<Contact> log_contact(const LogContact& command, const Desk& desk);

}  // namespace pamong::mentoring
