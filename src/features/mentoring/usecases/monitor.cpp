#include "features/mentoring/usecases/monitor.h"

#include <algorithm>

#include "features/mentoring/usecases/sessions.h"

namespace pamong::mentoring {
namespace {

constexpr int decree_notice_days = 30;
constexpr int answer_within_school_days = 5;

template <class Item>
std::map<PairId, std::vector<Item>> by_pair(std::vector<Item>&& items) {
    std::map<PairId, std::vector<Item>> sorted;
    for (Item& item : items) sorted[item.pair].push_back(std::move(item));
    return sorted;
}

void add(Share& sum, const Share& share) {
    sum.part += share.part;
    sum.whole += share.whole;
}

bool has_reasons(const Pair& pair) { return pair.reasons.size() > std::string_view("{}").size(); }

/// A mean over pairs that have a value.
struct Mean {
    Exact sum;
    std::int64_t count = 0;
    void take(const std::optional<Exact>& value) {
        if (!value) return;
        // Kept at millionths: the sum of thousands of quotients has no short fraction.
        sum = sum + Exact::from_millionths(value->millionths());
        ++count;
    }
    [[nodiscard]] std::optional<Exact> value() const {
        if (count == 0) return std::nullopt;
        return sum / Exact(count);
    }
};

struct Looked {
    programmes::Programme programme;
    std::vector<Pair> pairs;
    std::map<PersonId, Face> faces;
};

/// The programme with the pairs that lie in the caller's reach: all of it, or the mentees of one's school or district.
Result<Looked> look_at(const ProgrammeId& id, const Desk& desk) {
    if (!desk.actor.may(access::monitor_mentoring)) return access::not_permitted(access::monitor_mentoring);
    auto programme = desk.programmes.find(id);
    if (!programme) return refused("programmes.not_found");
    Looked looked{std::move(*programme), desk.store.pairs_of(id), {}};
    looked.faces = desk.store.faces_of(looked.pairs);
    if (desk.actor.may(access::monitor_mentoring, looked.programme.where())) return looked;
    std::erase_if(looked.pairs, [&](const Pair& pair) {
        const auto face = looked.faces.find(pair.mentee);
        access::Where where = looked.programme.where();
        if (face != looked.faces.end()) {
            where.school = face->second.school;
            if (face->second.district) where.regions.push_back(*face->second.district);
        }
        return !desk.actor.may(access::monitor_mentoring, where);
    });
    if (looked.pairs.empty()) return refused("programmes.not_found");
    return looked;
}

std::vector<PairConcern> concerns_of(const Pair& pair, const std::vector<Session>& sessions,
                                     const std::vector<Contact>& contacts, const Desk& desk, const MeasureDay& day) {
    std::vector<PairConcern> concerns;
    if (pair.state() == PairState::proposed &&
        day.calendar->school_days_between(pair.starts_on, day.today) > answer_within_school_days)
        concerns.push_back({pair, Concern::not_answered});
    if (pair.state() != PairState::active || pair.ends_on < day.today) return concerns;
    const bool met = std::ranges::any_of(sessions, [](const auto& one) { return one.state == SessionState::held; });
    const bool planned = std::ranges::any_of(sessions, [&](const auto& one) {
        return one.state == SessionState::planned && local_day(one.planned_at, day.utc_offset_hours) >= day.today;
    });
    if (!met && !planned) concerns.push_back({pair, Concern::not_met_yet});
    else if (!planned) concerns.push_back({pair, Concern::no_slot});
    for (const Alert& alert : alerts_of(pair, sessions, contacts, desk.thresholds, day))
        concerns.push_back(
            {pair, alert.measure == "silence" ? Concern::silence : Concern::fidelity, alert.value, alert.bound});
    return concerns;
}

}  // namespace

Result<Monitoring> monitor(const ProgrammeId& id, const Desk& desk) {
    auto looked = look_at(id, desk);
    if (!looked) return refused(looked.error());
    const auto calendar = timetables::school_calendar(desk.timetables);
    if (!calendar) return refused(calendar.error());
    const MeasureDay day{desk.today(), desk.offset(), &*calendar};
    auto sessions = by_pair(desk.store.sessions_of_programme(id));
    auto actions = by_pair(desk.store.actions_of_programme(id));
    auto contacts = by_pair(desk.store.contacts_of_programme(id));

    Monitoring all;
    Mean dosages;
    Mean lags;
    std::vector<std::int64_t> held_per_pair;
    for (const Pair& pair : looked->pairs) {
        const auto& own = sessions[pair.id];
        ++all.pairs;
        const auto held = std::ranges::count(own, SessionState::held, &Session::state);
        all.sessions_held += held;
        if (pair.state() == PairState::active) {
            ++all.active;
            held_per_pair.push_back(held);
            dosages.take(dosage(own, pair.starts_on, day));
        }
        add(all.fidelity, fidelity(own, day));
        add(all.punctuality, punctuality(own, day));
        add(all.closed_actions, closed_actions(actions[pair.id], day));
        add(all.reciprocity, reciprocity(own));
        lags.take(feedback_lag(own, day));
        std::ranges::move(concerns_of(pair, own, contacts[pair.id], desk, day), std::back_inserter(all.concerns));
    }
    all.dosage = dosages.value();
    all.feedback_lag = lags.value();
    all.spread = spread(std::move(held_per_pair));
    for (auto& policy : desk.programmes.policies_of(id)) {
        const bool expired = !policy.holds_on(day.today) && policy.valid_from <= day.today;
        const bool soon = policy.valid_until && *policy.valid_until < day.today.plus(decree_notice_days);
        if (expired || soon) all.policies.push_back({std::move(policy), expired});
    }
    all.faces = std::move(looked->faces);
    return all;
}

Result<std::map<std::string, evidence::ItemRef>> offer_measures(const ProgrammeId& id, const Desk& desk) {
    auto looked = look_at(id, desk);
    if (!looked) return refused(looked.error());
    const auto calendar = timetables::school_calendar(desk.timetables);
    if (!calendar) return refused(calendar.error());
    const MeasureDay day{desk.today(), desk.offset(), &*calendar};
    const auto sessions = desk.store.sessions_of_programme(id);
    const auto actions = desk.store.actions_of_programme(id);

    std::vector<evidence::Offer> facts;
    for (const Session& one : sessions)
        if (one.state == SessionState::held || local_day(one.first_planned_at, day.utc_offset_hours) <= day.today)
            facts.push_back(offer_of(one, desk));
    const std::size_t first_action = facts.size();
    for (const AgreedAction& one : actions)
        if (one.state != ActionState::dropped && one.due_on <= day.today)
            facts.push_back({evidence::Kind::answer, one.id, "Aksi yang disepakati, tenggat " + to_string(one.due_on),
                             desk.store.content_of(one)});
    const std::size_t first_pair = facts.size();
    Share reasoned;
    for (const Pair& pair : looked->pairs) {
        ++reasoned.whole;
        reasoned.part += has_reasons(pair) ? 1 : 0;
        facts.push_back(
            {evidence::Kind::source, pair.id.value, "Pasangan mentor dan mentee dengan alasannya", pair.reasons});
    }
    const auto refs = offer(facts, desk.now, desk.evidence);

    struct Measured {
        std::string name;
        std::string label;
        Share share;
        std::size_t from;  ///< the facts it rests on: [from, until)
        std::size_t until;
    };
    const std::vector<Measured> measures{
        {"fidelity", "Keterlaksanaan: sesi terlaksana dari sesi rencana", fidelity(sessions, day), 0, first_action},
        {"punctuality", "Ketepatan waktu: terlaksana dalam 3 hari dari rencana", punctuality(sessions, day), 0,
         first_action},
        {"talked_first", "Observasi yang didahului percakapan", talked_first(sessions), 0, first_action},
        {"closed_actions", "Aksi selesai tepat waktu dari yang jatuh tempo", closed_actions(actions, day), first_action,
         first_pair},
        {"reasoned_pairs", "Pasangan dengan alasan tertulis", reasoned, first_pair, facts.size()}};
    std::map<std::string, evidence::ItemRef> offered;
    for (const auto& [measure, label, share, from, until] : measures) {
        if (share.whole == 0) continue;
        evidence::Offer result{evidence::Kind::result, uuid_for_name(measure + " of " + to_string(id)), label,
                               desk.store.content_of(measure, id, share.part, share.whole, day.today)};
        for (std::size_t fact = from; fact < until; ++fact)
            result.rests_on.emplace_back(refs[fact], evidence::Why::derived_from);
        offered[measure] = offer(result, desk.now, desk.evidence);
    }
    desk.store.journal("programme.measured", "programme", id.value);
    return offered;
}

}  // namespace pamong::mentoring
