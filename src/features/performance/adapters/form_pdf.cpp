#include "features/performance/adapters/form_pdf.h"

#include "features/performance/adapters/sql_appraisal_store.h"
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

void append_form(doc::Document& document, const Appraisal& one, const PredicateMatrix& matrix,
                 people::PeopleDirectory& people) {
    const auto found = people.person({one.person_id});
    const std::string name = found ? found->person.name.reveal() : "–";
    const std::string nip = found && found->person.nip ? found->person.nip->reveal() : "–";
    document.blocks.emplace_back(
        doc::TitleBlock{.issuer = found ? found->school_name : "",
                        .title = form_word("performance.form_title", {{"year", std::to_string(one.year)}})});
    document.blocks.emplace_back(
        doc::KeyValues{{{form_word("performance.form_name"), name},
                        {"NIP", nip},
                        {form_word("performance.form_indicator"), one.indicator},
                        {form_word("performance.form_regime"), std::string(code_of(one.course.regime))}}});
    doc::Table steps{.columns = {{form_word("performance.form_step"), 2},
                                 {form_word("performance.form_date"), 1},
                                 {form_word("performance.form_place"), 1.4},
                                 {form_word("performance.form_agreed"), 3}}};
    for (const auto& line : lines_of(one.practice))
        steps.rows.push_back(
            {form_word("performance.form_" + std::string(boost::describe::enum_to_string(line.step, ""))),
             long_day_id(line.date), line.place, line.agreed_action.reveal()});
    document.blocks.emplace_back(std::move(steps));
    doc::KeyValues ratings{{{form_word("performance.form_work_result"), expectation_word(one.work_result)},
                            {form_word("performance.form_behaviour"), expectation_word(one.behaviour)}}};
    if (one.work_result && one.behaviour) {
        const auto& predicate = matrix.predicate_of(*one.work_result, *one.behaviour);
        ratings.entries.emplace_back(form_word("performance.form_predicate"), doc::bold(predicate.name_id));
        ratings.entries.emplace_back(form_word("performance.form_rule"), matrix.source.source);
    }
    if (one.frozen_at)
        ratings.entries.emplace_back(form_word("performance.form_frozen"),
                                     long_day_id(local_day(*one.frozen_at, 7)) + ", " + one.content_hash.substr(0, 16));
    document.blocks.emplace_back(std::move(ratings));
    document.blocks.emplace_back(doc::Signatures{{{"", form_word("performance.form_teacher"), name, "NIP " + nip},
                                                  {"", form_word("performance.form_appraiser"), "", "NIP"}}});
}

}  // namespace

Result<std::string> appraisal_forms_pdf(const std::vector<Appraisal>& appraisals, const PredicateMatrix& matrix,
                                        people::PeopleDirectory& people, Timestamp now) {
    if (appraisals.empty()) return refused("performance.nothing_to_print");
    doc::Document document{
        .title = form_word("performance.form_title", {{"year", std::to_string(appraisals.front().year)}}),
        .author = "Pamong",
        .created = now};
    for (std::size_t i = 0; i < appraisals.size(); ++i) {
        if (i > 0) document.blocks.emplace_back(doc::PageBreak{});
        append_form(document, appraisals[i], matrix, people);
    }
    auto printed = print_pdf(document);
    if (!printed) return refused(printed.error());
    return std::move(printed->bytes);
}

}  // namespace pamong::performance
