#include "features/programmes/usecases/programmes.h"

#include <algorithm>
#include <map>

namespace pamong::programmes {
namespace {

Result<Programme> managed(const ProgrammeId& id, const access::Actor& actor, ProgrammeStore& store) {
    auto programme = store.find(id);
    if (!programme) return refused("programmes.not_found");
    if (!actor.may(access::manage_programmes, programme->where()))
        return access::not_permitted(access::manage_programmes);
    return *programme;
}

bool same_content(Participant a, const Participant& b) {
    a.revision = b.revision;
    return a == b;
}

}  // namespace

Result<Programme> create_programme(const CreateProgramme& command, const access::Actor& actor,
                                   const std::vector<Template>& templates, Timestamp now, Random& random,
                                   ProgrammeStore& store) {
    Programme programme{command.id,        1,  command.template_code, command.name,    command.label_year,
                        command.starts_on, {}, command.school,        command.regions, ProgrammeState::running};
    programme.ends_on = programme.starts_on;
    if (programme.school)
        for (const Uuid& region : store.regions_of_school(*programme.school))
            if (std::ranges::find(programme.regions, region) == programme.regions.end())
                programme.regions.push_back(region);
    if (!actor.may(access::manage_programmes, programme.where()))
        return access::not_permitted(access::manage_programmes);
    if (auto fine = check_programme(programme, templates); !fine) return refused(fine.error());
    const Template& kind = *find_template(templates, command.template_code);
    std::vector<Phase> phases;
    int place = 0;
    for (auto& dated : dated_phases(kind, command.starts_on)) {
        phases.push_back(
            {make_uuid(now, random), ++place, dated.phase.kind, dated.phase.name, dated.starts_on, dated.ends_on});
        programme.ends_on = dated.ends_on;
    }
    if (const auto earlier = store.find(command.id)) {
        const bool same = earlier->template_code == programme.template_code && earlier->name == programme.name &&
                          earlier->starts_on == programme.starts_on && earlier->school == programme.school;
        if (!same) return refused("programmes.id_reused");
        return *earlier;
    }
    store.add(programme, phases, now);
    return programme;
}

Result<Enrolled> enrol(const ProgrammeId& id, const std::vector<Participant>& people, const access::Actor& actor,
                       const std::vector<Template>& templates, Timestamp now, ProgrammeStore& store) {
    const auto programme = managed(id, actor, store);
    if (!programme) return refused(programme.error());
    Problem wrong{"programmes.enrolment", {}, {}, {}};
    for (std::size_t row = 0; row < people.size(); ++row)
        if (auto fine = check_participant(people[row]); !fine && wrong.parts.size() < 20) {
            Problem part = fine.error();
            part.at = "items[" + std::to_string(row) + "]." + part.at;
            wrong.parts.push_back(std::move(part));
        }
    if (!wrong.parts.empty()) {
        wrong.values["count"] = std::to_string(wrong.parts.size());
        return refused(wrong);
    }

    auto everyone = store.participants_of(id);
    std::map<ParticipantId, const Participant*> by_id;
    std::map<PersonId, ParticipantId> by_person;
    for (const Participant& one : everyone) {
        by_id[one.id] = &one;
        by_person[one.person] = one.id;
    }
    Enrolled enrolled;
    std::vector<Participant> fresh;
    for (const Participant& one : people) {
        if (const auto known = by_id.find(one.id); known != by_id.end()) {
            if (known->second != nullptr && !same_content(*known->second, one)) return refused("programmes.id_reused");
            ++enrolled.known;
            continue;
        }
        if (by_person.contains(one.person))
            return refused("programmes.person_twice", {{"name", one.display_name.reveal()}});
        by_id[one.id] = nullptr;
        by_person[one.person] = one.id;
        fresh.push_back(one);
        ++enrolled.added;
    }
    if (!fresh.empty()) store.add_participants(id, fresh, now);
    everyone.insert(everyone.end(), fresh.begin(), fresh.end());
    if (const Template* kind = find_template(templates, programme->template_code))
        enrolled.ratios = ratio_notes(*kind, everyone);
    return enrolled;
}

Result<std::vector<Programme>> programmes_for(const access::Actor& actor, ProgrammeStore& store) {
    if (!actor.may(access::read_programmes)) return access::not_permitted(access::read_programmes);
    std::vector<ProgrammeId> own;
    if (actor.person()) own = store.with_person(PersonId{*actor.person()});
    auto all = store.all();
    std::erase_if(all, [&](const Programme& one) {
        return !actor.may(access::read_programmes, one.where()) && std::ranges::find(own, one.id) == own.end();
    });
    return all;
}

Result<Programme> programme_for(const ProgrammeId& id, const access::Actor& actor, ProgrammeStore& store) {
    if (!actor.may(access::read_programmes)) return access::not_permitted(access::read_programmes);
    auto programme = store.find(id);
    if (!programme) return refused("programmes.not_found");
    if (actor.may(access::read_programmes, programme->where())) return *programme;
    if (actor.person()) {
        const auto own = store.with_person(PersonId{*actor.person()});
        if (std::ranges::find(own, id) != own.end()) return *programme;
    }
    return refused("programmes.not_found");
}

Done add_goal(const ProgrammeId& id, const Goal& goal, const access::Actor& actor, ProgrammeStore& store) {
    if (auto programme = managed(id, actor, store); !programme) return refused(programme.error());
    if (goal.indicator.empty()) return refused("programmes.name_missing", {}, "indicator");
    if (!store.add_goal(id, goal)) return refused("programmes.id_reused");
    return {};
}

Done add_policy(const ProgrammeId& id, const Policy& policy, const access::Actor& actor, ProgrammeStore& store) {
    if (auto programme = managed(id, actor, store); !programme) return refused(programme.error());
    if (policy.number.empty()) return refused("programmes.name_missing", {}, "number");
    if (policy.valid_until && *policy.valid_until < policy.valid_from)
        return refused("programmes.dates", {}, "valid_until");
    if (!store.add_policy(id, policy)) return refused("programmes.id_reused");
    return {};
}

}  // namespace pamong::programmes
