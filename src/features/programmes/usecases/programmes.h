#pragma once

#include <optional>
#include <vector>

#include "features/access/domain/actor.h"
#include "features/programmes/domain/programme.h"

namespace pamong::programmes {

class ProgrammeStore {
  public:
    virtual ~ProgrammeStore() = default;
    virtual std::optional<Programme> find(const ProgrammeId& id) = 0;
    /// Whoever else holds this programme waits until our transaction ends: for rules over several of its people.
    virtual void hold(const ProgrammeId& id) = 0;
    virtual std::vector<Programme> all() = 0;
    /// The regions above a school: who is responsible for one of them may look at what runs there.
    virtual std::vector<Uuid> regions_of_school(const Uuid& school) = 0;
    virtual std::vector<ProgrammeId> with_person(const PersonId& person) = 0;
    virtual void add(const Programme& programme, const std::vector<Phase>& phases, Timestamp now) = 0;
    virtual std::vector<Phase> phases_of(const ProgrammeId& id) = 0;
    virtual std::vector<Participant> participants_of(const ProgrammeId& id) = 0;
    virtual void add_participants(const ProgrammeId& id, const std::vector<Participant>& participants,
                                  Timestamp now) = 0;
    virtual std::vector<Goal> goals_of(const ProgrammeId& id) = 0;
    virtual bool add_goal(const ProgrammeId& id, const Goal& goal) = 0;
    virtual std::vector<Policy> policies_of(const ProgrammeId& id) = 0;
    virtual bool add_policy(const ProgrammeId& id, const Policy& policy) = 0;
};

/// Starts a programme from a template: its phases get dates from `starts_on` on.
/// Problems: access.not_permitted, programmes.id_reused, those of check_programme().
struct CreateProgramme {
    ProgrammeId id;
    std::string template_code;
    std::string name;
    int label_year = 0;
    Day starts_on;
    std::optional<Uuid> school{};
    std::vector<Uuid> regions{};
};
Result<Programme> create_programme(const CreateProgramme& command, const access::Actor& actor,
                                   const std::vector<Template>& templates, Timestamp now, Random& random,
                                   ProgrammeStore& store);

/// Puts people in a programme, one or thousands; all or nothing. Who is in it with the same content is left as is.
/// Problems: access.not_permitted, programmes.not_found, programmes.id_reused, programmes.person_twice, and
/// programmes.enrolment with one part a wrong line.
struct Enrolled {
    std::int64_t added = 0;
    std::int64_t known = 0;
    std::vector<RatioNote> ratios{};
};
Result<Enrolled> enrol(const ProgrammeId& programme, const std::vector<Participant>& people, const access::Actor& actor,
                       const std::vector<Template>& templates, Timestamp now, ProgrammeStore& store);

/// The programmes somebody may look at: by their scope, or because they take part.
Result<std::vector<Programme>> programmes_for(const access::Actor& actor, ProgrammeStore& store);
/// Problems: programmes.not_found (also when somebody may not see it).
Result<Programme> programme_for(const ProgrammeId& id, const access::Actor& actor, ProgrammeStore& store);

Done add_goal(const ProgrammeId& id, const Goal& goal, const access::Actor& actor, ProgrammeStore& store);
Done add_policy(const ProgrammeId& id, const Policy& policy, const access::Actor& actor, ProgrammeStore& store);

}  // namespace pamong::programmes
