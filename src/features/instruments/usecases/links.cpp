#include "features/instruments/usecases/links.h"

#include <algorithm>

namespace pamong::instruments {
namespace {

bool may_open(const Link& link, const access::Actor& actor, LinkStore& store) {
    if (!actor.may(access::submit_answers)) return false;
    if (link.subject_person_id && actor.is(*link.subject_person_id)) return true;
    return actor.may(access::appraise, store.place_of(link.subject_person_id)) ||
           actor.may(access::read_submissions, store.place_of(link.subject_person_id));
}

AnswerTable table_of(const Link& link, LinkStore& store) {
    const std::int64_t batches = full_batches(link.responses);
    AnswerTable table{batches * smallest_group, link.responses, {}};
    if (batches > 0) table.counts = store.counts(link.id, batches);
    return table;
}

/// A chain that leads to anonymous answers ends here, at a table of at least five.
void offer_table(const Link& link, Timestamp now, LinkStore& store, evidence::EvidenceStore& evidence) {
    const AnswerTable table = table_of(link, store);
    std::string content = "{\"counted\":" + std::to_string(table.counted) + ",\"counts\":[";
    for (const ChoiceCount& one : table.counts)
        content += (content.ends_with('[') ? "[\"" : ",[\"") + one.path + "\",\"" + one.value + "\"," +
                   std::to_string(one.count) + "]";
    evidence::offer(
        {evidence::Kind::answer, link.id.value, "Suara murid, n = " + std::to_string(table.counted), content + "]}"},
        now, evidence);
}

}  // namespace

Result<Link> open_link(const Link& link, const std::string& token_hash, const access::Actor& actor, LinkStore& store) {
    constexpr std::int64_t largest = 200;
    constexpr std::int64_t longest_seconds = 60 * 86'400;
    if (!may_open(link, actor, store)) return access::not_permitted(access::submit_answers);
    if (link.most < 1 || link.most > largest) return refused("instruments.link_size", {}, "most");
    if (link.closes_at <= link.opened_at || link.closes_at > link.opened_at.plus_seconds(longest_seconds))
        return refused("instruments.link_days", {}, "closes_at");
    if (const auto known = store.find(link.id)) {
        if (known->instrument_id == link.instrument_id && known->subject_person_id == link.subject_person_id &&
            known->opened_by == actor.account())
            return *known;
        return refused("instruments.id_reused");
    }
    store.add(link, token_hash);
    store.journal("answer_link.opened", link.id.value);
    return link;
}

Result<Link> answer_link(const LinkId& id, const LinkAnswer& answer, Timestamp now, LinkStore& store,
                         evidence::EvidenceStore& evidence) {
    auto link = store.find_locked(id);
    if (!link) return refused("instruments.link_closed");
    if (const auto known = store.response_hash(id, answer.key)) {
        if (*known == answer.content_hash) return *link;
        return refused("instruments.same_id_other_content");
    }
    if (now >= link->closes_at || link->responses >= link->most) return refused("instruments.link_closed");
    if (answer.answers.empty() ||
        std::ranges::any_of(answer.answers, [](const Answer& one) { return one.kind == AnswerKind::missing; }))
        return refused("instruments.unanswered");
    store.add_response(*link, answer.key, answer.content_hash, batch_of(link->responses), answer.answers);
    ++link->responses;
    store.journal("answer_link.answered", id.value);
    if (link->responses % smallest_group == 0) offer_table(*link, now, store, evidence);
    return *link;
}

Result<AnswerTable> link_table(const LinkId& id, const access::Actor& actor, LinkStore& store) {
    const auto link = store.find(id);
    if (!link) return refused("instruments.not_found");
    const bool own =
        link->opened_by == actor.account() || (link->subject_person_id && actor.is(*link->subject_person_id));
    if (!own && !may_open(*link, actor, store)) return refused("instruments.not_found");
    return table_of(*link, store);
}

}  // namespace pamong::instruments
