#include "features/mentoring/domain/measures.h"

#include <algorithm>
#include <cstdlib>

namespace pamong::mentoring {
namespace {

constexpr int punctual_days = 3;
constexpr std::size_t cycles_for_growth = 3;
constexpr int days_of_month = 30;

Day planned_day(const Session& session, const MeasureDay& day) {
    return local_day(session.first_planned_at, day.utc_offset_hours);
}
std::optional<Day> held_day(const Session& session, const MeasureDay& day) {
    if (session.state != SessionState::held || !session.held_at) return std::nullopt;
    return local_day(*session.held_at, day.utc_offset_hours);
}

}  // namespace

bool Threshold::raises(const Exact& value) const {
    switch (when) {
        case When::below:
            return value < bound;
        case When::above:
            return bound < value;
        case When::at_most:
            return !(bound < value);
    }
    return false;
}

std::optional<Exact> Share::percent() const {
    if (whole == 0) return std::nullopt;
    return Exact(100 * part, whole);
}

Share fidelity(std::span<const Session> sessions, const MeasureDay& day) {
    Share share;
    for (const Session& one : sessions) {
        if (one.state != SessionState::held && day.today < planned_day(one, day)) continue;
        ++share.whole;
        share.part += one.state == SessionState::held ? 1 : 0;
    }
    return share;
}

Share punctuality(std::span<const Session> sessions, const MeasureDay& day) {
    Share share;
    for (const Session& one : sessions) {
        const auto when = held_day(one, day);
        if (!when) continue;
        ++share.whole;
        const int off = std::abs(when->number - planned_day(one, day).number);
        share.part += off <= punctual_days ? 1 : 0;
    }
    return share;
}

Share talked_first(std::span<const Session> sessions) {
    std::map<std::pair<PairId, int>, Timestamp> first_talk;
    for (const Session& one : sessions) {
        if (one.kind != SessionKind::pre || one.state != SessionState::held || !one.held_at) continue;
        const auto [talk, is_new] = first_talk.emplace(std::pair{one.pair, one.cycle}, *one.held_at);
        if (!is_new) talk->second = std::min(talk->second, *one.held_at);
    }
    Share share;
    for (const Session& one : sessions) {
        if (one.kind != SessionKind::observation || one.state != SessionState::held || !one.held_at) continue;
        ++share.whole;
        const auto talk = first_talk.find({one.pair, one.cycle});
        share.part += talk != first_talk.end() && talk->second <= *one.held_at ? 1 : 0;
    }
    return share;
}

std::optional<Exact> dosage(std::span<const Session> sessions, Day starts_on, const MeasureDay& day) {
    const int days = day.today.number - starts_on.number;
    if (days < days_of_month) return std::nullopt;  // a month has not passed yet
    std::int64_t minutes = 0;
    for (const Session& one : sessions)
        if (one.state == SessionState::held) minutes += one.minutes.value_or(0);
    return Exact(minutes * days_of_month, days);
}

std::optional<Exact> feedback_lag(std::span<const Session> sessions, const MeasureDay& day) {
    std::int64_t lags = 0;
    std::int64_t counted = 0;
    for (const Session& observation : sessions) {
        if (observation.kind != SessionKind::observation) continue;
        const auto observed = held_day(observation, day);
        if (!observed) continue;
        std::optional<Day> talked;
        for (const Session& post : sessions) {
            const auto when = held_day(post, day);
            if (post.kind != SessionKind::post || post.cycle != observation.cycle || !when || *when < *observed)
                continue;
            if (!talked || *when < *talked) talked = when;
        }
        if (!talked) continue;
        lags += day.calendar->school_days_between(*observed, *talked);
        ++counted;
    }
    if (counted == 0) return std::nullopt;
    return Exact(lags, counted);
}

Share closed_actions(std::span<const AgreedAction> actions, const MeasureDay& day) {
    Share share;
    for (const AgreedAction& one : actions) {
        if (one.state == ActionState::dropped || day.today < one.due_on) continue;
        ++share.whole;
        share.part += one.state == ActionState::done && one.done_on && *one.done_on <= one.due_on ? 1 : 0;
    }
    return share;
}

int silence(std::span<const Session> sessions, std::span<const Contact> contacts, Day starts_on,
            const MeasureDay& day) {
    Day last = starts_on;
    for (const Session& one : sessions)
        if (const auto when = held_day(one, day); when && *when <= day.today) last = std::max(last, *when);
    for (const Contact& one : contacts)
        if (one.on_day <= day.today) last = std::max(last, one.on_day);
    if (day.today <= last) return 0;
    return day.calendar->school_days_between(last, day.today);
}

std::optional<Exact> spread(std::vector<std::int64_t> held_per_pair) {
    if (held_per_pair.empty()) return std::nullopt;
    std::ranges::sort(held_per_pair);
    const std::size_t middle = held_per_pair.size() / 2;
    const Exact median = held_per_pair.size() % 2 == 1 ? Exact(held_per_pair[middle])
                                                       : Exact(held_per_pair[middle - 1] + held_per_pair[middle], 2);
    if (median == Exact(0)) return std::nullopt;
    return Exact(held_per_pair.front()) / median;
}

std::optional<Exact> growth(std::span<const Exact> ratings_in_order) {
    if (ratings_in_order.size() < cycles_for_growth) return std::nullopt;
    return ratings_in_order.back() - ratings_in_order.front();
}

Share reciprocity(std::span<const Session> sessions) {
    std::int64_t by_mentor = 0;
    std::int64_t known = 0;
    for (const Session& one : sessions) {
        if (one.state != SessionState::held || !one.led_by) continue;
        ++known;
        by_mentor += *one.led_by == Side::mentor ? 1 : 0;
    }
    return {std::min(by_mentor, known - by_mentor), known};
}

std::vector<Alert> alerts_of(const Pair& pair, std::span<const Session> sessions, std::span<const Contact> contacts,
                             const Thresholds& thresholds, const MeasureDay& day) {
    std::vector<Alert> alerts;
    if (pair.state() != PairState::active || pair.ends_on < day.today) return alerts;
    if (const auto bound = thresholds.find("silence"); bound != thresholds.end()) {
        const Exact days(silence(sessions, contacts, pair.starts_on, day));
        if (bound->second.raises(days)) alerts.push_back({"silence", pair.id, days, bound->second.bound});
    }
    if (const auto bound = thresholds.find("fidelity"); bound != thresholds.end())
        if (const auto percent = fidelity(sessions, day).percent(); percent && bound->second.raises(*percent))
            alerts.push_back({"fidelity", pair.id, *percent, bound->second.bound});
    return alerts;
}

}  // namespace pamong::mentoring
