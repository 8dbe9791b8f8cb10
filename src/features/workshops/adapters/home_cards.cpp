#include "features/workshops/adapters/home_cards.h"

#include <algorithm>

#include "features/workshops/adapters/sql_workshop_store.h"

namespace pamong::workshops {

std::vector<access::HomeCard> workshops_home_cards(store::Tx& tx, const access::Actor& actor, Day today) {
    std::vector<access::HomeCard> cards;
    if (!actor.may(access::take_part_in_workshops)) return cards;
    SqlWorkshopStore store(tx);
    bool runs_any = false;
    for (const Workshop& workshop : store.all()) {
        const bool runs = actor.may(access::run_workshops, {.programme = workshop.programme_id});
        const bool takes_part = std::ranges::any_of(
            workshop.members, [&](const Member& member) { return member.person_id && actor.is(*member.person_id); });
        runs_any = runs_any || runs;
        if (!runs && !takes_part) continue;
        const bool closed = workshop.state == State::closed;
        if (closed && today.number - workshop.held_on.number > 30 && !runs) continue;
        cards.push_back({.id = "workshop-" + to_string(workshop.id),
                         .kind = "workshop",
                         .tone = closed ? access::Tone::good : access::Tone::due,
                         .title_key = closed ? "workshops.home_closed" : "workshops.home_open",
                         .values = {{"title", workshop.title}},
                         .text_key = {},
                         .href = "/workshops/" + to_string(workshop.id),
                         .count = {},
                         .due = closed ? std::nullopt : std::optional(workshop.held_on),
                         .actions = {}});
        if (cards.size() == 5) break;
    }
    return cards;
}

}  // namespace pamong::workshops
