#include "features/performance/usecases/yearly_appraisal.h"

#include <algorithm>
#include <array>

#include "features/instruments/usecases/submit_form.h"

namespace pamong::performance {
namespace {

constexpr std::array<std::string_view, 8> classroom_indicators{"KSK", "DIS", "UBK", "PDK", "EKS", "AKT", "ADP", "INS"};

bool may_appraise(const Appraisal& appraisal, const AppraisalDesk& desk) {
    return !desk.actor.is(appraisal.person_id) && desk.actor.may(access::appraise, desk.store.place_of(appraisal));
}

Done not_changed_since(const Appraisal& appraisal, const AppraisalDesk& desk) {
    if (!desk.base_revision || *desk.base_revision == appraisal.revision) return {};
    return refused("performance.conflict", {{"base_revision", std::to_string(*desk.base_revision)},
                                            {"revision", std::to_string(appraisal.revision)}});
}

/// The record, if the actor appraises it and saw it as it is.
Result<Appraisal> to_appraise(const AppraisalId& id, const AppraisalDesk& desk) {
    auto appraisal = desk.store.newest(id);
    if (!appraisal) return refused("performance.not_found");
    if (!may_appraise(*appraisal, desk)) return access::not_permitted(access::appraise);
    if (auto same = not_changed_since(*appraisal, desk); !same) return refused(std::move(same).error());
    appraisal->assessor_person_id = desk.actor.person();
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

std::string rating_content(const char* what, Expectation rating, const Appraisal& appraisal) {
    return "{\"rating\":\"" + std::string(name_of(rating)) +
           "\",\"version\":" + std::to_string(appraisal.course.version) + ",\"what\":\"" + what +
           "\",\"year\":" + std::to_string(appraisal.year) + "}";
}

/// Two ratings that a person chose, the work result resting on the observation, and the predicate derived from both.
void offer_predicate(const Appraisal& appraisal, const AppraisalDesk& desk) {
    const auto& predicate = desk.matrix.predicate_of(*appraisal.work_result, *appraisal.behaviour);
    const std::string year = std::to_string(appraisal.year);
    std::vector<std::pair<evidence::ItemRef, evidence::Why>> facts;
    if (appraisal.submission_id)
        for (const auto& [id, newest] :
             desk.evidence.newest_of({instruments::score_id(instruments::SubmissionId{*appraisal.submission_id})}))
            if (newest.first > 0) facts.emplace_back(evidence::ItemRef{id, newest.first}, evidence::Why::supports);
    const auto ratings =
        evidence::offer({{evidence::Kind::score, work_result_id(appraisal.id), "Hasil kerja " + year,
                          rating_content("work_result", *appraisal.work_result, appraisal), std::move(facts)},
                         {evidence::Kind::score,
                          behaviour_id(appraisal.id),
                          "Perilaku kerja " + year,
                          rating_content("behaviour", *appraisal.behaviour, appraisal),
                          {}}},
                        desk.now, desk.evidence);
    evidence::offer(
        {evidence::Kind::score,
         appraisal.id.value,
         "Predikat kinerja " + year,
         "{\"predicate\":\"" + predicate.name_id + "\",\"regime\":\"" + std::string(code_of(appraisal.course.regime)) +
             "\",\"version\":" + std::to_string(appraisal.course.version) + ",\"year\":" + year + "}",
         {{ratings[0], evidence::Why::derived_from}, {ratings[1], evidence::Why::derived_from}}},
        desk.now, desk.evidence);
}

/// The identity of the observation behind the second step.
Result<Uuid> linked_observation(const Uuid& submission, const Appraisal& appraisal, const AppraisalDesk& desk) {
    const auto observation = desk.store.observation(submission);
    if (!observation) return refused("performance.observation_unknown", {}, "submission_id");
    if (observation->subject_person_id != appraisal.person_id || observation->indicator != appraisal.indicator)
        return refused("performance.observation_other", {}, "submission_id");
    return observation->first_id;
}

}  // namespace

Result<Appraisal> open_appraisal(const OpenAppraisal& command, const AppraisalDesk& desk) {
    if (desk.actor.is(command.person_id)) return refused("performance.own_appraisal");
    Appraisal appraisal;
    appraisal.id = command.id;
    appraisal.revision = 0;
    appraisal.person_id = command.person_id;
    appraisal.school_id = command.school_id;
    appraisal.year = command.year;
    appraisal.indicator = command.indicator;
    appraisal.assessor_person_id = desk.actor.person();
    if (!may_appraise(appraisal, desk)) return access::not_permitted(access::appraise);
    if (auto known = desk.store.newest(command.id)) {
        if (known->person_id != command.person_id || known->year != command.year)
            return refused("performance.id_reused");
        return std::move(*known);
    }
    if (std::ranges::find(classroom_indicators, command.indicator) == classroom_indicators.end())
        return refused("performance.no_indicator", {{"indicator", command.indicator.substr(0, 10)}}, "indicator");
    if (command.year < 2024 || command.year > 2100)
        return refused("performance.year", {{"year", std::to_string(command.year)}}, "year");
    for (const Appraisal& other : desk.store.of_person(command.person_id))
        if (other.year == command.year)
            return refused("performance.year_taken", {{"year", std::to_string(command.year)}}, "year");
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
    if (step == PracticeStep::observation && submission) {
        const auto observation = linked_observation(*submission, *appraisal, desk);
        if (!observation) return refused(observation.error());
        appraisal->submission_id = *observation;
    }
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
                                      : may_appraise(*appraisal, desk);
    if (!allowed) return access::not_permitted(teachers_own ? access::own_appraisal : access::appraise);
    if (auto same = not_changed_since(*appraisal, desk); !same) return refused(std::move(same).error());
    if (!teachers_own) appraisal->assessor_person_id = desk.actor.person();
    if (event == AppraisalEvent::share && (!appraisal->work_result || !appraisal->behaviour))
        return refused("performance.not_rated");
    auto course = next_course(*appraisal, event, std::move(text));
    if (!course) return refused(course.error());
    appraisal->course = std::move(*course);
    if (event == AppraisalEvent::freeze) {
        appraisal->frozen_at = desk.now;
        appraisal->frozen_name = Private(desk.actor_name);
        appraisal->content_hash = desk.store.hash_of(*appraisal);
        offer_predicate(*appraisal, desk);
    }
    if (event == AppraisalEvent::correct) {
        appraisal->frozen_at.reset();
        appraisal->frozen_name = {};
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
    if (!own && !desk.actor.may(access::read_appraisals, desk.store.place_of(*appraisal)))
        return refused("performance.not_found");
    return std::move(*appraisal);
}

bool may_write(const Appraisal& appraisal, const AppraisalDesk& desk) { return may_appraise(appraisal, desk); }

bool reads_notes(const Appraisal& appraisal, const AppraisalDesk& desk) {
    return desk.actor.is(appraisal.person_id) || may_appraise(appraisal, desk);
}

bool is_flagged(const Appraisal& appraisal, AppraisalStore& store) {
    if (!appraisal.assessor_person_id) return false;
    const int year = static_cast<int>(appraisal.year);
    const Period period{*day_of(year, 1, 1), *day_of(year, 12, 31)};
    return mentor_is_assessor(*appraisal.assessor_person_id, appraisal.person_id, period,
                              store.mentoring_of(appraisal.person_id));
}

Uuid work_result_id(const AppraisalId& id) { return uuid_for_name("work result of " + to_string(id)); }
Uuid behaviour_id(const AppraisalId& id) { return uuid_for_name("behaviour of " + to_string(id)); }

}  // namespace pamong::performance
