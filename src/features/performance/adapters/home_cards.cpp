#include "features/performance/adapters/home_cards.h"

#include "features/performance/adapters/sql_appraisal_store.h"

namespace pamong::performance {
namespace {

access::HomeCard appraisal_card(std::string id, access::Tone tone, std::string title_key,
                                std::map<std::string, std::string> values, std::string href) {
    return {.id = std::move(id),
            .kind = "appraisal",
            .tone = tone,
            .title_key = std::move(title_key),
            .values = std::move(values),
            .text_key = {},
            .href = std::move(href),
            .count = {},
            .due = {},
            .actions = {}};
}

void add_own_cards(std::vector<access::HomeCard>& cards, AppraisalStore& store, const access::Actor& actor) {
    if (!actor.person() || !actor.may(access::own_appraisal)) return;
    for (const Appraisal& own : store.of_person(*actor.person()))
        if (own.course.state == AppraisalState::shared)
            cards.push_back(appraisal_card("appraisal-answer-" + to_string(own.id), access::Tone::due,
                                           "performance.home_answer", {{"year", std::to_string(own.year)}},
                                           "/performance/" + to_string(own.id)));
}

void add_count(std::vector<access::HomeCard>& cards, const char* id, access::Tone tone, const char* key,
               std::int64_t count) {
    if (count == 0) return;
    cards.push_back(appraisal_card(id, tone, key, {{"count", std::to_string(count)}}, "/performance"));
    cards.back().count = count;
}

}  // namespace

std::vector<access::HomeCard> performance_home_cards(store::Tx& tx, const access::Actor& actor, Day today) {
    SqlAppraisalStore store(tx);
    std::vector<access::HomeCard> cards;
    add_own_cards(cards, store, actor);
    if (!actor.may(access::appraise)) return cards;
    std::int64_t objections = 0;
    std::int64_t to_freeze = 0;
    std::int64_t to_rate = 0;
    for (const Appraisal& one : store.within(actor.reach(access::appraise))) {
        if (actor.is(one.person_id)) continue;
        const bool answered = !one.course.objection_answer.reveal().empty();
        if (one.course.state == AppraisalState::objected) ++(answered ? to_freeze : objections);
        if (one.course.state == AppraisalState::agreed) ++to_freeze;
        if (one.course.state == AppraisalState::draft && one.practice.records().size() >= 3 && one.year <= today.year())
            ++to_rate;
    }
    add_count(cards, "appraisal-objections", access::Tone::due, "performance.home_objections", objections);
    add_count(cards, "appraisal-ratings", access::Tone::due, "performance.home_ratings", to_rate);
    add_count(cards, "appraisal-freeze", access::Tone::info, "performance.home_freeze", to_freeze);
    return cards;
}

}  // namespace pamong::performance
