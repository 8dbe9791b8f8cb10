#include "features/performance/adapters/appraisal_view.h"

#include <algorithm>
#include <set>

#include "features/performance/adapters/sql_appraisal_store.h"
#include "platform/embedded.h"

namespace pamong::performance {
namespace {

struct IndicatorNames {
    std::map<std::string, std::pair<std::string, std::string>, std::less<>> by_code;
};

const IndicatorNames& indicator_names() {
    static const IndicatorNames names = [] {
        IndicatorNames read;
        const auto file = parse_json(embedded("regulations/classroom_observation_2025.json").value_or("{}"));
        expects(file.has_value(), "the classroom indicators are readable");
        for (const auto& indicator : file->at("indicators").as_array())
            read.by_code.emplace(std::string(indicator.at("code").as_string()),
                                 std::pair(std::string(indicator.at("name_id").as_string()),
                                           std::string(indicator.at("name_en").as_string())));
        return read;
    }();
    return names;
}

ObservationChoice choice_of(LinkedObservation&& one) {
    return {one.first_id, std::move(one.indicator), one.points, one.points_of, one.observed_at};
}

AppraisalLine line_of(const Appraisal& one, const AppraisalDesk& desk) {
    AppraisalLine line;
    line.person_id = one.person_id;
    line.school_id = one.school_id;
    line.id = one.id;
    line.indicator = one.indicator;
    line.state = one.course.state;
    line.next_step = one.practice.next();
    line.is_rated = one.work_result && one.behaviour;
    line.is_answered = !one.course.objection_answer.reveal().empty();
    line.is_own = desk.actor.is(one.person_id);
    line.may_appraise = may_write(one, desk);
    line.version = one.course.version;
    line.predicate = predicate_of(one);
    return line;
}

/// Teachers whom the actor appraises and who have no appraisal in this year yet.
void add_not_begun(AppraisalYear& year, const AppraisalDesk& desk, people::PeopleDirectory& people) {
    if (!desk.actor.may(access::appraise)) return;
    constexpr std::size_t most = 500;
    std::set<Uuid> there;
    for (const AppraisalLine& line : year.items) there.insert(line.person_id);
    for (const people::PersonNow& one : people.people(desk.actor.reach(access::appraise))) {
        if (year.items.size() >= most) return;
        const bool teaches = one.role == people::PostRole::teacher || one.role == people::PostRole::vice_principal ||
                             one.role == people::PostRole::counsellor;
        if (!teaches || !one.school_id || desk.actor.is(one.person.id.value) ||
            !there.insert(one.person.id.value).second)
            continue;
        AppraisalLine line;
        line.person_id = one.person.id.value;
        line.person_name = one.person.name;
        line.school_id = one.school_id->value;
        line.school_name = one.school_name;
        line.may_appraise = true;
        year.items.push_back(std::move(line));
    }
}

}  // namespace

const PerformanceRules& performance_rules() {
    static const PerformanceRules read = [] {
        auto rules = read_performance_rules([](std::string_view path) { return embedded(path); });
        expects(rules.has_value(), "the rules of performance are readable");
        return std::move(*rules);
    }();
    return read;
}

std::string indicator_name(std::string_view code, Language language) {
    const auto found = indicator_names().by_code.find(code);
    if (found == indicator_names().by_code.end()) return std::string(code);
    return language == Language::en ? found->second.second : found->second.first;
}

std::optional<std::string> predicate_of(const Appraisal& appraisal) {
    if (!appraisal.work_result || !appraisal.behaviour) return std::nullopt;
    return performance_rules().matrix.predicate_of(*appraisal.work_result, *appraisal.behaviour).name_id;
}

std::optional<CreditView> credit_of(const Appraisal& appraisal, const std::string& golongan) {
    const auto predicate = predicate_of(appraisal);
    if (!predicate || golongan.empty()) return std::nullopt;
    const PerformanceRules& rules = performance_rules();
    const Predicate* earned = rules.predicate(*predicate);
    const auto level = std::ranges::find_if(rules.levels, [&](const CareerLevel& one) {
        return std::ranges::find(one.ranks, golongan) != one.ranks.end();
    });
    if (earned == nullptr || level == rules.levels.end()) return std::nullopt;
    const auto credit = yearly_credit_2023(level->coefficient, earned->credit_percent, 12);
    if (!credit) return std::nullopt;
    return CreditView{level->name, earned->credit_percent, level->coefficient, *credit, level->source.source};
}

AppraisalView view_of(const Appraisal& one, const AppraisalDesk& desk, people::PeopleDirectory& people) {
    const Citation& source = performance_rules().matrix.source;
    AppraisalView view;
    view.id = one.id;
    view.revision = one.revision;
    view.person_id = one.person_id;
    view.school_id = one.school_id;
    view.year = one.year;
    view.regime = std::string(code_of(one.course.regime));
    view.indicator = one.indicator;
    view.version = one.course.version;
    view.state = one.course.state;
    view.next_step = one.practice.next();
    view.steps = lines_of(one.practice);
    view.submission_id = one.submission_id;
    view.work_result = one.work_result;
    view.behaviour = one.behaviour;
    view.predicate = predicate_of(one);
    view.predicate_source = source.source;
    view.predicate_mark = std::string(1, letter(source.mark));
    view.frozen_at = one.frozen_at;
    view.frozen_name = one.frozen_name;
    view.content_hash = one.content_hash;
    view.may_appraise = may_write(one, desk);
    view.is_own = desk.actor.is(one.person_id);
    view.shows_notes = reads_notes(one, desk);
    view.mentor_is_assessor = view.shows_notes && is_flagged(one, desk.store);
    if (view.shows_notes) {
        view.objection = one.course.objection;
        view.objection_answer = one.course.objection_answer;
        view.correction_reason = one.course.correction_reason;
    } else {
        for (PracticeStepLine& line : view.steps) {
            line.people.clear();
            line.notes = {};
            line.agreed_action = {};
        }
    }
    if (const auto person = people.person({one.person_id})) {
        view.person_name = person->person.name;
        view.school_name = person->school_name;
        view.credit = credit_of(one, person->person.rank);
    }
    if (one.submission_id)
        if (auto observation = desk.store.observation(*one.submission_id))
            view.observation = choice_of(std::move(*observation));
    if (view.may_appraise && view.next_step == PracticeStep::observation)
        for (LinkedObservation& found : desk.store.observations_of(one.person_id))
            if (found.indicator == one.indicator) view.observations.push_back(choice_of(std::move(found)));
    for (const Appraisal& version : desk.store.versions(one.id))
        if (version.course.version != one.course.version)
            view.versions.push_back({version.course.version, version.course.state, predicate_of(version),
                                     version.frozen_at, version.frozen_name, version.content_hash,
                                     view.shows_notes ? version.course.correction_reason : Private<std::string>()});
    return view;
}

AppraisalYear year_of(std::optional<std::int64_t> wanted, std::int64_t this_year, const AppraisalDesk& desk,
                      people::PeopleDirectory& people) {
    const auto all = visible_appraisals(desk);
    std::set<std::int64_t, std::greater<>> years{this_year};
    for (const Appraisal& one : all) years.insert(one.year);
    // Without a wish: the newest year that has something in it.
    std::int64_t newest = this_year;
    if (!all.empty()) newest = std::ranges::max(all, {}, &Appraisal::year).year;
    AppraisalYear year{wanted.value_or(newest), {years.begin(), years.end()}, {}};
    for (const Appraisal& one : all) {
        if (one.year != year.year) continue;
        AppraisalLine line = line_of(one, desk);
        if (const auto person = people.person({one.person_id})) {
            line.person_name = person->person.name;
            line.school_name = person->school_name;
        }
        year.items.push_back(std::move(line));
    }
    add_not_begun(year, desk, people);
    std::ranges::stable_sort(year.items, {}, [](const AppraisalLine& line) { return line.person_name.reveal(); });
    return year;
}

}  // namespace pamong::performance
