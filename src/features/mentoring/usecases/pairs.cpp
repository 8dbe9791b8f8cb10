#include "features/mentoring/usecases/pairs.h"

#include <algorithm>

namespace pamong::mentoring {
namespace {

bool is_head(const access::Actor& actor) {
    return std::ranges::any_of(actor.grants(), [](const auto& grant) { return grant.role == access::Role::principal; });
}

Reader reader_of(const Note& note, const Pair& pair, bool watches, const access::Actor& actor) {
    if (actor.is(note.author.value)) return Reader::author;
    if (pair.side_of(actor.person())) return Reader::partner;
    if (!watches) return Reader::nobody;
    return is_head(actor) ? Reader::head : Reader::coordinator;
}

/// The programme's coordinators and those who watch over it, or over the school the mentee comes from.
bool may_watch(const Pair& pair, const std::map<PersonId, Face>& faces, const Desk& desk) {
    const auto programme = desk.programmes.find(pair.programme);
    if (!programme) return false;
    auto where = programme->where();
    if (desk.actor.may(access::monitor_mentoring, where)) return true;
    const auto face = faces.find(pair.mentee);
    if (face == faces.end()) return false;
    where.school = face->second.school;
    if (face->second.district) where.regions.push_back(*face->second.district);
    return desk.actor.may(access::monitor_mentoring, where);
}

}  // namespace

Result<Pair> start_pair(const StartPair& command, const Desk& desk) {
    const auto programme = desk.programmes.find(command.programme);
    if (!programme) return refused("programmes.not_found");
    if (!desk.actor.may(access::pair_teachers, programme->where())) return access::not_permitted(access::pair_teachers);
    if (const auto earlier = desk.store.find_pair(command.id)) {
        if (earlier->programme != command.programme || earlier->mentor_participant != command.mentor ||
            earlier->mentee_participant != command.mentee)
            return refused("mentoring.id_reused");
        return *earlier;
    }
    const auto participants = desk.programmes.participants_of(command.programme);
    const auto mentor = std::ranges::find(participants, command.mentor, &Participant::id);
    const auto mentee = std::ranges::find(participants, command.mentee, &Participant::id);
    if (mentor == participants.end() || mentee == participants.end()) return refused("mentoring.wish_unknown");
    if (mentor->person == mentee->person) return refused("mentoring.same_person");
    const auto* kind = programmes::find_template(desk.templates, programme->template_code);
    int most = 1;
    bool fits_a_step = false;
    for (const MatchStep& step : kind->steps)
        if (gives_in(step, *mentor) && receives_in(step, *mentee)) {
            most = step.most_mentees;
            fits_a_step = true;
        }
    if (!fits_a_step) return refused("mentoring.roles_do_not_fit");

    // The mentor's row guards the mentor's places; a mentee has no row of ours, so two mentors could each take the
    // same.
    desk.programmes.hold(command.programme);
    const auto places = desk.store.lock_places(command.programme, {command.mentor}, most);
    if (auto room = places.at(command.mentor).room_for(); !room) return refused(room.error());
    for (const Pair& pair : desk.store.pairs_of(command.programme))
        if (pair.open() && pair.mentee_participant == command.mentee) return refused("mentoring.mentee_has_mentor");

    Pair pair;
    pair.id = command.id;
    pair.programme = command.programme;
    pair.mentor_participant = command.mentor;
    pair.mentee_participant = command.mentee;
    pair.mentor = mentor->person;
    pair.mentee = mentee->person;
    PairReasons reasons = reasons_for(*mentor, *mentee);
    reasons.load = places.at(command.mentor).open_pairs + 1;
    reasons.capacity = most;
    pair.reasons = desk.store.reasons_json(reasons);
    pair.starts_on = std::max(programme->starts_on, desk.today());
    pair.ends_on = std::max(programme->ends_on, pair.starts_on);
    desk.store.add_pairs({pair}, desk.now);
    return pair;
}

Result<Pair> answer_pair(const AnswerPair& command, const Desk& desk) {
    auto own = own_pair(command.pair, desk);
    if (!own) return refused(own.error());
    const auto fresh =
        is_new(command.command,
               "answer " + to_string(command.pair) + (command.answer == PairAnswer::accepted ? " yes" : " no"), desk);
    if (!fresh) return refused(fresh.error());
    if (!*fresh) return own->pair;
    const auto after = answered(own->pair, own->side, command.answer);
    if (!after) return refused(after.error());
    if (after->revision == own->pair.revision) {
        desk.store.journal("pair.answered_again", "pair", command.pair.value);
        return *after;
    }
    // The other side's answer raises the revision too and is no reason to ask this one again: both may answer at once.
    if (command.base_revision > own->pair.revision) return conflict(own->pair.revision, command.base_revision);
    if (!desk.store.replace_pair(own->pair, *after, desk.now))
        return conflict(own->pair.revision + 1, command.base_revision);
    return *after;
}

Result<std::int64_t> record_consents(const ProgrammeId& id, const Desk& desk) {
    const auto programme = desk.programmes.find(id);
    if (!programme) return refused("programmes.not_found");
    if (!desk.actor.may(access::pair_teachers, programme->where())) return access::not_permitted(access::pair_teachers);
    std::vector<PairId> waiting;
    for (const Pair& pair : desk.store.pairs_of(id))
        if (pair.state() == PairState::proposed) waiting.push_back(pair.id);
    if (!waiting.empty()) desk.store.accept_pairs(waiting, desk.now);
    return static_cast<std::int64_t>(waiting.size());
}

Result<PairPage> pair_page(const PairId& id, const Desk& desk) {
    auto pair = desk.store.find_pair(id);
    if (!pair) return refused("mentoring.pair_not_found");
    auto faces = desk.store.faces_of({*pair});
    const auto side = pair->side_of(desk.actor.person());
    const bool watches = !side && may_watch(*pair, faces, desk);
    if (!side && !watches) return refused("mentoring.pair_not_found");
    PairPage page{*pair,
                  side,
                  std::move(faces),
                  desk.store.sessions_of(id),
                  desk.store.actions_of(id),
                  {},
                  desk.store.contacts_of(id)};
    for (Note& note : desk.store.notes_of(id))
        if (may_read(note.level, reader_of(note, *pair, watches, desk.actor))) page.notes.push_back(std::move(note));
    return page;
}

Result<OwnPairs> own_pairs(const Desk& desk) {
    if (!desk.actor.may(access::take_part_in_mentoring)) return access::not_permitted(access::take_part_in_mentoring);
    OwnPairs own;
    if (!desk.actor.person()) return own;
    own.pairs = desk.store.pairs_with(PersonId{*desk.actor.person()});
    std::ranges::stable_sort(own.pairs, [](const Pair& a, const Pair& b) { return a.open() && !b.open(); });
    own.faces = desk.store.faces_of(own.pairs);
    return own;
}

}  // namespace pamong::mentoring
