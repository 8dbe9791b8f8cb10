#pragma once

#include <boost/describe/enum.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/exact.h"
#include "base/id.h"
#include "base/private.h"
#include "base/result.h"
#include "features/access/domain/actor.h"
#include "features/people/domain/person.h"
#include "features/programmes/domain/template.h"

namespace pamong::programmes {

using ProgrammeId = Id<struct ProgrammeTag>;
using ParticipantId = Id<struct ParticipantTag>;
using people::PersonId;

enum class ProgrammeState { planned, running, ended };
BOOST_DESCRIBE_ENUM(ProgrammeState, planned, running, ended)

enum class ParticipantRole { mentor, mentee, both, resource_person, coordinator };
BOOST_DESCRIBE_ENUM(ParticipantRole, mentor, mentee, both, resource_person, coordinator)

struct Programme {
    ProgrammeId id;
    std::int64_t revision = 1;
    std::string template_code;
    std::string name;
    int label_year = 0;  ///< whose names of the generations are shown
    Day starts_on;
    Day ends_on;
    std::optional<Uuid> school;   ///< a programme of one school
    std::vector<Uuid> regions{};  ///< all regions it lies in
    ProgrammeState state = ProgrammeState::planned;

    [[nodiscard]] access::Where where() const {
        return {.school = school, .regions = regions, .programme = id.value, .person = {}};
    }
};

struct Phase {
    Uuid id;
    int place = 1;
    std::string kind;
    BothTexts name;
    Day starts_on;
    Day ends_on;
};

/// Somebody in a programme: copied display data, so a programme may join people of several owners.
struct Participant {
    ParticipantId id;
    std::int64_t revision = 1;
    PersonId person;
    OrgId home_org;
    ParticipantRole role = ParticipantRole::mentee;
    std::optional<int> generation;
    Private<std::string> display_name;
    std::string subject;
    std::string level;
    std::optional<Uuid> school;
    std::string school_name;
    std::optional<Uuid> district;
    std::string district_name;
    std::vector<Uuid> regions{};
    std::optional<double> latitude{};
    std::optional<double> longitude{};
    std::map<std::string, Exact> scores{};  ///< competence code -> points of 100
    std::vector<Uuid> judged_by{};          ///< assessor and superior of this person
    bool withdrawn = false;

    friend bool operator==(const Participant&, const Participant&) = default;
};

struct Goal {
    Uuid id;
    std::string indicator;
    Exact target;
    std::string unit;
};

/// A decree or letter the programme stands on, and the days on which it holds.
struct Policy {
    Uuid id;
    std::string kind;
    std::string number;
    std::string title;
    Day valid_from;
    std::optional<Day> valid_until;
    [[nodiscard]] bool holds_on(Day day) const { return valid_from <= day && (!valid_until || day <= *valid_until); }
};

/// The dates of a template's phases, one after the other from `start`; the last day of all is the programme's end.
struct DatedPhase {
    TemplatePhase phase;
    Day starts_on;
    Day ends_on;
};
std::vector<DatedPhase> dated_phases(const Template& kind, Day start);

/// A ratio that differs from the template's: told, never refused.
struct RatioNote {
    int step = 0;
    std::int64_t mentors = 0;
    std::int64_t mentees = 0;
    std::int64_t most_mentees = 0;  ///< places each
};
/// Steps with more people to be mentored than places.
std::vector<RatioNote> ratio_notes(const Template& kind, const std::vector<Participant>& participants);

/// Whether somebody takes part in a step as the one who gives, or the one who receives.
bool gives_in(const MatchStep& step, const Participant& participant);
bool receives_in(const MatchStep& step, const Participant& participant);

/// Problems: programmes.name_missing, programmes.dates, programmes.unknown_template.
Done check_programme(const Programme& programme, const std::vector<Template>& templates);
/// Problems: programmes.participant_name, programmes.generation, programmes.score_range.
Done check_participant(const Participant& participant);

}  // namespace pamong::programmes
