#include "features/programmes/domain/programme.h"

#include <algorithm>

namespace pamong::programmes {
namespace {

bool has_role(std::string_view wanted, ParticipantRole role) {
    if (wanted == "mentor") return role == ParticipantRole::mentor || role == ParticipantRole::both;
    if (wanted == "mentee") return role == ParticipantRole::mentee || role == ParticipantRole::both;
    return role == ParticipantRole::both;
}

}  // namespace

std::vector<DatedPhase> dated_phases(const Template& kind, Day start) {
    std::vector<DatedPhase> dated;
    for (const TemplatePhase& phase : kind.phases) {
        dated.push_back({phase, start, start.plus(phase.days - 1)});
        start = start.plus(phase.days);
    }
    return dated;
}

bool gives_in(const MatchStep& step, const Participant& participant) {
    if (participant.withdrawn) return false;
    if (step.from_generation) return participant.generation == step.from_generation;
    return has_role(step.from_role, participant.role);
}

bool receives_in(const MatchStep& step, const Participant& participant) {
    if (participant.withdrawn) return false;
    if (step.to_generation) return participant.generation == step.to_generation;
    return has_role(step.to_role, participant.role);
}

std::vector<RatioNote> ratio_notes(const Template& kind, const std::vector<Participant>& participants) {
    std::vector<RatioNote> notes;
    for (std::size_t step = 0; step < kind.steps.size(); ++step) {
        const MatchStep& rule = kind.steps[step];
        const auto mentors = std::ranges::count_if(participants, [&](const auto& one) { return gives_in(rule, one); });
        const auto mentees =
            std::ranges::count_if(participants, [&](const auto& one) { return receives_in(rule, one); });
        if (mentees > mentors * rule.most_mentees)
            notes.push_back({static_cast<int>(step), mentors, mentees, rule.most_mentees});
    }
    return notes;
}

Done check_programme(const Programme& programme, const std::vector<Template>& templates) {
    if (programme.name.empty()) return refused("programmes.name_missing", {}, "name");
    if (programme.name.size() > 200) return refused("programmes.name_long", {}, "name");
    if (programme.ends_on < programme.starts_on) return refused("programmes.dates", {}, "ends_on");
    if (find_template(templates, programme.template_code) == nullptr)
        return refused("programmes.unknown_template", {{"code", programme.template_code}}, "template");
    return {};
}

Done check_participant(const Participant& participant) {
    const std::string& name = participant.display_name.reveal();
    if (name.empty() || name.size() > 200) return refused("programmes.participant_name", {}, "display_name");
    if (participant.generation && (*participant.generation < 1 || *participant.generation > 3))
        return refused("programmes.generation", {{"generation", std::to_string(*participant.generation)}},
                       "generation");
    for (const auto& [code, score] : participant.scores)
        if (score < Exact(0) || score > Exact(100))
            return refused("programmes.score_range", {{"code", code}, {"score", to_string(score)}}, "scores." + code);
    return {};
}

}  // namespace pamong::programmes
