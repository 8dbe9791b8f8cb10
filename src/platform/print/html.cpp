#include "platform/print/html.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "platform/chart/svg.h"
#include "platform/markup.h"
#include "platform/print/anchors.h"
#include "platform/print/picture.h"
#include "platform/print/qr.h"

namespace pamong {
namespace {

class HtmlWriter {
  public:
    HtmlWriter(const DocumentAnchors& anchors, std::string_view prefix)
        : anchors_(anchors), prefix_(anchor_name(prefix)) {}

    Done operator()(const doc::TitleBlock& block) {
        out_ += "<header class=\"title\">";
        line("p", "issuer", block.issuer);
        line("h1", "", block.title);
        line("p", "subtitle", block.subtitle);
        for (const std::string& text : block.lines) line("p", "line", text);
        out_ += "</header>";
        return {};
    }
    Done operator()(const doc::Heading& block) {
        const int level = std::clamp(block.level, 1, 3) + 1;  // h1 is the title
        out_ +=
            fmt::format("<h{0}{1}>{2}</h{0}>", level, id(anchors_.of_heading.at(&block)), escaped_markup(block.text));
        return {};
    }
    Done operator()(const doc::Paragraph& block) {
        out_ += "<p" + id(block.anchor) + align(block.align) + ">" + inline_text(block.text) + "</p>";
        return {};
    }
    Done operator()(const doc::ItemList& block) {
        const std::string_view tag = block.numbered ? "ol" : "ul";
        out_ += fmt::format("<{}>", tag);
        for (const doc::Text& item : block.items) out_ += "<li>" + inline_text(item) + "</li>";
        out_ += fmt::format("</{}>", tag);
        return {};
    }
    Done operator()(const doc::Callout& block) {
        out_ += "<aside class=\"callout\"" + id(block.anchor) + ">";
        if (!block.title.empty()) out_ += "<p><strong>" + escaped_markup(block.title) + "</strong></p>";
        out_ += "<p>" + inline_text(block.text) + "</p></aside>";
        return {};
    }
    Done operator()(const doc::Table& block) {
        out_ += std::string("<table") + (block.dense ? " class=\"dense\"" : "") + id(block.anchor) + ">";
        line("caption", "", block.caption);
        if (has_headings(block)) {
            out_ += "<thead><tr>";
            for (const auto& column : block.columns)
                out_ += "<th scope=\"col\"" + align(column.align) + ">" + inline_text(column.heading) + "</th>";
            out_ += "</tr></thead>";
        }
        out_ += "<tbody>";
        for (std::size_t row = 0; row < block.rows.size(); ++row) {
            out_ += row + block.total_rows >= block.rows.size() ? "<tr class=\"total\">" : "<tr>";
            for (std::size_t column = 0; column < block.columns.size(); ++column)
                out_ += "<td" + align(block.columns[column].align) + ">" +
                        (column < block.rows[row].size() ? inline_text(block.rows[row][column]) : "") + "</td>";
            out_ += "</tr>";
        }
        out_ += "</tbody></table>";
        return {};
    }
    Done operator()(const doc::KeyValues& block) {
        out_ += "<dl>";
        for (const auto& [key, value] : block.entries)
            out_ += "<div><dt>" + escaped_markup(key) + "</dt><dd>" + inline_text(value) + "</dd></div>";
        out_ += "</dl>";
        return {};
    }
    Done operator()(const doc::Signatures& block) {
        out_ += "<div class=\"signatures\">";
        for (const doc::Signature& person : block.people) {
            out_ += "<div class=\"signature\">";
            line("p", "", person.place_and_day);
            line("p", "", person.role);
            line("p", "name", person.name);
            line("p", "", person.number);
            out_ += "</div>";
        }
        out_ += "</div>";
        return {};
    }
    Done operator()(const doc::Figure& block) {
        const auto content = std::visit([&](const auto& picture) { return picture_of(picture); }, block.content);
        if (!content) return refused(content.error());
        out_ += "<figure" + id(block.anchor) + ">" + *content;
        line("figcaption", "", block.caption);
        out_ += "</figure>";
        return {};
    }
    Done operator()(const doc::Notes& block) {
        out_ += "<section class=\"notes\" role=\"doc-endnotes\">";
        for (const doc::Note& note : block.notes)
            out_ += "<p" + id(note.anchor) + "><span class=\"mark\">" + escaped_markup(note.mark) + "</span> " +
                    inline_text(note.text) + "</p>";
        out_ += "</section>";
        return {};
    }
    Done operator()(const doc::PageBreak& /*block*/) {
        out_ += "<hr class=\"page-break\">";
        return {};
    }

    [[nodiscard]] const std::string& html() const { return out_; }

  private:
    static bool has_headings(const doc::Table& table) {
        return std::ranges::any_of(table.columns, [](const auto& column) { return !column.heading.spans.empty(); });
    }
    static std::string align(doc::Align where) {
        return where == doc::Align::start ? "" : where == doc::Align::centre ? " class=\"centre\"" : " class=\"end\"";
    }
    [[nodiscard]] std::string id(std::string_view anchor) const {
        return anchor.empty() ? "" : " id=\"" + prefix_ + anchor_name(anchor) + "\"";
    }
    void line(std::string_view tag, std::string_view css_class, std::string_view text) {
        if (text.empty()) return;
        const std::string attribute = css_class.empty() ? "" : fmt::format(" class=\"{}\"", css_class);
        out_ += fmt::format("<{0}{1}>{2}</{0}>", tag, attribute, escaped_markup(text));
    }
    [[nodiscard]] std::string inline_text(const doc::Text& text) const {
        std::string all;
        for (const doc::Span& span : text.spans) {
            std::string part = escaped_markup(span.text);
            if (span.bold) part = "<strong>" + part + "</strong>";
            if (span.italic) part = "<em>" + part + "</em>";
            if (span.link.starts_with('#'))
                part = "<a href=\"#" + prefix_ + anchor_name(std::string_view(span.link).substr(1)) + "\">" + part +
                       "</a>";
            else if (!span.link.empty())
                part = "<a href=\"" + escaped_markup(span.link) + "\" rel=\"noopener noreferrer\">" + part + "</a>";
            if (span.raised) part = "<sup>" + part + "</sup>";
            all += part;
        }
        return all;
    }
    Result<std::string> picture_of(const Chart& chart) {
        return chart_svg(chart, prefix_ + "chart-" + std::to_string(++pictures_));
    }
    static Result<std::string> picture_of(const doc::Picture& picture) {
        if (!png_size(picture.png)) return refused("print.bad_picture");
        return fmt::format(R"(<img src="data:image/png;base64,{}" alt="{}" width="{:.0f}">)", base64(picture.png),
                           escaped_markup(picture.alternative), picture.width_points / 0.75);
    }
    static Result<std::string> picture_of(const doc::QrCode& code) { return qr_svg(code.text, code.text); }

    const DocumentAnchors& anchors_;
    std::string prefix_;
    std::string out_;
    int pictures_ = 0;
};

}  // namespace

Result<std::string> print_html(const Document& document, std::string_view id_prefix) {
    const auto anchors = document_anchors(document);
    if (!anchors) return refused(anchors.error());
    HtmlWriter writer(*anchors, id_prefix);
    for (const doc::Block& block : document.blocks)
        if (auto done = std::visit(writer, block); !done) return refused(done.error());
    return "<article class=\"print\" lang=\"" + escaped_markup(document.language) + "\">" + writer.html() +
           "</article>";
}

}  // namespace pamong
