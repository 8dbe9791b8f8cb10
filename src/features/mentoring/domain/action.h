#pragma once

#include "features/mentoring/domain/pair.h"

namespace pamong::mentoring {

enum class ActionState { open, done, dropped };
BOOST_DESCRIBE_ENUM(ActionState, open, done, dropped)

/// Something agreed after an observation: who does what until when.
struct AgreedAction {
    Uuid id;
    std::int64_t revision = 1;
    PairId pair;
    std::optional<SessionId> session{};
    Private<std::string> body;
    PersonId owner;
    Day due_on;
    ActionState state = ActionState::open;
    std::optional<Day> done_on{};
};

/// author: nobody else; pair: both of them; coordinator, head: they too. Only the author chooses.
enum class NoteLevel { author, pair, coordinator, head };
BOOST_DESCRIBE_ENUM(NoteLevel, author, pair, coordinator, head)

struct Note {
    Uuid id;
    std::int64_t revision = 1;
    PairId pair;
    std::optional<SessionId> session{};
    PersonId author;
    std::string model;
    Private<std::string> body;
    NoteLevel level = NoteLevel::pair;
    Timestamp written_at;
};

enum class Reader { author, partner, coordinator, head, nobody };
/// Who may read a note. A note for the coordinator stays closed to the head; one for the head opens to both.
constexpr bool may_read(NoteLevel level, Reader reader) {
    switch (reader) {
        case Reader::author:
            return true;
        case Reader::partner:
            return level != NoteLevel::author;
        case Reader::coordinator:
            return level == NoteLevel::coordinator || level == NoteLevel::head;
        case Reader::head:
            return level == NoteLevel::head;
        case Reader::nobody:
            return false;
    }
    return false;
}

enum class ContactChannel { meeting, phone, chat, video, letter };
BOOST_DESCRIBE_ENUM(ContactChannel, meeting, phone, chat, video, letter)

struct Contact {
    Uuid id;
    PairId pair;
    PersonId by;
    ContactChannel channel = ContactChannel::chat;
    Day on_day;
    int minutes = 0;
};

}  // namespace pamong::mentoring
