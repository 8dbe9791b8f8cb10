#include "app/home.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "app/mentoring_parts.h"
#include "features/access/adapters/home_cards.h"
#include "features/access/domain/actor.h"
#include "features/access/usecases/home_card.h"
#include "features/evaluation/adapters/home_cards.h"
#include "features/instruments/adapters/home_cards.h"
#include "features/mentoring/adapters/home_cards.h"
#include "features/performance/adapters/home_cards.h"
#include "features/plans/adapters/home_cards.h"
#include "features/workshops/adapters/home_cards.h"

namespace pamong::app {

struct Home {
    std::string greeting_name;
    Day today;
    std::vector<access::HomeCard> cards;
    std::optional<std::string> empty_key;
};
BOOST_DESCRIBE_STRUCT(Home, (), (greeting_name, today, cards, empty_key))

namespace {

struct OwnerRow {
    std::int32_t utc_offset_hours = 7;
    std::string display_name;
};
BOOST_DESCRIBE_STRUCT(OwnerRow, (), (utc_offset_hours, display_name))

constexpr std::string_view select_owner_and_name = R"sql(
    select o.utc_offset_hours, a.display_name
    from owner o, account a
    where o.id = $1
      and a.id = $2
)sql";

using CardsOf = std::vector<access::HomeCard> (*)(store::Tx&, const access::Actor&, Day);

/// In the order in which cards of the same tone are shown.
constexpr std::initializer_list<CardsOf> card_sources = {
    [](store::Tx& tx, const access::Actor& actor, Day today) {
        return mentoring::home_cards(tx, actor, today, mentoring_parts());
    },
    instruments::instruments_home_cards,
    plans::plans_home_cards,
    performance::performance_home_cards,
    workshops::workshops_home_cards,
    evaluation::evaluation_home_cards,
};

}  // namespace

void add_home_route(http::Router& router) {
    router.get<Home>("/api/v1/home", {.permission = access::use_own_home.code, .summary = "What is due today"},
                     [](http::Request& request) -> Result<Home> {
                         auto& tx = request.transaction();
                         const auto owner =
                             tx.one<OwnerRow>(select_owner_and_name, request.caller().owner, request.caller().account);
                         if (!owner) return refused("http.not_found");
                         Home home{owner->display_name, local_day(request.now(), owner->utc_offset_hours), {}, {}};
                         for (const CardsOf cards_of : card_sources) {
                             auto cards = cards_of(tx, request.actor<access::Actor>(), home.today);
                             std::ranges::move(cards, std::back_inserter(home.cards));
                         }
                         std::ranges::move(access::access_home_cards(tx, request.actor<access::Actor>(), request.now()),
                                           std::back_inserter(home.cards));
                         std::ranges::stable_sort(home.cards, {}, &access::HomeCard::tone);
                         if (home.cards.empty()) home.empty_key = "home.nothing_due";
                         return home;
                     });
}

}  // namespace pamong::app
