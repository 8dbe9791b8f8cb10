#include "features/mentoring/adapters/home_cards.h"

#include "features/mentoring/adapters/request_desk.h"

namespace pamong::mentoring {
namespace {

using access::HomeCard;
using access::Tone;

constexpr std::size_t most_watched = 3;  ///< programmes whose measures are worked out for the home page
constexpr std::size_t most_session_cards = 4;

std::string clock_of(Timestamp moment, int offset) {
    const std::int64_t minutes = moment.micros / 60'000'000 + std::int64_t{offset} * 60;
    const std::int64_t of_day = ((minutes % 1440) + 1440) % 1440;
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(of_day / 60) + "." + two(of_day % 60);
}

HomeCard session_card(const OwnSession& own, const Faces& faces, const Desk& desk) {
    const auto partner = shown(faces, own.side == Side::mentor ? own.pair.mentee : own.pair.mentor);
    const std::string id = to_string(own.session.id);
    const bool asked = !own.session.ok_of(own.side);
    const bool today = local_day(own.session.planned_at, desk.offset()) <= desk.today();
    HomeCard card{id,
                  "mentoring.session",
                  asked || today ? Tone::due : Tone::info,
                  "mentoring.home_session",
                  {{"partner", partner.name.reveal()},
                   {"day", to_string(local_day(own.session.planned_at, desk.offset()))},
                   {"time", clock_of(own.session.planned_at, desk.offset())}},
                  "mentoring.kind_" + std::string(name_of(own.session.kind)),
                  "/mentoring/sessions",
                  {},
                  {},
                  {}};
    if (asked) {
        const CommandId command{uuid_for_name("home agree " + id + " " + std::to_string(own.session.revision) + " " +
                                              to_string(own.side == Side::mentor ? own.pair.mentor : own.pair.mentee))};
        card.actions.push_back({"mentoring.can", "PUT", "/api/v1/mentoring/sessions/" + id + "/agree",
                                to_json(SessionCommandBody{command, own.session.revision})});
        card.actions.push_back({"mentoring.move", "GET", "/mentoring/sessions?move=" + id, {}});
    } else if (today && own.side == Side::mentor && own.session.kind == SessionKind::observation) {
        card.actions.push_back({"mentoring.home_observe", "GET", "/mentoring/visits/" + id + "/observe", {}});
    }
    return card;
}

void add_own_cards(const Desk& desk, std::vector<HomeCard>& cards) {
    const PersonId person{*desk.actor.person()};
    std::vector<Pair> pairs = desk.store.pairs_with(person);
    const auto faces = desk.store.faces_of(pairs);
    for (const Pair& pair : pairs) {
        const auto side = pair.side_of(person.value);
        if (pair.state() != PairState::proposed || !side) continue;
        const PairAnswer own = *side == Side::mentor ? pair.mentor_answer : pair.mentee_answer;
        if (own != PairAnswer::open) continue;
        const auto partner = shown(faces, *side == Side::mentor ? pair.mentee : pair.mentor);
        cards.push_back({to_string(pair.id),
                         "mentoring.pair",
                         Tone::due,
                         *side == Side::mentor ? "mentoring.home_pair_as_mentor" : "mentoring.home_pair_as_mentee",
                         {{"partner", partner.name.reveal()}, {"school", partner.school_name}},
                         std::nullopt,
                         "/mentoring/pairs/" + to_string(pair.id),
                         {},
                         {},
                         {}});
    }
    std::size_t sessions = 0;
    const auto own = sessions_of_person(person, desk.now.plus_seconds(-day_seconds),
                                        desk.now.plus_seconds(21 * day_seconds), desk.store);
    for (const OwnSession& item : own.items) {
        if (item.session.state != SessionState::planned || sessions == most_session_cards) continue;
        ++sessions;
        cards.push_back(session_card(item, own.faces, desk));
    }
    std::int64_t due = 0;
    std::optional<Day> first;
    for (const Pair& pair : pairs)
        if (pair.state() == PairState::active)
            for (const AgreedAction& action : desk.store.actions_of(pair.id))
                if (action.owner == person && action.state == ActionState::open &&
                    action.due_on <= desk.today().plus(3)) {
                    ++due;
                    if (!first || action.due_on < *first) first = action.due_on;
                }
    if (due > 0)
        cards.push_back({"mentoring.actions",
                         "mentoring.actions",
                         Tone::due,
                         "mentoring.home_actions",
                         {{"count", std::to_string(due)}},
                         std::nullopt,
                         "/mentoring/pairs",
                         due,
                         first,
                         {}});
}

void add_watch_cards(const Desk& desk, std::vector<HomeCard>& cards) {
    if (!desk.actor.may(access::monitor_mentoring)) return;
    const auto programmes = programmes::programmes_for(desk.actor, desk.programmes);
    if (!programmes) return;
    std::size_t watched = 0;
    const programmes::Programme* newest_ended = nullptr;
    for (const auto& programme : *programmes) {
        if (watched == most_watched) break;
        if (programme.ends_on < desk.today()) {
            if (newest_ended == nullptr || newest_ended->ends_on < programme.ends_on) newest_ended = &programme;
            continue;
        }
        const auto all = monitor(programme.id, desk);
        if (!all) continue;
        ++watched;
        const auto count = static_cast<std::int64_t>(all->concerns.size() + all->policies.size());
        if (count == 0) continue;
        cards.push_back({"watch " + to_string(programme.id),
                         "mentoring.watch",
                         Tone::warn,
                         "mentoring.home_concerns",
                         {{"programme", programme.name}, {"count", std::to_string(count)}},
                         std::nullopt,
                         "/programmes/" + to_string(programme.id) + "/monitoring",
                         count,
                         {},
                         {}});
    }
    if (watched > 0 || newest_ended == nullptr) return;
    cards.push_back({"ended " + to_string(newest_ended->id),
                     "mentoring.ended",
                     Tone::good,
                     "mentoring.home_ended",
                     {{"programme", newest_ended->name}, {"day", to_string(newest_ended->ends_on)}},
                     "mentoring.home_ended_text",
                     "/programmes/" + to_string(newest_ended->id) + "/monitoring",
                     {},
                     {},
                     {}});
}

}  // namespace

std::vector<HomeCard> home_cards(store::Tx& tx, const access::Actor& actor, Day, const MentoringParts& parts) {
    SeededRandom unused(0);  // nothing is made here
    RequestDesk own(tx, actor, unused, parts);
    std::vector<HomeCard> cards;
    if (actor.person() && actor.may(access::take_part_in_mentoring)) add_own_cards(own.desk, cards);
    add_watch_cards(own.desk, cards);
    return cards;
}

}  // namespace pamong::mentoring
