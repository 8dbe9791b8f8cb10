#include "features/performance/adapters/form_pdf.h"

#include <algorithm>

#include "features/performance/adapters/appraisal_view.h"
#include "platform/print/pdf.h"
#include "platform/words.h"

namespace pamong::performance {
namespace {

std::string form_word(std::string_view key, const std::map<std::string, std::string>& values = {}) {
    return Words::all().text(Language::id, key, values);
}

std::string expectation_word(const std::optional<Expectation>& value) {
    return value ? std::string(name_of(*value)) : "–";
}

std::string or_dash(const std::string& text) { return text.empty() ? "–" : text; }

/// As Indonesian readers write it, at most four places: 37,5.
std::string with_comma(const Exact& value) {
    std::string text = to_string(value, 4);
    std::ranges::replace(text, '.', ',');
    return text;
}

doc::Table steps_table(const AppraisalView& view) {
    doc::Table steps{.caption = form_word("performance.form_practice"),
                     .columns = {{form_word("performance.form_step"), 2},
                                 {form_word("performance.form_date"), 1.5},
                                 {form_word("performance.form_place"), 1.4},
                                 {form_word("performance.form_people"), 1.8},
                                 {form_word("performance.form_agreed"), 3}}};
    for (const PracticeStepLine& line : view.steps) {
        std::string people;
        for (const auto& name : line.people) people += (people.empty() ? "" : ", ") + name.reveal();
        steps.rows.push_back(
            {form_word("performance.form_" + std::string(boost::describe::enum_to_string(line.step, ""))),
             long_day_id(line.date), line.place, people, line.agreed_action.reveal()});
    }
    if (steps.rows.empty()) steps.rows.push_back({form_word("performance.form_no_steps")});
    return steps;
}

void append_ratings(doc::Document& document, const AppraisalView& view) {
    doc::KeyValues ratings{{{form_word("performance.form_work_result"), expectation_word(view.work_result)},
                            {form_word("performance.form_behaviour"), expectation_word(view.behaviour)}}};
    if (view.predicate) {
        ratings.entries.emplace_back(form_word("performance.form_predicate"), doc::bold(*view.predicate));
        ratings.entries.emplace_back(form_word("performance.form_rule"),
                                     form_word("performance.form_rule_text",
                                               {{"source", view.predicate_source}, {"mark", view.predicate_mark}}));
    }
    if (view.credit)
        ratings.entries.emplace_back(
            form_word("performance.form_credit"),
            form_word("performance.form_credit_text", {{"percent", fixed(view.credit->percent, 0, ',')},
                                                       {"coefficient", with_comma(view.credit->coefficient)},
                                                       {"credit", with_comma(view.credit->credit)},
                                                       {"level", view.credit->level},
                                                       {"source", view.credit->source}}));
    ratings.entries.emplace_back(form_word("performance.form_evidence"),
                                 view.observation
                                     ? form_word("performance.form_evidence_text",
                                                 {{"day", long_day_id(local_day(view.observation->observed_at, 7))},
                                                  {"points", std::to_string(view.observation->points)},
                                                  {"of", std::to_string(view.observation->points_of)},
                                                  {"id", to_string(view.observation->submission_id).substr(0, 8)}})
                                     : form_word("performance.form_no_evidence"));
    document.blocks.emplace_back(
        doc::Heading{2, form_word("performance.form_ratings"), "ratings-" + to_string(view.id)});
    document.blocks.emplace_back(std::move(ratings));
}

void append_course(doc::Document& document, const AppraisalView& view) {
    doc::KeyValues course;
    course.entries.emplace_back(
        form_word("performance.form_state"),
        form_word("performance.state_" + std::string(boost::describe::enum_to_string(view.state, ""))));
    if (!view.objection.reveal().empty()) {
        course.entries.emplace_back(form_word("performance.form_objection"), view.objection.reveal());
        course.entries.emplace_back(form_word("performance.form_objection_answer"),
                                    or_dash(view.objection_answer.reveal()));
    }
    if (view.version > 1)
        course.entries.emplace_back(form_word("performance.form_version", {{"version", std::to_string(view.version)}}),
                                    view.correction_reason.reveal());
    if (view.frozen_at)
        course.entries.emplace_back(form_word("performance.form_frozen"),
                                    or_dash(view.frozen_name.reveal()) + ", " +
                                        long_day_id(local_day(*view.frozen_at, 7)) + ", " +
                                        view.content_hash.substr(0, 16));
    document.blocks.emplace_back(std::move(course));
}

void append_form(doc::Document& document, const Appraisal& one, const AppraisalDesk& desk,
                 people::PeopleDirectory& people) {
    const AppraisalView view = view_of(one, desk, people);
    const auto number_of = [](const std::optional<people::PersonNow>& person) {
        return "NIP " + (person && person->person.nip ? person->person.nip->reveal() : std::string("–"));
    };
    const auto teacher = people.person({one.person_id});
    const auto assessor = one.assessor_person_id ? people.person({*one.assessor_person_id}) : std::nullopt;
    document.blocks.emplace_back(
        doc::TitleBlock{.issuer = view.school_name,
                        .title = form_word("performance.form_title", {{"year", std::to_string(one.year)}}),
                        .subtitle = form_word("performance.form_period", {{"year", std::to_string(one.year)}})});
    document.blocks.emplace_back(
        doc::KeyValues{{{form_word("performance.form_name"), view.person_name.reveal()},
                        {"NIP", number_of(teacher).substr(4)},
                        {form_word("performance.form_rank"), or_dash(teacher ? teacher->person.rank : "")},
                        {form_word("performance.form_indicator"), indicator_name(one.indicator, Language::id)},
                        {form_word("performance.form_regime"), view.regime}}});
    if (view.state != AppraisalState::frozen)
        document.blocks.emplace_back(doc::Callout{"", form_word("performance.form_not_frozen"), {}});
    document.blocks.emplace_back(steps_table(view));
    append_ratings(document, view);
    append_course(document, view);
    const std::string day = view.frozen_at ? long_day_id(local_day(*view.frozen_at, 7)) : "";
    document.blocks.emplace_back(
        doc::Signatures{{{day, form_word("performance.form_teacher"), view.person_name.reveal(), number_of(teacher)},
                         {day, form_word("performance.form_appraiser"), assessor ? assessor->person.name.reveal() : "",
                          number_of(assessor)}}});
}

}  // namespace

Result<std::string> appraisal_forms_pdf(const std::vector<Appraisal>& appraisals, const AppraisalDesk& desk,
                                        people::PeopleDirectory& people, const PrintStep& step) {
    if (appraisals.empty()) return refused("performance.nothing_to_print");
    doc::Document document{
        .title = form_word("performance.form_title", {{"year", std::to_string(appraisals.front().year)}}),
        .author = "Pamong",
        .created = desk.now};
    for (std::size_t i = 0; i < appraisals.size(); ++i) {
        if (i > 0) document.blocks.emplace_back(doc::PageBreak{});
        append_form(document, appraisals[i], desk, people);
        // Reading the records is about a third of the work, printing the rest.
        if (step)
            if (auto on = step(static_cast<double>(i) / static_cast<double>(appraisals.size()) / 3); !on)
                return refused(on.error());
    }
    const PrintStep rest = [&](double share) { return step(1.0 / 3 + share * 2 / 3); };
    auto printed = print_pdf(document, step ? rest : PrintStep{});
    if (!printed) return refused(printed.error());
    return std::move(printed->bytes);
}

}  // namespace pamong::performance
