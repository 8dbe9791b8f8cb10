#include "features/mentoring/usecases/records.h"

namespace pamong::mentoring {
namespace {

Done check_text(const Private<std::string>& body, std::size_t most) {
    if (body.reveal().empty()) return refused("mentoring.text_empty", {}, "body");
    if (body.reveal().size() > most) return refused("mentoring.text_long", {{"most", std::to_string(most)}}, "body");
    return {};
}

}  // namespace

Result<AgreedAction> agree_action(const AgreeAction& command, const Desk& desk) {
    const auto own = own_pair(command.pair, desk);
    if (!own) return refused(own.error());
    if (auto fine = check_text(command.body, 1000); !fine) return refused(fine.error());
    if (command.owner != own->pair.mentor && command.owner != own->pair.mentee)
        return refused("mentoring.owner_not_in_pair", {}, "owner_id");
    if (command.session) {
        const auto session = desk.store.find_session(*command.session);
        if (!session || session->pair != command.pair) return refused("mentoring.session_not_found", {}, "session_id");
    }
    const auto fresh = is_new(
        CommandId{command.id},
        "action " + to_string(command.pair) + " " + to_string(command.due_on) + " " + command.body.reveal(), desk);
    if (!fresh) return refused(fresh.error());
    if (!*fresh) return *desk.store.find_action(command.id);
    AgreedAction action{command.id, 1, command.pair, command.session, command.body, command.owner, command.due_on};
    if (!desk.store.add_action(action)) return refused("mentoring.id_reused");
    return action;
}

Result<AgreedAction> change_action(const ChangeAction& command, const Desk& desk) {
    const auto action = desk.store.find_action(command.action);
    if (!action || !own_pair(action->pair, desk)) return refused("mentoring.action_not_found");
    const auto fresh = is_new(
        command.command,
        "action state " + to_string(command.action) + " " + std::to_string(static_cast<int>(command.state)), desk);
    if (!fresh) return refused(fresh.error());
    if (!*fresh || action->state == command.state) {
        if (*fresh) desk.store.journal("action.unchanged", "action", command.action);
        return *action;
    }
    if (action->revision != command.base_revision) return conflict(action->revision, command.base_revision);
    AgreedAction after = *action;
    ++after.revision;
    after.state = command.state;
    after.done_on =
        command.state == ActionState::done ? std::optional(command.done_on.value_or(desk.today())) : std::nullopt;
    if (!desk.store.replace_action(*action, after, desk.now))
        return conflict(action->revision + 1, command.base_revision);
    (void)offer(
        {evidence::Offer{evidence::Kind::answer, after.id, "Aksi yang disepakati, tenggat " + to_string(after.due_on),
                         desk.store.content_of(after)}},
        desk.now, desk.evidence);
    return after;
}

Result<Note> write_note(const WriteNote& command, const Desk& desk) {
    const auto own = own_pair(command.pair, desk);
    if (!own) return refused(own.error());
    if (auto fine = check_text(command.body, 10'000); !fine) return refused(fine.error());
    Note note{command.id,
              command.base_revision + 1,
              command.pair,
              command.session,
              PersonId{*desk.actor.person()},
              command.model,
              command.body,
              command.level,
              desk.now};
    if (const auto earlier = desk.store.find_note(command.id)) {
        if (earlier->author != note.author || earlier->pair != note.pair) return refused("mentoring.note_not_yours");
        if (earlier->body == note.body && earlier->level == note.level && earlier->model == note.model) return *earlier;
        if (earlier->revision != command.base_revision) return conflict(earlier->revision, command.base_revision);
    } else if (command.base_revision != 0) {
        return conflict(0, command.base_revision);
    }
    desk.store.save_note(note, desk.now);
    return note;
}

Result<Contact> log_contact(const LogContact& command, const Desk& desk) {
    const auto own = own_pair(command.pair, desk);
    if (!own) return refused(own.error());
    if (command.minutes < 0 || command.minutes > 24 * 60) return refused("mentoring.minutes", {}, "minutes");
    if (command.on_day > desk.today()) return refused("mentoring.held_in_future", {}, "on_day");
    Contact contact{command.id,      command.pair,   PersonId{*desk.actor.person()},
                    command.channel, command.on_day, command.minutes};
    const auto fresh = is_new(
        CommandId{command.id},
        "contact " + to_string(command.pair) + " " + to_string(command.on_day) + " " + std::to_string(command.minutes),
        desk);
    if (!fresh) return refused(fresh.error());
    if (*fresh) desk.store.add_contact(contact);
    return contact;
}

}  // namespace pamong::mentoring
