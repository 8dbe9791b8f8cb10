#include <gtest/gtest.h>

#include <pugixml.hpp>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <set>

#include "platform/chart/draw.h"
#include "platform/chart/frame.h"
#include "platform/chart/number.h"
#include "platform/chart/svg.h"
#include "platform/chart/text_metrics.h"
#include "platform/embedded.h"
#include "platform/print/testing/sample_report.h"
#include "platform/sheets/columns.h"
#include "platform/sheets/read.h"

namespace pamong {
namespace {

std::string code_of_chart(const Chart& chart) {
    const auto svg = chart_svg(chart);
    return svg ? "drawn" : svg.error().code;
}

/// Relative luminance of WCAG 2.2.
double luminance(std::uint32_t rgb) {
    const auto part = [&](unsigned shift) {
        const double c = static_cast<double>(rgb >> shift & 0xFFU) / 255;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

TEST(LocalNumber, WritesNumbersAsIndonesiansDo) {
    EXPECT_EQ(local_number(1234.5, 1), "1.234,5");
    EXPECT_EQ(local_number(1234567, 0), "1.234.567");
    EXPECT_EQ(local_number(-0.04, 1), "0,0");
    EXPECT_EQ(local_number(-12.5, 1), "\u221212,5");
    EXPECT_EQ(local_number(999, 0), "999");
    EXPECT_EQ(local_number(1234.5, 2, "en"), "1,234.50");
}

TEST(Chart, EveryKindIsWellFormedAccessibleSvg) {
    for (const Chart& chart : sample_charts()) {
        const auto svg = chart_svg(chart, "g" + std::to_string(static_cast<int>(chart.kind)));
        ASSERT_TRUE(svg) << chart.title << svg.error().code;
        pugi::xml_document xml;
        ASSERT_TRUE(xml.load_string(svg->c_str())) << chart.title;
        const auto root = xml.child("svg");
        EXPECT_STREQ(root.attribute("role").value(), "img");
        EXPECT_EQ(root.child("title").text().get(), chart.title);
        EXPECT_GT(std::string(root.child("desc").text().get()).size(), 20U);
        for (const char* forbidden : {"<script", " style=", "href", "NaN", "nan", "inf"})
            EXPECT_EQ(svg->find(forbidden), std::string::npos) << chart.title << forbidden;
        if (const char* keep = std::getenv("PAMONG_KEEP_PRINTS"))
            std::ofstream(std::string(keep) + "/chart" + std::to_string(static_cast<int>(chart.kind)) + ".svg") << *svg;
    }
}

TEST(Chart, SaysWhereThereIsNoData) {
    const auto charts = sample_charts();
    EXPECT_NE(chart_svg(charts[0])->find(">tidak ada data<"), std::string::npos);
    EXPECT_NE(chart_svg(charts[7])->find(">tidak ada data<"), std::string::npos);
    EXPECT_NE(chart_svg(charts[0])->find(">61,2 (n = 68)<"), std::string::npos);  // 61.25 half-even
    EXPECT_NE(chart_description(charts[0]).find("Komunikasi dengan orang tua tidak ada data"), std::string::npos);
}

TEST(Chart, RefusesWhatCannotBeDrawnHonestly) {
    Chart chart = sample_charts()[0];
    chart.series[0].values.pop_back();
    EXPECT_EQ(code_of_chart(chart), "chart.lengths_differ");
    chart = sample_charts()[0];
    chart.series[0].values[0] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(code_of_chart(chart), "chart.not_finite");
    chart.series[0].values.assign(5, std::nullopt);
    EXPECT_EQ(code_of_chart(chart), "chart.no_data");
    EXPECT_EQ(code_of_chart(Chart{}), "chart.no_data");
    chart = sample_charts()[7];
    chart.categories[0] = "99";
    EXPECT_EQ(code_of_chart(chart), "chart.unknown_province");
    chart = sample_charts()[5];
    chart.points.resize(6'000);
    EXPECT_EQ(code_of_chart(chart), "chart.too_many");
}

TEST(Chart, TakesOneValueAndExtremeValues) {
    for (Chart chart : sample_charts()) {
        if (chart.kind == ChartKind::scatter) {
            chart.points.resize(1);
        } else {
            for (ChartSeries& series : chart.series) {
                for (auto& value : series.values) value = 0;
                series.low.clear(), series.high.clear();
            }
        }
        EXPECT_EQ(code_of_chart(chart), "drawn") << chart.title;
        for (ChartSeries& series : chart.series)
            for (std::size_t i = 0; i < series.values.size(); ++i) series.values[i] = i % 2 == 0 ? -1e15 : 1e15;
        EXPECT_EQ(code_of_chart(chart), "drawn") << chart.title;
    }
}

TEST(Chart, EscapesNames) {
    Chart chart = sample_charts()[0];
    chart.title = "<img onerror=x> & \"judul\"";
    chart.categories[0] = "</text><script>";
    EXPECT_EQ(chart_svg(chart)->find("<script"), std::string::npos);
    EXPECT_EQ(chart_svg(chart, "\"><script>")->find("<script"), std::string::npos);
}

TEST(ChartColours, ContrastWithWhiteIsEnoughForText) {
    // WCAG 2.2, 1.4.3: (L1 + 0.05) / (L2 + 0.05) of at least 4.5.
    for (const std::uint32_t rgb : ChartColours::series) EXPECT_GE(1.05 / (luminance(rgb) + 0.05), 4.5) << rgb;
    EXPECT_GE(1.05 / (luminance(ChartColours::quiet) + 0.05), 4.5);
}

TEST(ValueAxis, HasRoundSteps) {
    const ValueAxis axis = value_axis(Chart{}, 3, 97, 5);
    EXPECT_EQ(axis.ticks(), (std::vector<double>{0, 20, 40, 60, 80, 100}));
    EXPECT_EQ(value_axis(Chart{}, 0.1, 0.34, 5).decimals, 2);
}

TEST(Wrapped, KeepsWordsTogetherAndEndsWithAnEllipsis) {
    EXPECT_EQ(wrapped("satu dua tiga", 1'000, 10, 2), std::vector<std::string>{"satu dua tiga"});
    const auto lines = wrapped("satu dua tiga empat lima enam tujuh", 50, 10, 2);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(lines[1].ends_with("\u2026"));
    EXPECT_LE(text_width(lines[1], 10), 60);
    EXPECT_TRUE(wrapped("", 50, 10, 2).empty());
}

TEST(ProvinceTiles, KnowEveryProvinceOnceAndNeverOverlap) {
    const auto provinces = read_csv(embedded("regulations/provinces.csv").value());
    ASSERT_TRUE(provinces);
    std::set<std::string> expected;
    for (std::size_t row = 1; row < provinces->sheets[0].rows.size(); ++row)
        expected.insert(provinces->sheets[0].at(row, 0).text);
    std::set<std::string> codes;
    std::set<std::pair<int, int>> places;
    for (const ProvinceTile& tile : province_tiles()) {
        codes.insert(tile.code);
        places.emplace(tile.column, tile.row);
    }
    EXPECT_EQ(codes, expected);
    EXPECT_EQ(places.size(), 38U);  // provinces since 2022
}

}  // namespace
}  // namespace pamong
