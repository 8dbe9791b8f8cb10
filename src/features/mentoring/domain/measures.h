#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/citation.h"
#include "engines/scheduling/school_calendar.h"
#include "features/mentoring/domain/action.h"
#include "features/mentoring/domain/session.h"

// The monitoring measures of a mentoring programme. Each is a pure function of what was logged until a day; "nothing"
// means that there is nothing to measure yet, which is not zero.
namespace pamong::mentoring {

/// The bound at which a measure raises an alert: regulations/mentoring_monitoring.csv.
struct Threshold {
    enum class When { below, above, at_most };
    std::string measure;
    When when = When::below;
    Exact bound;
    std::string unit;
    Citation source;
    [[nodiscard]] bool raises(const Exact& value) const;
};
using Thresholds = std::map<std::string, Threshold, std::less<>>;

/// So many of so many, kept apart so that a report can cite both.
struct Share {
    std::int64_t part = 0;
    std::int64_t whole = 0;
    [[nodiscard]] std::optional<Exact> percent() const;
};

/// When and where measures are taken.
struct MeasureDay {
    Day today;
    int utc_offset_hours = 7;
    const scheduling::SchoolCalendar* calendar = nullptr;
};

/// Held sessions of those planned until today; cancelled ones were planned, too.
Share fidelity(std::span<const Session> sessions, const MeasureDay& day);
/// Held within 3 days of the first plan, of those held.
Share punctuality(std::span<const Session> sessions, const MeasureDay& day);
/// Observations held after a talk held before them in the same cycle of the pair, of all observations held.
Share talked_first(std::span<const Session> sessions);
/// Minutes per mentee and month (30 days) since the pair began.
std::optional<Exact> dosage(std::span<const Session> sessions, Day starts_on, const MeasureDay& day);
/// School days from each held observation to the talk about it in the same cycle: the mean.
std::optional<Exact> feedback_lag(std::span<const Session> sessions, const MeasureDay& day);
/// Done by their due day, of those that are due.
Share closed_actions(std::span<const AgreedAction> actions, const MeasureDay& day);
/// School days since the last held session or contact, or since the pair began; holidays do not count.
int silence(std::span<const Session> sessions, std::span<const Contact> contacts, Day starts_on, const MeasureDay& day);
/// Fewest held sessions of a pair over the median pair; nothing when the median is 0.
std::optional<Exact> spread(std::vector<std::int64_t> held_per_pair);
/// Last observed rating minus the first, same instrument; nothing before `cycles` 3 are over.
std::optional<Exact> growth(std::span<const Exact> ratings_in_order);
/// The smaller share of sessions led by one side, among those where it is known.
Share reciprocity(std::span<const Session> sessions);

struct Alert {
    std::string measure;
    PairId pair;
    Exact value;
    Exact bound;
};
/// Silence and fidelity of one active pair against their bounds.
std::vector<Alert> alerts_of(const Pair& pair, std::span<const Session> sessions, std::span<const Contact> contacts,
                             const Thresholds& thresholds, const MeasureDay& day);

}  // namespace pamong::mentoring
