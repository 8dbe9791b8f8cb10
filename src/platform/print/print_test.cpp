#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "platform/print/html.h"
#include "platform/print/pdf.h"
#include "platform/print/picture.h"
#include "platform/print/qr.h"
#include "platform/print/testing/sample_report.h"

namespace pamong {
namespace {

/// The PDF in a file of its own; keeps it when PAMONG_KEEP_PRINTS names a folder, for people who want to look.
class PrintedFile {
  public:
    explicit PrintedFile(const std::string& bytes, const std::string& name) {
        const char* keep = std::getenv("PAMONG_KEEP_PRINTS");
        kept_ = keep != nullptr;
        path_ = (kept_ ? std::filesystem::path(keep) : std::filesystem::temp_directory_path()) /
                (kept_ ? name : std::to_string(reinterpret_cast<std::uintptr_t>(this)) + "-" + name);
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    PrintedFile(const PrintedFile&) = delete;
    PrintedFile& operator=(const PrintedFile&) = delete;
    ~PrintedFile() {
        std::error_code ignored;
        if (!kept_) std::filesystem::remove(path_, ignored);
    }
    /// What a program of poppler-utils says about it.
    [[nodiscard]] std::string ask(const std::string& program, const std::string& after = "") const {
        std::string out;
        std::FILE* pipe = popen((program + " '" + path_.string() + "' " + after + " 2>&1").c_str(), "r");
        std::array<char, 4096> piece{};
        while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), pipe)) out.append(piece.data(), got);
        pclose(pipe);
        return out;
    }

  private:
    std::filesystem::path path_;
    bool kept_;
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(PrintPdf, ContainsWhatWasPutIn) {
    const auto printed = print_pdf(sample_report());
    ASSERT_TRUE(printed) << printed.error().code;
    const PrintedFile file(printed->bytes, "report.pdf");
    const std::string info = file.ask("pdfinfo");
    EXPECT_TRUE(has(info, "Pages:           " + std::to_string(printed->pages) + "\n")) << info;
    EXPECT_TRUE(has(info, "Title:           Laporan Evaluasi Program Pendampingan Guru"));
    EXPECT_TRUE(has(info, "Author:          Dinas Pendidikan Kota Palu"));
    EXPECT_TRUE(has(info, "Tagged:          yes"));
    EXPECT_TRUE(has(info, "A4"));
    const std::string text = file.ask("pdftotext -layout", "-");
    for (const char* part : {"DINAS PENDIDIKAN KOTA PALU", "4,2 poin", "Program layak dilanjutkan", "Guru 60",
                             "Rata-rata", "NIP 196803151994032001", "tidak ada data", "Kalteng"})
        EXPECT_TRUE(has(text, part)) << part;
    EXPECT_TRUE(has(text, "Halaman 1 dari " + std::to_string(printed->pages)));
    // 60 rows need more than one page: the heading row is there again on each.
    std::size_t headings = 0;
    for (auto at = text.find("Sekolah   "); at != std::string::npos; at = text.find("Sekolah   ", at + 1)) ++headings;
    EXPECT_GE(headings, 2U);
}

TEST(PrintPdf, LinksLeadToTheirPlaces) {
    const auto printed = print_pdf(sample_report());
    ASSERT_TRUE(printed);
    const PrintedFile file(printed->bytes, "links.pdf");
    const std::string destinations = file.ask("pdfinfo -dests");
    for (const char* anchor : {"\"ringkasan\"", "\"tabel\"", "\"catatan-1\"", "\"bagian-Pengesahan\""})
        EXPECT_TRUE(has(destinations, anchor)) << destinations;
    const std::string structure = file.ask("pdfinfo -struct-text");
    for (const char* tag : {"Table", "TH", "Figure", "H1"})
        EXPECT_TRUE(has(structure, tag)) << structure.substr(0, 600);
    EXPECT_TRUE(has(file.ask("pdftohtml -stdout -i -noframes"), "href="));
}

TEST(PrintPdf, IsTheSameForTheSameDocument) {
    EXPECT_EQ(print_pdf(sample_report())->bytes, print_pdf(sample_report())->bytes);
}

TEST(PrintPdf, RefusesBrokenReferences) {
    Document document;
    document.blocks.push_back(doc::Paragraph{doc::Text{doc::link("x", "#nowhere")}});
    EXPECT_EQ(print_pdf(document).error().code, "print.link_without_target");
    EXPECT_EQ(print_html(document).error().code, "print.link_without_target");
    document.blocks = {doc::Paragraph{doc::Text{doc::link("x", "javascript:alert(1)")}}};
    EXPECT_EQ(print_html(document).error().code, "print.bad_link");
    document.blocks = {doc::Paragraph{doc::Text{"a"}, "same"}, doc::Paragraph{doc::Text{"b"}, "same"}};
    EXPECT_EQ(print_pdf(document).error().code, "print.anchor_twice");
    document.blocks = {doc::Figure{doc::Picture{"no picture"}}};
    EXPECT_EQ(print_pdf(document).error().code, "print.bad_picture");
    document.blocks = {doc::Figure{Chart{}}};
    EXPECT_EQ(print_pdf(document).error().code, "chart.no_data");
}

TEST(PrintPdf, BreaksRowsParagraphsAndBoxesThatAreLongerThanAPage) {
    std::string longest;
    for (int i = 0; i < 4'000; ++i) longest += "kata" + std::to_string(i) + " ";
    Document document;
    document.orientation = doc::Orientation::landscape;
    document.blocks.push_back(doc::Table{"", {{"A"}, {"B"}}, {{doc::Text{longest}, doc::Text{"sedikit"}}}});
    document.blocks.push_back(doc::Paragraph{doc::Text{longest}});
    document.blocks.push_back(doc::Callout{"Judul", doc::Text{longest}});
    document.blocks.push_back(doc::Table{"", {{doc::Text{}}}, {{doc::Text{std::string(3'000, 'x')}}, {}}});
    document.blocks.push_back(doc::PageBreak{});
    const auto printed = print_pdf(document);
    ASSERT_TRUE(printed);
    const PrintedFile file(printed->bytes, "long.pdf");
    const std::string text = file.ask("pdftotext", "-");
    std::size_t found = 0;
    for (auto at = text.find("kata3999"); at != std::string::npos; at = text.find("kata3999", at + 1)) ++found;
    EXPECT_EQ(found, 3U);
    EXPECT_GT(printed->pages, 8);
}

TEST(PrintPdf, TakesAnEmptyDocumentAndBrokenText) {
    EXPECT_EQ(print_pdf(Document{})->pages, 1);
    Document document;
    document.title = "\xFF\xFE";
    document.blocks.push_back(doc::Heading{7, "\xC3(", "a b"});
    document.blocks.push_back(doc::Paragraph{doc::Text{doc::link("\xFF", "#a b")}});
    document.blocks.push_back(doc::Table{});
    document.blocks.push_back(doc::Signatures{});
    EXPECT_TRUE(print_pdf(document));
}

TEST(PrintHtml, EscapesTextAndLinksWithinTheDocument) {
    Document document;
    document.blocks.push_back(doc::Heading{1, "<script>alert('x')</script>", "atas"});
    document.blocks.push_back(doc::Paragraph{doc::Text{doc::bold("a & b"), doc::mark("1", "#n1")}});
    document.blocks.push_back(doc::Table{"T", {{"Nama"}}, {{doc::Text{"\"Sari\""}}}, 1});
    document.blocks.push_back(doc::Notes{{{"1", doc::Text{"catatan"}, "n1"}}});
    EXPECT_EQ(print_html(document, "r1-").value(),
              "<article class=\"print\" lang=\"id\">"
              "<h2 id=\"r1atas\">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</h2>"
              "<p><strong>a &amp; b</strong><sup><a href=\"#r1n1\">1</a></sup></p>"
              "<table><caption>T</caption><thead><tr><th scope=\"col\">Nama</th></tr></thead>"
              "<tbody><tr class=\"total\"><td>&quot;Sari&quot;</td></tr></tbody></table>"
              "<section class=\"notes\" role=\"doc-endnotes\"><p id=\"r1n1\"><span class=\"mark\">1</span> "
              "catatan</p></section>"
              "</article>");
    const auto whole = print_html(sample_report());
    ASSERT_TRUE(whole);
    EXPECT_TRUE(has(*whole, "<svg "));
    EXPECT_FALSE(has(*whole, "<script"));
    EXPECT_FALSE(has(*whole, " style="));
}

TEST(Qr, DrawsTheFinderPatterns) {
    const auto modules = qr_modules("https://pamong.example/v/1");
    ASSERT_TRUE(modules);
    // 26 bytes need version 2 at correction M: 25 modules a side (ISO/IEC 18004, table 7). Corners: 7 dark modules.
    EXPECT_EQ(modules->side, 25);
    for (std::size_t i = 0; i < 7; ++i) EXPECT_TRUE(modules->dark[i]);
    EXPECT_FALSE(modules->dark[7]);
    EXPECT_TRUE(has(qr_svg("x", "Kode <periksa>").value(), "aria-label=\"Kode &lt;periksa&gt;\""));
    EXPECT_EQ(qr_modules(std::string(2'332, 'x')).error().code, "print.qr_too_long");
    EXPECT_TRUE(qr_modules(std::string(2'331, 'x')));
    EXPECT_FALSE(qr_modules(""));
}

TEST(Base64, MatchesRfc4648) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64("fooba"), "Zm9vYmE=");
}

}  // namespace
}  // namespace pamong
