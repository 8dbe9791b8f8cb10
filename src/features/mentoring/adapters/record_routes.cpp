#include "features/mentoring/adapters/request_desk.h"

namespace pamong::mentoring {
namespace {

using http::Request;
using RecordId = Id<struct RecordTag>;

}  // namespace

void add_record_routes(http::Router& router, const MentoringParts& parts) {
    const std::string_view own_part = access::take_part_in_mentoring.code;
    router.get<PairList>(
        "/api/v1/mentoring/pairs", {.permission = own_part, .summary = "One's own pairs"},
        [parts](Request& request) -> Result<PairList> {
            RequestDesk own(request, parts);
            const auto found = own_pairs(own.desk);
            if (!found) return refused(found.error());
            PairList list;
            for (const Pair& pair : found->pairs)
                list.items.push_back(line_of(pair, found->faces, pair.side_of(own.desk.actor.person())));
            return list;
        });
    router.get<PairView>("/api/v1/mentoring/pairs/{id}",
                         {.permission = access::use_own_home.code,
                          .summary = "A pair: all for the two, the outline for those who watch over it"},
                         [parts](Request& request) -> Result<PairView> {
                             const auto id = request.path_id<PairId>("id");
                             if (!id) return refused(id.error());
                             RequestDesk own(request, parts);
                             const auto page = pair_page(*id, own.desk);
                             if (!page) return refused(page.error());
                             PairView view{line_of(page->pair, page->faces, page->own_side), {}, {}, {}, {}};
                             for (const auto& one : page->sessions) view.sessions.push_back(line_of(one));
                             for (const auto& one : page->actions) view.actions.push_back(line_of(one));
                             for (const auto& one : page->notes) view.notes.push_back(line_of(one, own.desk.actor));
                             for (const auto& one : page->contacts)
                                 view.contacts.push_back({one.id, one.channel, one.on_day, one.minutes});
                             return view;
                         });
    router.put<AnswerBody, PairLine>(
        "/api/v1/mentoring/pairs/{id}/answer",
        {.permission = own_part, .summary = "Say yes or no to a pair; a no needs no reason"},
        [parts](Request& request, const AnswerBody& body) -> Result<PairLine> {
            const auto id = request.path_id<PairId>("id");
            if (!id) return refused(id.error());
            RequestDesk own(request, parts);
            const auto pair = answer_pair({body.command_id, *id, body.base_revision, body.answer}, own.desk);
            if (!pair) return refused(pair.error());
            return line_of(*pair, own.desk.store.faces_of({*pair}), pair->side_of(own.desk.actor.person()));
        });
    router.put<ActionBody, ActionLine>(
        "/api/v1/mentoring/actions/{id}", {.permission = own_part, .summary = "Write down an agreed action"},
        [parts](Request& request, const ActionBody& body) -> Result<ActionLine> {
            const auto id = request.path_id<RecordId>("id");
            if (!id) return refused(id.error());
            RequestDesk own(request, parts);
            const auto action = agree_action(
                {id->value, body.pair_id, body.session_id, body.body, body.owner_id, body.due_on}, own.desk);
            if (!action) return refused(action.error());
            return line_of(*action);
        });
    router.put<ActionStateBody, ActionLine>(
        "/api/v1/mentoring/actions/{id}/state", {.permission = own_part, .summary = "Done, dropped or open again"},
        [parts](Request& request, const ActionStateBody& body) -> Result<ActionLine> {
            const auto id = request.path_id<RecordId>("id");
            if (!id) return refused(id.error());
            RequestDesk own(request, parts);
            const auto action =
                change_action({body.command_id, id->value, body.base_revision, body.state, body.done_on}, own.desk);
            if (!action) return refused(action.error());
            return line_of(*action);
        });
    router.put<NoteBody, NoteLine>(
        "/api/v1/mentoring/notes/{id}",
        {.permission = own_part, .summary = "Write a reflection and say who may read it"},
        [parts](Request& request, const NoteBody& body) -> Result<NoteLine> {
            const auto id = request.path_id<RecordId>("id");
            if (!id) return refused(id.error());
            RequestDesk own(request, parts);
            const auto note = write_note(
                {id->value, body.pair_id, body.session_id, body.base_revision, body.model, body.body, body.level},
                own.desk);
            if (!note) return refused(note.error());
            return line_of(*note, own.desk.actor);
        });
    router.put<ContactBody, ContactLine>(
        "/api/v1/mentoring/contacts/{id}", {.permission = own_part, .summary = "Log that the two were in touch"},
        [parts](Request& request, const ContactBody& body) -> Result<ContactLine> {
            const auto id = request.path_id<RecordId>("id");
            if (!id) return refused(id.error());
            RequestDesk own(request, parts);
            const auto contact =
                log_contact({id->value, body.pair_id, body.channel, body.on_day, body.minutes}, own.desk);
            if (!contact) return refused(contact.error());
            return ContactLine{contact->id, contact->channel, contact->on_day, contact->minutes};
        });
}

}  // namespace pamong::mentoring
