#include "features/workshops/adapters/report.h"

#include <algorithm>

#include "platform/json/described.h"
#include "platform/print/pdf.h"
#include "platform/words.h"

namespace pamong::workshops {
namespace {

std::string word(std::string_view key, const std::map<std::string, std::string>& values = {}) {
    return Words::all().text(Language::id, key, values);
}

doc::Table attendance_table(const Workshop& workshop) {
    doc::Table table{.caption = word("workshops.attendance_list"),
                     .columns = {{"No", 0.4, doc::Align::end},
                                 {word("workshops.name"), 2.4},
                                 {word("workshops.school"), 2.4},
                                 {word("workshops.level"), 0.8},
                                 {word("workshops.present"), 1},
                                 {word("workshops.signature"), 1.4}}};
    int number = 0;
    for (const Member& member : workshop.members)
        table.rows.push_back({std::to_string(++number), member.name.reveal(), member.school, member.level,
                              member.attended_at ? word("workshops.yes") : "–", ""});
    return table;
}

doc::Table product_matrix(const Workshop& workshop) {
    doc::Table table{.caption = word("workshops.product_matrix"),
                     .columns = {{word("workshops.name"), 2.4},
                                 {word("workshops.self_development_plan"), 1.3, doc::Align::centre},
                                 {word("workshops.school_programme_plan"), 1.3, doc::Align::centre},
                                 {word("workshops.engagement_strategy"), 1.3, doc::Align::centre}}};
    for (const Member& member : workshop.members) {
        if (member.role != MemberRole::participant) continue;
        std::vector<doc::Text> row{member.name.reveal()};
        for (const ProductKind kind : {ProductKind::self_development_plan, ProductKind::school_programme_plan,
                                       ProductKind::engagement_strategy}) {
            const bool there = std::ranges::any_of(workshop.products, [&](const Product& product) {
                return product.member == member.id && product.kind == kind;
            });
            row.emplace_back(there ? "✓" : "–");
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

doc::Table aims_table(const Workshop& workshop) {
    doc::Table table{.caption = word("workshops.aims"),
                     .columns = {{"No", 0.4, doc::Align::end},
                                 {word("workshops.aim"), 3},
                                 {word("workshops.reached"), 1},
                                 {word("workshops.note"), 2}}};
    for (const Aim& aim : workshop.aims)
        table.rows.push_back({std::to_string(aim.position), aim.aim,
                              aim.reached ? word("workshops.reached_" + std::string(name_of(*aim.reached))) : "–",
                              aim.note});
    return table;
}

}  // namespace

Result<std::string> report_pdf(const Workshop& workshop, Timestamp now) {
    const auto products = products_of(workshop);
    const auto came = attended(workshop, MemberRole::participant);
    const auto mentors = attended(workshop, MemberRole::practice_mentor);
    doc::Document document{.title = workshop.title, .author = "Pamong", .created = now};
    document.header_left = workshop.title;
    document.blocks = {
        doc::TitleBlock{.title = workshop.title, .subtitle = workshop.place, .lines = {long_day_id(workshop.held_on)}},
        doc::Heading{1, word("workshops.attendance_list"), {}},
        attendance_table(workshop),
        doc::Heading{1, word("workshops.agreement"), {}},
        doc::Paragraph{workshop.agreement.empty() ? "–" : workshop.agreement},
    };
    if (makes_plans(workshop)) {
        document.blocks.emplace_back(doc::Heading{1, word("workshops.product_matrix"), {}});
        document.blocks.emplace_back(product_matrix(workshop));
    }
    document.blocks.emplace_back(doc::Heading{1, word("workshops.aims"), {}});
    document.blocks.emplace_back(aims_table(workshop));
    document.blocks.emplace_back(doc::Heading{1, word("workshops.report"), {}});
    document.blocks.emplace_back(
        doc::Paragraph{word(makes_plans(workshop) ? "workshops.report_text" : "workshops.report_text_short",
                            {{"day", long_day_id(workshop.held_on)},
                             {"place", workshop.place},
                             {"participants", std::to_string(came)},
                             {"mentors", std::to_string(mentors)},
                             {"products", std::to_string(products.handed_in)},
                             {"expected", std::to_string(products.expected)}})});
    doc::Signatures signatures;
    for (const Member& member : workshop.members)
        if (member.role == MemberRole::practice_mentor)
            signatures.people.push_back({workshop.place + ", " + long_day_id(workshop.held_on),
                                         word("workshops.practice_mentor"), member.name.reveal(), ""});
    if (!signatures.people.empty()) document.blocks.emplace_back(std::move(signatures));
    auto printed = print_pdf(document);
    if (!printed) return refused(printed.error());
    return std::move(printed->bytes);
}

}  // namespace pamong::workshops
