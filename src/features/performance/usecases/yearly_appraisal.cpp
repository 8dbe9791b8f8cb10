#include "features/performance/usecases/yearly_appraisal.h"

#include <algorithm>

namespace pamong::performance {
namespace {

constexpr std::array<std::string_view, 8> classroom_indicators{"KSK", "DIS", "UBK", "PDK", "EKS", "AKT", "ADP", "INS"};

bool may_appraise(const Appraisal& appraisal, const access::Actor& actor) {
    return actor.may(access::appraise, {.school = appraisal.school_id, .person = appraisal.person_id}) &&
           !actor.is(appraisal.person_id);
}

/// The record, if the actor appraises it. Somebody out of reach is told that there is none.
Result<Appraisal> to_appraise(const AppraisalId& id, const AppraisalDesk& desk) {
    auto appraisal = desk.store.newest(id);
    if (!appraisal) return refused("performance.not_found");
    if (!may_appraise(*appraisal, desk.actor)) return access::not_permitted(access::appraise);
    return std::move(*appraisal);
}

Appraisal save(Appraisal appraisal, std::string_view action, const AppraisalDesk& desk) {
    ++appraisal.revision;
    desk.store.add(appraisal, action, desk.now);
    return appraisal;
}

Result<AppraisalCourse> next_course(const Appraisal& appraisal, AppraisalEvent event, Private<std::string> text) {
    switch (event) {
        case AppraisalEvent::share:
            return share(appraisal.course);
        case AppraisalEvent::agree:
            return agree(appraisal.course);
        case AppraisalEvent::object:
            return object(appraisal.course, std::move(text));
        case AppraisalEvent::accept_objection:
            return accept_objection(appraisal.course, std::move(text));
        case AppraisalEvent::keep_ratings:
            return answer_objection(appraisal.course, std::move(text));
        case AppraisalEvent::freeze:
            return freeze(appraisal.course);
        case AppraisalEvent::correct:
            return correct(appraisal.course, std::move(text));
    }
    return refused("performance.appraisal_state");
}

void offer_predicate(const Appraisal& appraisal, const AppraisalDesk& desk) {
    const auto& predicate = desk.matrix.predicate_of(*appraisal.work_result, *appraisal.behaviour);
    std::vector<std::pair<evidence::ItemRef, evidence::Why>> facts;
    if (appraisal.submission_id)
        for (const auto& [id, newest] : desk.evidence.newest_of({*appraisal.submission_id}))
            facts.emplace_back(evidence::ItemRef{id, newest.first}, evidence::Why::supports);
    evidence::offer({evidence::Kind::score, appraisal.id.value, "Predikat kinerja " + std::to_string(appraisal.year),
                     "{\"predicate\":\"" + predicate.name_id +
                         "\",\"regime\":\"SKP_2025\",\"year\":" + std::to_string(appraisal.year) + "}",
                     std::move(facts)},
                    desk.now, desk.evidence);
}

}  // namespace

Result<Appraisal> open_appraisal(const OpenAppraisal& command, const AppraisalDesk& desk) {
    if (desk.actor.is(command.person_id)) return refused("performance.own_appraisal");
    if (!desk.actor.may(access::appraise, {.school = command.school_id, .person = command.person_id}))
        return access::not_permitted(access::appraise);
    if (auto known = desk.store.newest(command.id)) return std::move(*known);
    if (std::ranges::find(classroom_indicators, command.indicator) == classroom_indicators.end())
        return refused("performance.no_indicator", {{"indicator", command.indicator.substr(0, 10)}}, "indicator");
    for (const Appraisal& other : desk.store.of_person(command.person_id))
        if (other.year == command.year)
            return refused("performance.year_taken", {{"year", std::to_string(command.year)}}, "year");
    Appraisal appraisal;
    appraisal.id = command.id;
    appraisal.revision = 0;
    appraisal.person_id = command.person_id;
    appraisal.school_id = command.school_id;
    appraisal.year = command.year;
    appraisal.indicator = command.indicator;
    return save(std::move(appraisal), "appraisal.opened", desk);
}

Result<Appraisal> record_step(const AppraisalId& id, PracticeStep step, StepRecord record,
                              std::optional<Uuid> submission, const AppraisalDesk& desk) {
    auto appraisal = to_appraise(id, desk);
    if (!appraisal) return appraisal;
    if (appraisal->course.state != AppraisalState::draft) return refused("performance.appraisal_state");
    auto practice = appraisal->practice.with(step, std::move(record));
    if (!practice) return refused(practice.error());
    appraisal->practice = std::move(*practice);
    if (step == PracticeStep::observation) appraisal->submission_id = submission;
    return save(std::move(*appraisal), "appraisal.step_recorded", desk);
}

Result<Appraisal> rate(const AppraisalId& id, Expectation work_result, Expectation behaviour,
                       const AppraisalDesk& desk) {
    auto appraisal = to_appraise(id, desk);
    if (!appraisal) return appraisal;
    if (appraisal->course.state != AppraisalState::draft) return refused("performance.appraisal_state");
    if (appraisal->practice.records().size() <= static_cast<std::size_t>(PracticeStep::follow_up_talk))
        return refused("performance.practice_incomplete");
    if (appraisal->work_result == work_result && appraisal->behaviour == behaviour) return appraisal;
    appraisal->work_result = work_result;
    appraisal->behaviour = behaviour;
    return save(std::move(*appraisal), "appraisal.rated", desk);
}

Result<Appraisal> move_on(const AppraisalId& id, AppraisalEvent event, Private<std::string> text,
                          const AppraisalDesk& desk) {
    auto appraisal = desk.store.newest(id);
    if (!appraisal) return refused("performance.not_found");
    const bool teachers_own = event == AppraisalEvent::agree || event == AppraisalEvent::object;
    const bool allowed = teachers_own ? desk.actor.is(appraisal->person_id) && desk.actor.may(access::own_appraisal)
                                      : may_appraise(*appraisal, desk.actor);
    if (!allowed) return access::not_permitted(teachers_own ? access::own_appraisal : access::appraise);
    if (event == AppraisalEvent::share && (!appraisal->work_result || !appraisal->behaviour))
        return refused("performance.not_rated");
    auto course = next_course(*appraisal, event, std::move(text));
    if (!course) return refused(course.error());
    appraisal->course = std::move(*course);
    if (event == AppraisalEvent::freeze) {
        appraisal->frozen_at = desk.now;
        appraisal->content_hash = desk.store.hash_of(*appraisal);
        offer_predicate(*appraisal, desk);
    }
    if (event == AppraisalEvent::correct) {
        appraisal->frozen_at.reset();
        appraisal->content_hash.clear();
    }
    return save(std::move(*appraisal), "appraisal.moved_on", desk);
}

std::vector<Appraisal> visible_appraisals(const AppraisalDesk& desk) {
    std::vector<Appraisal> visible;
    if (desk.actor.person() && desk.actor.may(access::own_appraisal))
        for (Appraisal& own : desk.store.of_person(*desk.actor.person()))
            if (own.course.state != AppraisalState::draft) visible.push_back(std::move(own));
    if (!desk.actor.may(access::read_appraisals)) return visible;
    for (Appraisal& other : desk.store.within(desk.actor.reach(access::read_appraisals)))
        if (std::ranges::find(visible, other.id, &Appraisal::id) == visible.end()) visible.push_back(std::move(other));
    return visible;
}

Result<Appraisal> readable_appraisal(const AppraisalId& id, const AppraisalDesk& desk) {
    auto appraisal = desk.store.newest(id);
    if (!appraisal) return refused("performance.not_found");
    const bool own = desk.actor.is(appraisal->person_id) && appraisal->course.state != AppraisalState::draft;
    if (!own &&
        !desk.actor.may(access::read_appraisals, {.school = appraisal->school_id, .person = appraisal->person_id}))
        return refused("performance.not_found");
    return std::move(*appraisal);
}

}  // namespace pamong::performance
