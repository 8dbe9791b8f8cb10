#include "features/programmes/adapters/routes.h"

#include <algorithm>

#include "features/programmes/adapters/sql_programme_store.h"
#include "features/programmes/adapters/template_reader.h"
#include "features/programmes/adapters/wire.h"

namespace pamong::programmes {
namespace {

using access::Actor;
using http::Request;

constexpr std::size_t most_listed = 200;

ProgrammeLine line_of(const Programme& one, const Actor& actor) {
    return {one.id,        one.revision, one.template_code, one.name,
            one.starts_on, one.ends_on,  one.state,         actor.may(access::manage_programmes, one.where())};
}

std::string shown_label(const Template& kind, const std::optional<int>& generation, const std::string& role, int year) {
    if (generation)
        if (const auto label = label_of(kind, *generation, year)) return *label;
    return role;
}

std::vector<StepLine> step_lines(const Template& kind, const Programme& programme,
                                 const std::vector<Participant>& people) {
    std::vector<StepLine> lines;
    for (std::size_t step = 0; step < kind.steps.size(); ++step) {
        const MatchStep& rule = kind.steps[step];
        StepLine line{static_cast<std::int32_t>(step),
                      shown_label(kind, rule.from_generation, rule.from_role, programme.label_year),
                      shown_label(kind, rule.to_generation, rule.to_role, programme.label_year),
                      rule.most_mentees,
                      rule.rules,
                      std::ranges::count_if(people, [&](const auto& one) { return gives_in(rule, one); }),
                      std::ranges::count_if(people, [&](const auto& one) { return receives_in(rule, one); }),
                      true};
        line.enough_places = line.mentees <= line.mentors * rule.most_mentees;
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<ProgrammePage> programme_page(Request& request) {
    const auto id = request.path_id<ProgrammeId>("id");
    if (!id) return refused(id.error());
    SqlProgrammeStore store(request.transaction());
    const auto programme = programme_for(*id, request.actor<Actor>(), store);
    if (!programme) return refused(programme.error());
    const Template* kind = find_template(embedded_templates(), programme->template_code);
    if (kind == nullptr) return refused("programmes.unknown_template", {{"code", programme->template_code}});
    ProgrammePage page{line_of(*programme, request.actor<Actor>()),
                       {kind->name.id, kind->name.en},
                       kind->source.source,
                       {},
                       step_lines(*kind, *programme, store.participants_of(*id)),
                       {},
                       {}};
    for (auto& phase : store.phases_of(*id))
        page.phases.push_back(
            {phase.place, phase.kind, {phase.name.id, phase.name.en}, phase.starts_on, phase.ends_on});
    for (auto& goal : store.goals_of(*id)) page.goals.push_back({goal.indicator, goal.target, goal.unit});
    for (auto& policy : store.policies_of(*id)) {
        PolicyBody body{PolicyKind::decree, policy.number, policy.title, policy.valid_from, policy.valid_until};
        expects(enum_from(policy.kind, body.kind), "a kind of policy");
        page.policies.push_back(std::move(body));
    }
    return page;
}

Participant participant_from(const ParticipantBody& body, const OrgId& owner) {
    return {body.id,
            1,
            body.person_id,
            body.home_org.value_or(owner),
            body.role,
            body.generation,
            body.display_name,
            body.subject,
            body.level,
            body.school_id,
            body.school_name,
            body.district_id,
            body.district_name,
            body.region_ids.value_or(std::vector<Uuid>{}),
            body.latitude,
            body.longitude,
            body.scores.value_or(std::map<std::string, Exact>{}),
            body.judged_by.value_or(std::vector<Uuid>{}),
            false};
}

Result<ParticipantList> participant_list(Request& request) {
    const auto id = request.path_id<ProgrammeId>("id");
    if (!id) return refused(id.error());
    SqlProgrammeStore store(request.transaction());
    const auto programme = programme_for(*id, request.actor<Actor>(), store);
    if (!programme) return refused(programme.error());
    if (!request.actor<Actor>().may(access::monitor_mentoring, programme->where()) &&
        !request.actor<Actor>().may(access::manage_programmes, programme->where()))
        return access::not_permitted(access::manage_programmes);
    const Template* kind = find_template(embedded_templates(), programme->template_code);
    const std::string wanted = request.query("q");
    const std::string role = request.query("role");
    ParticipantList list;
    for (auto& one : store.participants_of(*id)) {
        if (one.withdrawn || (!role.empty() && role != name_of(one.role))) continue;
        if (!wanted.empty() && one.display_name.reveal().find(wanted) == std::string::npos &&
            one.school_name.find(wanted) == std::string::npos)
            continue;
        ++list.total;
        if (list.items.size() == most_listed) continue;
        const std::string label =
            kind == nullptr ? std::string(name_of(one.role))
                            : shown_label(*kind, one.generation, std::string(name_of(one.role)), programme->label_year);
        list.items.push_back({one.id, one.person, one.role, label, std::move(one.display_name), std::move(one.subject),
                              std::move(one.school_name), std::move(one.district_name)});
    }
    return list;
}

}  // namespace

void add_programmes_routes(http::Router& router) {
    router.get<TemplateList>("/api/v1/programme-templates",
                             {.permission = access::read_programmes.code, .summary = "Kinds of programmes to start"},
                             [](Request&) -> Result<TemplateList> {
                                 TemplateList list;
                                 for (const Template& kind : embedded_templates()) {
                                     TemplateLine line{kind.code,          {kind.name.id, kind.name.en},
                                                       kind.source.source, {letter(kind.source.mark)},
                                                       kind.months,        {}};
                                     for (const auto& labels : kind.labels) line.label_years.push_back(labels.year);
                                     list.items.push_back(std::move(line));
                                 }
                                 return list;
                             });
    router.get<ProgrammeList>("/api/v1/programmes",
                              {.permission = access::read_programmes.code, .summary = "Programmes in one's reach"},
                              [](Request& request) -> Result<ProgrammeList> {
                                  SqlProgrammeStore store(request.transaction());
                                  const auto found = programmes_for(request.actor<Actor>(), store);
                                  if (!found) return refused(found.error());
                                  ProgrammeList list;
                                  for (const auto& one : *found)
                                      list.items.push_back(line_of(one, request.actor<Actor>()));
                                  return list;
                              });
    router.get<ProgrammePage>(
        "/api/v1/programmes/{id}",
        {.permission = access::read_programmes.code, .summary = "Phases, steps, goals and decrees of a programme"},
        programme_page);
    router.get<ParticipantList>("/api/v1/programmes/{id}/participants",
                                {.permission = access::read_programmes.code,
                                 .summary = "People of a programme, at most 200 at once",
                                 .query = {"q: part of a name or a school", "role: one role only"}},
                                participant_list);
    router.put<CreateProgrammeBody, ProgrammeLine>(
        "/api/v1/programmes/{id}",
        {.permission = access::manage_programmes.code, .summary = "Start a programme from a template"},
        [](Request& request, const CreateProgrammeBody& body) -> Result<ProgrammeLine> {
            const auto id = request.path_id<ProgrammeId>("id");
            if (!id) return refused(id.error());
            SqlProgrammeStore store(request.transaction());
            auto made =
                create_programme({*id, body.template_code, body.name, body.label_year, body.starts_on, body.school_id,
                                  body.region_ids.value_or(std::vector<Uuid>{})},
                                 request.actor<Actor>(), embedded_templates(), request.now(), request.random(), store);
            if (!made) return refused(made.error());
            return line_of(*made, request.actor<Actor>());
        });
    router.post<EnrolBody, EnrolledReply>(
        "/api/v1/programmes/{id}/participants",
        {.permission = access::manage_programmes.code, .summary = "Enrol people, all or nothing"},
        [](Request& request, const EnrolBody& body) -> Result<EnrolledReply> {
            const auto id = request.path_id<ProgrammeId>("id");
            if (!id) return refused(id.error());
            SqlProgrammeStore store(request.transaction());
            std::vector<Participant> people;
            for (const auto& one : body.items) people.push_back(participant_from(one, request.caller().owner));
            const auto enrolled =
                enrol(*id, people, request.actor<Actor>(), embedded_templates(), request.now(), store);
            if (!enrolled) return refused(enrolled.error());
            EnrolledReply reply{enrolled->added, enrolled->known, {}};
            for (const auto& note : enrolled->ratios)
                reply.ratios.push_back({note.step, note.mentors, note.mentees, note.most_mentees});
            return reply;
        });
    router.put<GoalBody, http::Nothing>(
        "/api/v1/programmes/{id}/goals/{goal_id}",
        {.permission = access::manage_programmes.code, .summary = "Set a goal with its indicator and target"},
        [](Request& request, const GoalBody& body) -> Result<http::Nothing> {
            const auto id = request.path_id<ProgrammeId>("id");
            const auto goal = request.path_id<Id<struct GoalTag>>("goal_id");
            if (!id || !goal) return refused("http.not_found");
            SqlProgrammeStore store(request.transaction());
            auto done =
                add_goal(*id, {goal->value, body.indicator, body.target, body.unit}, request.actor<Actor>(), store);
            if (!done) return refused(done.error());
            return http::Nothing{};
        });
    router.put<PolicyBody, http::Nothing>(
        "/api/v1/programmes/{id}/policies/{policy_id}",
        {.permission = access::manage_programmes.code, .summary = "Register a decree or assignment letter"},
        [](Request& request, const PolicyBody& body) -> Result<http::Nothing> {
            const auto id = request.path_id<ProgrammeId>("id");
            const auto policy = request.path_id<Id<struct PolicyTag>>("policy_id");
            if (!id || !policy) return refused("http.not_found");
            SqlProgrammeStore store(request.transaction());
            auto done = add_policy(*id,
                                   {policy->value, std::string(name_of(body.kind)), body.number, body.title,
                                    body.valid_from, body.valid_until},
                                   request.actor<Actor>(), store);
            if (!done) return refused(done.error());
            return http::Nothing{};
        });
}

}  // namespace pamong::programmes
