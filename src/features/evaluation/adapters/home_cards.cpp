#include "features/evaluation/adapters/home_cards.h"

#include <algorithm>

#include "features/evaluation/adapters/sql_evaluation_store.h"
#include "features/evaluation/usecases/plan.h"

namespace pamong::evaluation {
namespace {

constexpr int soon_days = 14;
constexpr std::size_t most_cards = 4;

bool is_open(const Recommendation& one) {
    return one.status == FollowUpStatus::open || one.status == FollowUpStatus::in_progress;
}

std::string path_of(const Evaluation& evaluation) { return "/evaluations/" + to_string(evaluation.id); }

access::HomeCard follow_up_card(const Evaluation& evaluation, Day first, std::int64_t count, Day today) {
    access::HomeCard card;
    card.id = "evaluation-follow-up-" + to_string(evaluation.id);
    card.kind = "evaluation";
    card.tone = first < today ? access::Tone::warn : access::Tone::due;
    card.title_key = first < today ? "evaluation.card_late" : "evaluation.card_soon";
    card.values = {{"title", evaluation.plan.title}, {"count", std::to_string(count)}};
    card.href = path_of(evaluation) + "/follow-up";
    card.count = count;
    card.due = first;
    return card;
}

access::HomeCard state_card(const Evaluation& evaluation) {
    access::HomeCard card;
    card.id = "evaluation-state-" + to_string(evaluation.id);
    card.kind = "evaluation";
    card.tone = access::Tone::info;
    card.title_key = "evaluation.card_" + code_of(evaluation.state);
    card.values = {{"title", evaluation.plan.title}};
    card.href = path_of(evaluation);
    return card;
}

}  // namespace

std::vector<access::HomeCard> evaluation_home_cards(store::Tx& tx, const access::Actor& actor, Day today) {
    std::vector<access::HomeCard> cards;
    if (!actor.may(access::read_evaluations)) return cards;
    for (const Evaluation& evaluation : SqlEvaluationStore(tx).evaluations()) {
        const Plan& plan = evaluation.plan;
        const access::Where where{plan.school_id, plan.region_ids, plan.programme_id, std::nullopt};
        if (!actor.may(access::read_evaluations, where)) continue;
        std::int64_t count = 0;
        Day first = today.plus(soon_days + 1);
        for (const Recommendation& one : evaluation.recommendations)
            if (is_open(one) && one.due_on <= today.plus(soon_days)) {
                ++count;
                first = std::min(first, one.due_on);
            }
        if (count > 0) cards.push_back(follow_up_card(evaluation, first, count, today));
        const bool works = may_manage(plan, actor) &&
                           (evaluation.state == EvaluationState::draft || evaluation.state == EvaluationState::locked ||
                            evaluation.state == EvaluationState::collecting);
        if (works) cards.push_back(state_card(evaluation));
    }
    std::ranges::stable_sort(cards, {}, &access::HomeCard::tone);
    if (cards.size() > most_cards) cards.resize(most_cards);
    return cards;
}

}  // namespace pamong::evaluation
