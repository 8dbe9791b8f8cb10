#pragma once

#include "features/mentoring/usecases/desk.h"

namespace pamong::mentoring {

/// Why a pair is on the list of those who need a hand.
enum class Concern { not_met_yet, no_slot, silence, fidelity, not_answered };
BOOST_DESCRIBE_ENUM(Concern, not_met_yet, no_slot, silence, fidelity, not_answered)

struct PairConcern {
    Pair pair;
    Concern concern = Concern::not_met_yet;
    std::optional<Exact> value{};  ///< school days or percent
    std::optional<Exact> bound{};
};

/// A decree that no longer holds, or ends within 30 days.
struct PolicyConcern {
    programmes::Policy policy;
    bool expired = false;
};

/// How the programme goes, as far as the caller may look; never what was said.
struct Monitoring {
    std::int64_t pairs = 0;
    std::int64_t active = 0;
    std::int64_t sessions_held = 0;
    Share fidelity;
    Share punctuality;
    Share closed_actions;
    Share reciprocity;
    std::optional<Exact> dosage;        ///< minutes per mentee and month: mean over active pairs
    std::optional<Exact> feedback_lag;  ///< school days: mean over pairs
    std::optional<Exact> spread;
    std::vector<PairConcern> concerns;
    std::vector<PolicyConcern> policies;
    std::map<PersonId, Face> faces;
};
/// Problems: access.not_permitted, programmes.not_found.
Result<Monitoring> monitor(const ProgrammeId& programme, const Desk& desk);

/// Offers the measures of a programme as results that rest on each session they count: "held / planned" leads a
/// reader to every session. Returns the reference by measure ("fidelity", "punctuality", "closed_actions").
/// Problems: access.not_permitted, programmes.not_found.
Result<std::map<std::string, evidence::ItemRef>> offer_measures(const ProgrammeId& programme, const Desk& desk);

}  // namespace pamong::mentoring
