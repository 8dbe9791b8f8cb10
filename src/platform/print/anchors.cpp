#include "platform/print/anchors.h"

#include <algorithm>

namespace pamong {
namespace {

/// Calls `take_anchor(name)` and `take_text(text)` for all that a block holds.
template <class TakeAnchor, class TakeText>
struct BlockWalk {
    TakeAnchor take_anchor;
    TakeText take_text;
    void operator()(const doc::TitleBlock& /*block*/) const {}
    void operator()(const doc::Heading& block) const { take_anchor(block.anchor); }
    void operator()(const doc::Paragraph& block) const { take_anchor(block.anchor), take_text(block.text); }
    void operator()(const doc::ItemList& block) const { std::ranges::for_each(block.items, take_text); }
    void operator()(const doc::Callout& block) const { take_anchor(block.anchor), take_text(block.text); }
    void operator()(const doc::Table& block) const {
        take_anchor(block.anchor);
        for (const auto& column : block.columns) take_text(column.heading);
        for (const auto& row : block.rows) std::ranges::for_each(row, take_text);
    }
    void operator()(const doc::KeyValues& block) const {
        for (const auto& [key, value] : block.entries) take_text(value);
    }
    void operator()(const doc::Signatures& /*block*/) const {}
    void operator()(const doc::Figure& block) const { take_anchor(block.anchor); }
    void operator()(const doc::Notes& block) const {
        for (const auto& note : block.notes) take_anchor(note.anchor), take_text(note.text);
    }
    void operator()(const doc::PageBreak& /*block*/) const {}
};

bool is_web_link(std::string_view link) {
    return std::ranges::any_of(std::initializer_list<std::string_view>{"https://", "http://", "mailto:"},
                               [&](std::string_view scheme) { return link.starts_with(scheme); }) &&
           std::ranges::none_of(link, [](unsigned char c) { return c <= 0x20 || c == '\\' || c == '"' || c == '<'; });
}

}  // namespace

std::string anchor_name(std::string_view text) {
    std::string name;
    for (const char c : text) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                          std::string_view(".:_-").contains(c);
        if (kept) name += c;
        else if (!name.empty() && name.back() != '-') name += '-';
    }
    while (name.ends_with('-')) name.pop_back();
    return name;
}

Result<DocumentAnchors> document_anchors(const Document& document) {
    DocumentAnchors anchors;
    std::string twice;
    const auto take_anchor = [&](const std::string& anchor) {
        if (!anchor.empty() && !anchors.all.insert(anchor_name(anchor)).second) twice = anchor;
    };
    const BlockWalk collect{take_anchor, [](const doc::Text&) {}};
    for (const doc::Block& block : document.blocks) std::visit(collect, block);
    if (!twice.empty()) return refused("print.anchor_twice", {{"anchor", twice}});

    for (const doc::Block& block : document.blocks) {
        const auto* heading = std::get_if<doc::Heading>(&block);
        if (heading == nullptr) continue;
        std::string name = anchor_name(heading->anchor);
        if (name.empty()) {
            const std::string base = "bagian-" + anchor_name(heading->text);
            name = base;
            for (int number = 2; !anchors.all.insert(name).second; ++number) name = base + "-" + std::to_string(number);
        }
        anchors.of_heading.emplace(heading, std::move(name));
    }

    Problem wrong;
    const auto check_text = [&](const doc::Text& text) {
        for (const doc::Span& span : text.spans) {
            if (span.link.empty() || !wrong.code.empty()) continue;
            if (!span.link.starts_with('#')) {
                if (!is_web_link(span.link)) wrong = {"print.bad_link", {}, {{"link", span.link}}, {}};
            } else if (!anchors.all.contains(anchor_name(span.link.substr(1)))) {
                wrong = {"print.link_without_target", {}, {{"link", span.link}}, {}};
            }
        }
    };
    const BlockWalk check{[](const std::string&) {}, check_text};
    for (const doc::Block& block : document.blocks) std::visit(check, block);
    if (!wrong.code.empty()) return refused(std::move(wrong));
    return anchors;
}

}  // namespace pamong
