// Titles, running text, lists, boxes, signatures and notes on pages.
#include "platform/print/pdf_blocks.h"

#include <algorithm>
#include <memory>

namespace pamong {

void BlockPrinter::line(const std::string& text, const TypeStyle& style, const char* tag) {
    if (!text.empty()) pages_.flow(set(text, style, pages_.width()), pages_.left(), tag);
}

void BlockPrinter::rectangle(double x, double y, double width, double height, std::uint32_t rgb) {
    pages_.add([=](cairo_t* cairo) {
        set_rgb(cairo, rgb);
        cairo_rectangle(cairo, x, y, width, height);
        cairo_fill(cairo);
    });
}

Done BlockPrinter::operator()(const doc::TitleBlock& block) {
    line(block.issuer, {9.5, true, PrintColours::quiet}, "P");
    pages_.advance(block.issuer.empty() ? 0 : 6);
    line(block.title, {20, true, PrintColours::accent}, "H1");
    line(block.subtitle, {12, false, PrintColours::ink}, "P");
    if (!block.lines.empty()) pages_.advance(5);
    for (const std::string& text : block.lines) line(text, {9.5, false, PrintColours::quiet}, "P");
    pages_.advance(8);
    rectangle(pages_.left(), pages_.y(), pages_.width(), 1.4, PrintColours::accent);
    pages_.advance(8);
    return {};
}

Done BlockPrinter::operator()(const doc::Heading& block) {
    static constexpr double sizes[] = {14, 11.5, 10.5};
    static constexpr double before[] = {20, 14, 10};
    static constexpr const char* tags[] = {"H1", "H2", "H3"};
    const int level = std::clamp(block.level, 1, 3);
    const auto index = static_cast<std::size_t>(level - 1);
    const TypeStyle style{sizes[index], true, level == 1 ? PrintColours::accent : PrintColours::ink};
    SetText text = set(block.text, style, pages_.width());
    pages_.space(before[index]);
    pages_.need(text.height() + 48);  // never alone at the foot of a page
    const std::string& anchor = anchors_.of_heading.at(&block);
    pages_.place(anchor);
    pages_.outline(level, block.text, anchor);
    pages_.flow(std::move(text), pages_.left(), tags[index]);
    pages_.advance(4);
    return {};
}

Done BlockPrinter::operator()(const doc::Paragraph& block) {
    pages_.space(4);
    if (!block.anchor.empty()) pages_.need(30);  // the place stays with its text
    pages_.place(block.anchor);
    pages_.flow(set(block.text, {10, false, PrintColours::ink, block.align}, pages_.width()), pages_.left(), "P");
    pages_.advance(4);
    return {};
}

Done BlockPrinter::operator()(const doc::ItemList& block) {
    constexpr double indent = 20;
    pages_.space(3);
    for (std::size_t i = 0; i < block.items.size(); ++i) {
        const std::string mark = block.numbered ? std::to_string(i + 1) + "." : "\u2022";
        SetText text = set(block.items[i], {10}, pages_.width() - indent);
        pages_.need(text.height(0, std::min<std::size_t>(2, text.lines())));
        pages_.add(
            [label = std::make_unique<SetText>(context_, mark, TypeStyle{10, false, PrintColours::accent}, indent),
             x = pages_.left() + 5, y = pages_.y()](cairo_t* cairo) { label->draw(cairo, x, y, 0, label->lines()); });
        pages_.flow(std::move(text), pages_.left() + indent, "P");
        pages_.advance(2);
    }
    pages_.advance(3);
    return {};
}

Done BlockPrinter::operator()(const doc::Callout& block) {
    constexpr double pad = 9;
    pages_.space(7);
    const double inner = pages_.width() - 2 * pad - 4;
    SetText text = set(block.text, {10}, inner);
    SetText title = set(block.title, {10, true, PrintColours::accent}, inner);
    const double title_height = block.title.empty() ? 0 : title.height() + 2;
    const double whole = title_height + text.height() + 2 * pad;
    pages_.need(std::min(whole, pages_.body()));
    pages_.place(block.anchor);
    const double x = pages_.left() + pad + 4;
    const auto box = [this](double y, double height) {
        rectangle(pages_.left(), y, pages_.width(), height, PrintColours::tint);
        rectangle(pages_.left(), y, 3.5, height, PrintColours::accent);
    };
    if (whole <= pages_.room()) {
        box(pages_.y(), whole);
        pages_.advance(pad);
        if (!block.title.empty()) pages_.flow(std::move(title), x, "P"), pages_.advance(2);
        pages_.flow(std::move(text), x, "P");
        pages_.advance(pad);
    } else {  // longer than a page: each piece gets its own tint
        const auto behind = [&](double height) { box(pages_.y(), height); };
        if (!block.title.empty()) pages_.flow(std::move(title), x, "P", behind);
        pages_.flow(std::move(text), x, "P", behind);
    }
    pages_.advance(7);
    return {};
}

Done BlockPrinter::operator()(const doc::KeyValues& block) {
    const double key_width = pages_.width() * std::clamp(block.key_share, 0.1, 0.7);
    pages_.space(4);
    for (const auto& [key, value] : block.entries) {
        SetText name = set(key, {10, false, PrintColours::quiet}, key_width - 10);
        SetText text = set(value, {10}, pages_.width() - key_width);
        const double name_height = name.height();
        pages_.need(std::max(name_height, text.height(0, std::min<std::size_t>(2, text.lines()))));
        const bool one_page = std::max(name_height, text.height()) <= pages_.room();
        pages_.add([label = std::make_unique<SetText>(std::move(name)), x = pages_.left(), y = pages_.y()](
                       cairo_t* cairo) { tagged(cairo, "P", [&] { label->draw(cairo, x, y, 0, label->lines()); }); });
        const double text_height = text.height();
        pages_.flow(std::move(text), pages_.left() + key_width, "P");
        if (one_page) pages_.advance(std::max(0.0, name_height - text_height));
        pages_.advance(2.5);
    }
    pages_.advance(4);
    return {};
}

Done BlockPrinter::operator()(const doc::Signatures& block) {
    constexpr std::size_t most = 3;
    constexpr double sign_space = 52;
    for (std::size_t first = 0; first < block.people.size(); first += most) {
        const std::size_t count = std::min(most, block.people.size() - first);
        // A single signature stands on the right, as on Indonesian letters.
        const auto columns = static_cast<double>(std::max<std::size_t>(2, count));
        const double wide = pages_.width() / columns;
        pages_.space(16);
        double above = 0;
        double below = 0;
        std::vector<std::pair<SetText, SetText>> set_people;
        for (std::size_t i = 0; i < count; ++i) {
            const doc::Signature& person = block.people[first + i];
            doc::Text head;
            head.spans = {{(person.place_and_day.empty() ? " " : person.place_and_day) + "\n" + person.role}};
            doc::Text foot;
            foot.spans = {doc::bold(person.name), {person.number.empty() ? "" : "\n" + person.number}};
            set_people.emplace_back(set(head, {10}, wide - 16), set(foot, {10}, wide - 16));
            above = std::max(above, set_people.back().first.height());
            below = std::max(below, set_people.back().second.height());
        }
        pages_.need(above + sign_space + below);
        for (std::size_t i = 0; i < count; ++i) {
            const double x = pages_.left() + (static_cast<double>(i) + (count == 1 ? 1 : 0)) * wide;
            auto person = std::make_unique<std::pair<SetText, SetText>>(std::move(set_people[i]));
            pages_.add([person = std::move(person), x, y = pages_.y(),
                        foot = pages_.y() + above + sign_space](cairo_t* cairo) {
                tagged(cairo, "P", [&] { person->first.draw(cairo, x, y, 0, person->first.lines()); });
                tagged(cairo, "P", [&] { person->second.draw(cairo, x, foot, 0, person->second.lines()); });
            });
            rectangle(x, pages_.y() + above + sign_space - 1.5, wide - 30, 0.6, PrintColours::ink);
        }
        pages_.advance(above + sign_space + below + 6);
    }
    return {};
}

Done BlockPrinter::operator()(const doc::Notes& block) {
    constexpr double indent = 24;
    pages_.space(12);
    pages_.need(30);
    rectangle(pages_.left(), pages_.y(), 120, 0.6, PrintColours::rule);
    pages_.advance(5);
    for (const doc::Note& note : block.notes) {
        SetText text = set(note.text, {8.5}, pages_.width() - indent);
        pages_.need(text.height(0, std::min<std::size_t>(2, text.lines())));
        pages_.place(note.anchor);
        pages_.add(
            [label = std::make_unique<SetText>(context_, note.mark, TypeStyle{8.5, true, PrintColours::accent}, indent),
             x = pages_.left(), y = pages_.y()](cairo_t* cairo) {
                tagged(cairo, "P", [&] { label->draw(cairo, x, y, 0, label->lines()); });
            });
        pages_.flow(std::move(text), pages_.left() + indent, "P");
        pages_.advance(2);
    }
    return {};
}

Done BlockPrinter::operator()(const doc::PageBreak& /*block*/) {
    if (!pages_.at_top()) pages_.next_page();
    return {};
}

}  // namespace pamong
