#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "platform/sheets/encoding.h"
#include "platform/sheets/read.h"
#include "platform/sheets/write.h"

namespace pamong {
namespace {

std::vector<std::vector<std::string>> texts(const Result<Workbook>& book) {
    std::vector<std::vector<std::string>> rows;
    if (!book) return {{"refused: " + book.error().code}};
    for (const auto& row : book->sheets.at(0).rows) {
        auto& out = rows.emplace_back();
        for (const Cell& cell : row) out.push_back(cell.text);
    }
    return rows;
}
using Rows = std::vector<std::vector<std::string>>;

TEST(ReadCsv, TakesCommaSemicolonAndTab) {
    const Rows expected{{"nama", "nilai"}, {"Sari", "7,5"}, {"Adi", "8"}};
    EXPECT_EQ(texts(read_csv("nama,nilai\r\nSari,\"7,5\"\r\nAdi,8\r\n")), expected);
    EXPECT_EQ(texts(read_csv("nama;nilai\nSari;7,5\nAdi;8")), expected);
    EXPECT_EQ(texts(read_csv("nama\tnilai\rSari\t7,5\rAdi\t8\r")), expected);
    EXPECT_EQ(texts(read_csv("sep=;\r\nnama;nilai\nSari;7,5\nAdi;8")), expected);
}

TEST(ReadCsv, KeepsQuotesAndLineBreaksWithinQuotes) {
    EXPECT_EQ(texts(read_csv("a,b\n\"ia berkata \"\"ya\"\"\",\"dua\r\nbaris\"\n")),
              (Rows{{"a", "b"}, {"ia berkata \"ya\"", "dua\r\nbaris"}}));
    const auto loose = read_csv("a,b\n\"x\" y,z\n");
    EXPECT_EQ(texts(loose), (Rows{{"a", "b"}, {"x y", "z"}}));
    ASSERT_EQ(loose->notes.size(), 1U);
    EXPECT_EQ(loose->notes[0].code, "sheets.quote_in_field");
    EXPECT_EQ(loose->notes[0].at, "CSV!A2");
}

TEST(ReadCsv, RefusesAQuoteThatNeverEndsWithItsRow) {
    const auto book = read_csv("a,b\n1,2\n\"offen,3\n4,5\n", "Guru");
    ASSERT_FALSE(book);
    EXPECT_EQ(book.error().code, "sheets.open_quote");
    EXPECT_EQ(book.error().at, "Guru!3");
}

TEST(ReadCsv, ReportsRaggedRowsWithTheirNumber) {
    const auto book = read_csv("a,b,c\n1,2,3\n1,2\n1,2,3,4\n\n1,2,3,\n", "Data Guru");
    ASSERT_TRUE(book);
    // Row 3 is short, row 4 is long; a blank line and an empty cell too many are no fault.
    ASSERT_EQ(book->notes.size(), 2U);
    EXPECT_EQ(book->notes[0].at, "'Data Guru'!3");
    EXPECT_EQ(book->notes[0].values.at("cells"), "2");
    EXPECT_EQ(book->notes[1].at, "'Data Guru'!4");
    EXPECT_EQ(book->notes[1].values.at("expected"), "3");
}

TEST(ReadCsv, ReadsUtf8Utf16AndWindows1252) {
    const Rows expected{{"Ren\u00E9", "\u2013"}};
    EXPECT_EQ(texts(read_csv("\xEF\xBB\xBFRen\xC3\xA9,\xE2\x80\x93\n")), expected);
    using namespace std::string_view_literals;
    EXPECT_EQ(texts(read_csv("\xFF\xFER\0e\0n\0\xE9\0,\0\x13\x20\n\0"sv)), expected);
    EXPECT_EQ(texts(read_csv("\xFE\xFF\0R\0e\0n\0\xE9\0,\x20\x13\0\n"sv)), expected);
    const auto old = read_csv("Ren\xE9,\x96\n");
    EXPECT_EQ(texts(old), expected);
    ASSERT_EQ(old->notes.size(), 1U);
    EXPECT_EQ(old->notes[0].values.at("encoding"), "Windows-1252");
    EXPECT_EQ(read_csv("\xFF\xFE\0\xD8x\0"sv).error().code, "sheets.bad_encoding");  // half a surrogate pair
    EXPECT_EQ(texts(read_csv("\xFF\xFE\x3D\xD8\x00\xDE\n\0"sv)), (Rows{{"\U0001F600"}}));
}

TEST(ReadCsv, KeepsLongDigitStringsAndReportsLostOnes) {
    const auto book = read_csv("nip;nama\n198503152010012001;Sari\n1,98503E+17;Adi\n", "Guru");
    ASSERT_TRUE(book);
    EXPECT_EQ(book->sheets[0].at(1, 0).text, "198503152010012001");
    EXPECT_FALSE(book->sheets[0].at(1, 0).digits_lost);
    EXPECT_TRUE(book->sheets[0].at(2, 0).digits_lost);
    ASSERT_EQ(book->notes.size(), 1U);
    EXPECT_EQ(book->notes[0].code, "sheets.digits_lost");
    EXPECT_EQ(book->notes[0].at, "Guru!A3");
}

TEST(ReadCsv, RefusesWhatIsNoTable) {
    EXPECT_EQ(read_csv("").error().code, "sheets.empty_file");
    using namespace std::string_view_literals;
    EXPECT_EQ(read_csv("\x7F"
                       "ELF\2\1\1\0\0\0"sv)
                  .error()
                  .code,
              "sheets.not_a_table");
    SheetLimits small;
    small.rows = 2;
    EXPECT_EQ(read_csv("a\nb\nc\n", "X", small).error().code, "sheets.too_large");
    small = {};
    small.columns = 3;
    EXPECT_EQ(read_csv("1,2,3,4\n", "X", small).error().at, "X!1");
    small = {};
    small.cells = 3;
    EXPECT_EQ(read_csv("1,2\n3,4\n", "X", small).error().values.at("what"), "cells");
}

TEST(WriteCsv, KeepsTextFromBeingRunAsAFormula) {
    Sheet sheet{.name = "x", .rows = {{text_cell("=HYPERLINK(\"http://x\")"), number_cell("-3.5"), text_cell("'+1")}}};
    CsvStyle plain;
    plain.byte_order_mark = false;
    EXPECT_EQ(write_csv(sheet, plain), "\"'=HYPERLINK(\"\"http://x\"\")\",-3.5,''+1\r\n");
    EXPECT_EQ(texts(read_csv(write_csv(sheet))), (Rows{{"=HYPERLINK(\"http://x\")", "-3.5", "'+1"}}));
}

RC_GTEST_PROP(CsvRoundTrip, GivesBackEveryText, ()) {
    const auto alphabet = rc::gen::weightedOneOf<std::string>({
        {6, rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab1,;\t\"\r\n '=+-@.sep")))},
        {1,
         rc::gen::elementOf(std::vector<std::string>{"sep=;", "\xEF\xBB\xBF", "Ren\xC3\xA9", "'=1", "''-", "1E+17"})},
    });
    Sheet sheet{.name = "CSV"};
    const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
        rc::gen::container<std::vector<std::string>>(alphabet));
    for (const auto& row : rows) {
        auto& cells = sheet.rows.emplace_back();
        for (const auto& text : row) cells.push_back(text_cell(text));
        while (!cells.empty() && cells.back().text.empty()) cells.pop_back();
    }
    CsvStyle style;
    style.separator = *rc::gen::element(',', ';', '\t');
    style.byte_order_mark = *rc::gen::arbitrary<bool>();
    const std::string bytes = write_csv(sheet, style);
    if (bytes.empty()) return;
    const auto back = read_csv(bytes, "CSV", {}, style.separator);
    RC_ASSERT(back.has_value());
    Sheet read = back->sheets[0];
    for (auto& row : read.rows)
        for (Cell& cell : row) cell.digits_lost = false;
    RC_ASSERT(read.rows == sheet.rows);
}

RC_GTEST_PROP(CsvReader, TakesAnyBytes, (const std::string& bytes)) {
    if (const auto book = read_csv(bytes)) {
        for (const auto& row : book->sheets[0].rows)
            for (const Cell& cell : row) RC_ASSERT(is_utf8(cell.text));
    }
}

}  // namespace
}  // namespace pamong
