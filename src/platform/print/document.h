#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/time.h"
#include "platform/chart/chart.h"

/// A printed document as data: what is said, not how it is drawn. print/pdf.h and print/html.h draw the same one.
namespace pamong::doc {

/// A stretch of text in one style. `link` is empty, "#anchor" (a place in this document) or an https address.
struct Span {
    std::string text{};
    bool bold = false;
    bool italic = false;
    bool raised = false;  ///< a reference mark such as ¹
    std::string link{};
};

/// Text in several styles. `"plain"`, `bold("..")`, `{{"a"}, bold("b")}` all make one.
struct Text {
    std::vector<Span> spans{};
    Text() = default;
    Text(const char* plain) : spans{Span{plain}} {}             // NOLINT(google-explicit-constructor)
    Text(std::string plain) : spans{Span{std::move(plain)}} {}  // NOLINT(google-explicit-constructor)
    Text(Span span) : spans{std::move(span)} {}                 // NOLINT(google-explicit-constructor)
    Text(std::initializer_list<Span> several) : spans(several) {}
    [[nodiscard]] std::string plain() const;
};

inline Span bold(std::string text) { return {std::move(text), true, false, false, {}}; }
inline Span italic(std::string text) { return {std::move(text), false, true, false, {}}; }
inline Span link(std::string text, std::string target) {
    return {std::move(text), false, false, false, std::move(target)};
}
/// A small raised mark that leads to an anchor: the number of a source or of a footnote.
inline Span mark(std::string text, std::string target) {
    return {std::move(text), false, false, true, std::move(target)};
}

enum class Align : std::uint8_t { start, centre, end };

/// The first thing on page one: who issues it, what it is, about whom or when.
struct TitleBlock {
    std::string issuer{};
    std::string title{};
    std::string subtitle{};
    std::vector<std::string> lines{};
};

/// Level 1 to 3. Becomes an outline entry; an empty anchor is made from the text.
struct Heading {
    int level = 1;
    std::string text{};
    std::string anchor{};
};

struct Paragraph {
    Text text{};
    std::string anchor{};
    Align align = Align::start;
};

struct ItemList {
    std::vector<Text> items{};
    bool numbered = false;
};

/// A tinted box for what must not be missed: a judgement, a warning, a limit of the figures.
struct Callout {
    std::string title{};
    Text text{};
    std::string anchor{};
};

/// `width` is a share of the page width beside the other columns' shares.
struct TableColumn {
    Text heading{};
    double width = 1;
    Align align = Align::start;
};
struct Table {
    std::string caption{};
    std::vector<TableColumn> columns{};
    /// Headings repeat on every page. A row with fewer cells than columns ends with empty ones.
    std::vector<std::vector<Text>> rows{};
    /// How many rows at the end are sums: bold, with a line above.
    std::size_t total_rows = 0;
    std::string anchor{};
    /// Smaller type for wide tables.
    bool dense = false;
};

/// "Nama: Sari" lines with aligned values.
struct KeyValues {
    std::vector<std::pair<std::string, Text>> entries{};
    double key_share = 0.3;
};

/// One person who signs: "Palu, 20 November 2026" / "Kepala Sekolah" / space / "Nama" / "NIP ...".
struct Signature {
    std::string place_and_day{};
    std::string role{};
    std::string name{};
    std::string number{};
};
/// Side by side, at most three to a row; never torn apart by a page end.
struct Signatures {
    std::vector<Signature> people{};
};

/// PNG bytes.
struct Picture {
    std::string png{};
    double width_points = 300;
    std::string alternative{};
};
/// The text is drawn as a QR code (error correction M) of `side_points`.
struct QrCode {
    std::string text{};
    double side_points = 85;
};
struct Figure {
    std::variant<Chart, Picture, QrCode> content{};
    std::string caption{};
    std::string anchor{};
};

/// Numbered remarks that marks in the text lead to.
struct Note {
    std::string mark{};
    Text text{};
    std::string anchor{};
};
struct Notes {
    std::vector<Note> notes{};
};

struct PageBreak {};

using Block = std::variant<TitleBlock, Heading, Paragraph, ItemList, Callout, Table, KeyValues, Signatures, Figure,
                           Notes, PageBreak>;

enum class Orientation : std::uint8_t { portrait, landscape };

/// A4. Everything that could change between two runs (dates, names) is in here: the same document gives the same bytes.
struct Document {
    std::string title{};
    std::string author{};
    std::string subject{};
    std::string keywords{};
    std::string language = "id";
    Timestamp created{};
    Orientation orientation = Orientation::portrait;
    /// Small lines at the top of every page but the first, and at the foot of every page.
    std::string header_left{};
    std::string header_right{};
    std::string footer_left{};
    /// {page} and {pages} are filled in; empty takes print.page_of of words/print.json in the document's language.
    std::string page_words{};
    std::vector<Block> blocks{};
};

}  // namespace pamong::doc

namespace pamong {
using doc::Document;
}  // namespace pamong
