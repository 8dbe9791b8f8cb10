#include <gtest/gtest.h>

#include "platform/sheets/number_format.h"
#include "platform/sheets/read.h"
#include "platform/sheets/stored_number.h"
#include "platform/sheets/testing/packed.h"
#include "platform/sheets/write.h"

namespace pamong {
namespace {

Result<Workbook> read_rows(const std::string& rows, const std::string& strings = "", const SheetLimits& limits = {}) {
    return read_xlsx(packed(xlsx_entries(rows, strings)), limits);
}
std::string code_of(const Result<Workbook>& book) { return book ? "read" : book.error().code; }

TEST(StoredNumber, IsWhatAPersonTyped) {
    EXPECT_EQ(stored_number("1.98503152010012E+17")->text, "198503152010012000");
    EXPECT_TRUE(stored_number("1.98503152010012E+17")->digits_lost);
    EXPECT_EQ(stored_number("198503152010012001")->text, "198503152010012001");
    EXPECT_FALSE(stored_number("198503152010012001")->digits_lost);
    EXPECT_TRUE(stored_number("198503152010012000")->digits_lost);
    EXPECT_EQ(stored_number("0.30000000000000004")->text, "0.3");  // 0.1 + 0.2 in binary
    EXPECT_EQ(stored_number("0.99999999999999989")->text, "1");
    EXPECT_EQ(stored_number("-12.50")->text, "-12.5");
    EXPECT_EQ(stored_number("1E-3")->text, "0.001");
    EXPECT_EQ(stored_number("00")->text, "0");
    EXPECT_FALSE(stored_number("1E999999999999"));
    EXPECT_FALSE(stored_number("12x"));
    EXPECT_FALSE(stored_number(""));
}

TEST(DateOfSerial, KnowsBothSystemsAndTheDayThatNeverWas) {
    EXPECT_EQ(date_text_of_serial(1, false), "1900-01-01");
    EXPECT_EQ(date_text_of_serial(59, false), "1900-02-28");
    EXPECT_EQ(date_text_of_serial(61, false), "1900-03-01");
    EXPECT_EQ(date_text_of_serial(25569, false), "1970-01-01");  // 25,569 days from 1899-12-30
    EXPECT_EQ(date_text_of_serial(0, true), "1904-01-01");
    EXPECT_EQ(date_text_of_serial(46346.3229166667, false), "2026-11-20T07:45:00");
    EXPECT_EQ(date_text_of_serial(0.3229166667, false), "07:45:00");
    EXPECT_EQ(date_text_of_serial(-1, false), "");
    EXPECT_EQ(date_text_of_serial(1e300, false), "");
}

TEST(NumberFormat, TellsDaysFromNumbers) {
    EXPECT_TRUE(number_format("[$-421]dd mmmm yyyy;@").date);
    EXPECT_TRUE(number_format("h:mm").date);
    EXPECT_FALSE(number_format("#,##0.00 \"days\"").date);
    EXPECT_FALSE(number_format("0\\d").date);
    EXPECT_FALSE(number_format("[Red]0.00").date);
    EXPECT_EQ(number_format("00000000").padded_to, 8U);
}

TEST(ReadXlsx, ReadsStringsNumbersDatesAndTruth) {
    const auto book = read_rows(
        R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>di sini</t></is></c></row>)"
        R"(<row r="3"><c r="A3" s="1"><v>46346</v></c><c r="B3" s="2"><v>46346</v></c><c r="C3"><v>7.5</v></c>)"
        R"(<c r="D3" t="b"><v>1</v></c><c r="E3" s="3"><v>40205</v></c><c r="F3" t="str"><v>hasil</v></c>)"
        R"(<c r="G3" t="e"><v>#N/A</v></c><c r="H3" s="1"/></row>)",
        R"(<si><r><t>Na</t></r><r><t>ma_x000D_</t></r><rPh><t>x</t></rPh></si>)");
    ASSERT_TRUE(book) << book.error().code;
    const Sheet& sheet = book->sheets.at(0);
    EXPECT_EQ(sheet.name, "Guru");
    EXPECT_EQ(sheet.at(0, 0), text_cell("Nama\r"));
    EXPECT_EQ(sheet.at(0, 1).kind, CellKind::empty);
    EXPECT_EQ(sheet.at(0, 2).text, "di sini");
    EXPECT_TRUE(sheet.rows.at(1).empty());
    EXPECT_EQ(sheet.at(2, 0), date_cell("2026-11-20"));
    EXPECT_EQ(sheet.at(2, 1), date_cell("2026-11-20"));
    EXPECT_EQ(sheet.at(2, 2), number_cell("7.5"));
    EXPECT_EQ(sheet.at(2, 3).text, "true");
    EXPECT_EQ(sheet.at(2, 4).text, "00040205");  // a school number shown with zeros in front
    EXPECT_EQ(sheet.at(2, 5).text, "hasil");
    EXPECT_EQ(sheet.rows[2].size(), 7U);
    ASSERT_EQ(book->notes.size(), 1U);
    EXPECT_EQ(book->notes[0].at, "Guru!G3");
}

TEST(ReadXlsx, ReportsALongNumberThatWasKeptAsAFloat) {
    const auto book = read_rows(R"(<row r="14"><c r="C14"><v>1.9850315201001201E+17</v></c></row>)");
    ASSERT_TRUE(book);
    EXPECT_EQ(book->sheets[0].at(13, 2).text, "198503152010012000");
    EXPECT_TRUE(book->sheets[0].at(13, 2).digits_lost);
    ASSERT_EQ(book->notes.size(), 1U);
    EXPECT_EQ(book->notes[0].code, "sheets.digits_lost");
    EXPECT_EQ(book->notes[0].at, "Guru!C14");
}

TEST(ReadXlsx, ReadsMergedCellsAndSpreadsThemOnDemand) {
    auto entries = xlsx_entries("");
    entries.back().second = R"(<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Alamat</v></c></row>)"
                            R"(<row r="2"><c r="A2" t="str"><v>RT</v></c></row></sheetData>)"
                            R"(<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="zzz"/></mergeCells></worksheet>)";
    auto book = read_xlsx(packed(entries));
    ASSERT_TRUE(book);
    Sheet& sheet = book->sheets[0];
    EXPECT_EQ(sheet.merged, (std::vector<CellRange>{{0, 0, 0, 2}}));
    EXPECT_EQ(sheet.at(0, 2).text, "");
    spread_merged(sheet);
    EXPECT_EQ(sheet.at(0, 2).text, "Alamat");
    EXPECT_EQ(sheet.at(1, 2).text, "");
    sheet.rows.resize(100'000);
    sheet.merged = {{0, 0, 1'048'575, 16'383}};
    spread_merged(sheet);  // 1.6 thousand million cells: left alone
    EXPECT_TRUE(sheet.rows[99'999].empty());
}

TEST(ReadXlsx, NamesTheCellThatCannotBeRead) {
    const auto number = read_rows(R"(<row r="2"><c r="B2"><v>dua</v></c></row>)");
    ASSERT_FALSE(number);
    EXPECT_EQ(number.error().code, "sheets.bad_cell");
    EXPECT_EQ(number.error().at, "Guru!B2");
    EXPECT_EQ(code_of(read_rows(R"(<row r="2"><c r="B2" t="s"><v>9</v></c></row>)")), "sheets.bad_cell");
    EXPECT_EQ(code_of(read_rows(R"(<row r="2"><c r="2B"><v>9</v></c></row>)")), "sheets.bad_cell");
    EXPECT_EQ(code_of(read_rows(R"(<row r="0"><c><v>9</v></c></row>)")), "sheets.bad_cell");
}

// --- hostile files ---

TEST(ReadXlsx, RefusesAZipBomb) {
    // 40 MiB of blanks pack to about 40 KiB: 1 to 1,000.
    auto entries = xlsx_entries("");
    entries.back().second = "<worksheet>" + std::string(40U << 20U, ' ') + "</worksheet>";
    const std::string bytes = packed(entries);
    EXPECT_LT(bytes.size(), 100U << 10U);
    EXPECT_EQ(code_of(read_xlsx(bytes)), "sheets.zip_bomb");
    SheetLimits small;
    small.entry_bytes = 1U << 20U;
    EXPECT_EQ(code_of(read_xlsx(bytes, small)), "sheets.too_large");
}

TEST(ReadXlsx, RefusesMoreMarkupThanItWillHold) {
    SheetLimits small;
    small.markup = 1'000;
    std::string rows;
    for (int i = 0; i < 1'000; ++i) rows += "<row/>";
    const auto book = read_rows(rows, "", small);
    ASSERT_FALSE(book);
    EXPECT_EQ(book.error().values.at("what"), "markup");
    EXPECT_EQ(book.error().values.at("sheet"), "Guru");
}

TEST(ReadXlsx, RefusesDocumentTypesSoNothingIsExpanded) {
    auto entries = xlsx_entries("");
    entries.back().second =
        R"(<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>)"
        R"(<worksheet><sheetData><row><c t="str"><v>&b;&f;</v></c></row></sheetData></worksheet>)";
    EXPECT_EQ(code_of(read_xlsx(packed(entries))), "sheets.doctype");
    // Without a document type an unknown entity is just text.
    const auto plain = read_rows(R"(<row><c t="str"><v>&f;</v></c></row>)");
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->sheets[0].at(0, 0).text, "&f;");
}

TEST(ReadXlsx, SurvivesDeepNesting) {
    std::string deep;
    for (int i = 0; i < 300'000; ++i) deep += "<a>";
    for (int i = 0; i < 300'000; ++i) deep += "</a>";
    SheetLimits packed_well;
    packed_well.ratio = 2'000;
    EXPECT_EQ(code_of(read_rows(deep, "", packed_well)), "read");
    std::string never_closed;
    for (int i = 0; i < 200'000; ++i) never_closed += "<r>";
    EXPECT_EQ(code_of(read_rows(never_closed)), "sheets.bad_xml");
}

TEST(ReadXlsx, LooksNamesUpInTheArchiveOnly) {
    auto entries = xlsx_entries(R"(<row><c t="str"><v>aman</v></c></row>)");
    entries.emplace_back("../../../../tmp/evil.txt", "x");
    EXPECT_EQ(code_of(read_xlsx(packed(entries))), "read");
    for (const std::string target : {"../../../etc/passwd", "/etc/passwd", "file:///etc/passwd"}) {
        auto climbing = xlsx_entries("");
        climbing[2].second =
            R"(<Relationships><Relationship Id="r1" Type="x/worksheet" Target=")" + target + R"("/></Relationships>)";
        EXPECT_EQ(code_of(read_xlsx(packed(climbing))), "sheets.not_xlsx") << target;
    }
}

TEST(ReadXlsx, RefusesHugeCounts) {
    EXPECT_EQ(code_of(read_rows(R"(<row r="99999999"><c r="A99999999"><v>1</v></c></row>)")), "sheets.too_large");
    EXPECT_EQ(code_of(read_rows(R"(<row><c r="ZZZ1"><v>1</v></c></row>)")), "sheets.too_large");
    EXPECT_EQ(code_of(read_rows(R"(<row r="99999999999999999999"><c><v>1</v></c></row>)")), "sheets.bad_cell");
    // Gaps count: 70 rows that begin in the last column would make 70 x 16,384 empty cells.
    std::string wide;
    for (int row = 1; row <= 70; ++row) wide += "<row><c r=\"XFD" + std::to_string(row) + "\"><v>1</v></c></row>";
    EXPECT_EQ(code_of(read_rows(wide)), "sheets.too_large");
    // One long shared string referred to again and again.
    SheetLimits small;
    small.text_bytes = 10'000;
    std::string repeated;
    for (int row = 0; row < 20; ++row) repeated += R"(<row><c t="s"><v>0</v></c></row>)";
    const auto book = read_rows(repeated, "<si><t>" + std::string(1'000, 'x') + "</t></si>", small);
    ASSERT_FALSE(book);
    EXPECT_EQ(book.error().values.at("what"), "text_bytes");
    std::vector<std::pair<std::string, std::string>> many;
    for (int i = 0; i < 2'100; ++i) many.emplace_back("f" + std::to_string(i), "");
    EXPECT_EQ(code_of(read_xlsx(packed(many))), "sheets.too_large");
}

TEST(ReadXlsx, RefusesBrokenArchives) {
    const std::string good = packed(xlsx_entries("<row><c><v>1</v></c></row>"));
    EXPECT_EQ(code_of(read_xlsx("")), "sheets.empty_file");
    EXPECT_EQ(code_of(read_xlsx(good.substr(0, good.size() / 2))), "sheets.bad_zip");
    EXPECT_EQ(code_of(read_xlsx(packed({{"hello.txt", "x"}}))), "sheets.not_xlsx");
    for (std::size_t at = 0; at < good.size(); at += 7) {
        std::string flipped = good;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
        (void)read_xlsx(flipped);  // any answer will do, as long as there is one
    }
}

TEST(ReadTable, ChoosesByContentNotByName) {
    EXPECT_EQ(code_of(read_table(packed(xlsx_entries("<row><c><v>1</v></c></row>")), "guru.csv")), "read");
    const auto csv = read_table("a,b\n1,2\n", "C:\\temp\\..\\Data Guru.xlsx");
    ASSERT_TRUE(csv);
    EXPECT_EQ(csv->sheets[0].name, "Data Guru");
    EXPECT_EQ(code_of(read_table("", "a.csv")), "sheets.empty_file");
    EXPECT_EQ(code_of(read_table("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", "a.xlsx")), "sheets.old_excel");
    EXPECT_EQ(code_of(read_table("\r\n<HTML><table>", "a.xls")), "sheets.is_html");
    EXPECT_EQ(code_of(read_table("%PDF-1.7", "a.csv")), "sheets.not_a_table");
    EXPECT_EQ(code_of(read_table("PK\3\4........mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "a.ods")),
              "sheets.is_ods");
}

TEST(WriteXlsx, GivesBackWhatWasWritten) {
    Sheet guru{
        .name = "Guru",
        .rows = {{text_cell("NIP"), text_cell("Nilai"), text_cell("Tanggal"), text_cell("Catatan")},
                 {text_cell("198503152010012001"), number_cell("87.5"), date_cell("2026-11-20"), text_cell("=1+1")},
                 {text_cell("0012"), number_cell("198503152010012001"), date_cell("2026-11-20T07:45:00"),
                  text_cell(" <&> \n\x01_x000D_ \xC3\xA9")}}};
    Sheet hidden{.name = "Kode", .rows = {{text_cell("x")}}, .hidden = true};
    const auto bytes = write_xlsx(std::vector<Sheet>{hidden, guru}, {.title = "Daftar"});
    ASSERT_TRUE(bytes);
    const auto book = read_xlsx(*bytes);
    ASSERT_TRUE(book) << book.error().code;
    ASSERT_EQ(book->sheets.size(), 2U);
    EXPECT_TRUE(book->sheets[0].hidden);
    Sheet expected = guru;
    expected.rows[2][1].kind = CellKind::text;  // 18 digits are too many for a number of a spreadsheet
    EXPECT_EQ(book->sheets[1].rows, expected.rows);
    EXPECT_EQ(bytes, write_xlsx(std::vector<Sheet>{hidden, guru}, {.title = "Daftar"}));
}

TEST(WriteXlsx, MakesSheetNamesValidAndDifferent) {
    std::vector<Sheet> sheets(3);
    sheets[0].name = "Nilai/Guru [2026]: semua mata pelajaran";
    sheets[1].name = "GURU";
    sheets[2].name = "guru";
    for (Sheet& sheet : sheets) sheet.rows = {{text_cell("x")}};
    const auto book = read_xlsx(*write_xlsx(sheets));
    ASSERT_TRUE(book);
    EXPECT_EQ(book->sheets[0].name, "Nilai Guru  2026   semua mata p");
    EXPECT_EQ(book->sheets[2].name, "guru (2)");
}

TEST(WriteXlsx, NamesTheCellThatIsTooLong) {
    Sheet sheet{.name = "Guru", .rows = {{}, {text_cell(""), text_cell(std::string(32'768, 'x'))}}};
    const auto bytes = write_xlsx(std::vector<Sheet>{sheet});
    ASSERT_FALSE(bytes);
    EXPECT_EQ(bytes.error().at, "Guru!B2");
}

}  // namespace
}  // namespace pamong
