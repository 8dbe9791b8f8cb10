#include "features/performance/adapters/regulations.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

#include "platform/embedded.h"

namespace pamong {
namespace {

const PerformanceRules& program_rules() {
    static const PerformanceRules rules = [] {
        auto read = read_performance_rules([](std::string_view path) { return embedded(path); });
        if (!read) throw std::logic_error(read.error().at);
        return *read;
    }();
    return rules;
}

/// The program's files with one of them replaced.
RegulationFiles with_file(std::string path, std::string_view content) {
    return [path = std::move(path), content](std::string_view wanted) -> std::optional<std::string_view> {
        return wanted == path ? std::optional(content) : embedded(wanted);
    };
}

struct PublishedBand {
    const char* name;
    int lowest;
    int highest;
};

void expect_published(const PkgInstrument& instrument, std::initializer_list<PublishedBand> table) {
    for (int raw = instrument.raw_minimum(); raw <= instrument.raw_maximum(); ++raw) {
        const auto npkg = npkg_of(raw, instrument.raw_minimum(), instrument.raw_maximum());
        const auto& band = program_rules().pkg_bands.band_of(*npkg);
        const auto row = std::ranges::find_if(
            table, [raw](const PublishedBand& line) { return raw >= line.lowest && raw <= line.highest; });
        ASSERT_NE(row, table.end()) << raw;
        EXPECT_EQ(band.name_id, row->name) << raw;
    }
}

}  // namespace

// Published quick tables of the guide (Buku 2 PK Guru), raw score to category.
TEST(PkgBands, EveryRawScoreLandsInThePublishedBand) {
    expect_published(
        program_rules().teacher,
        {{"Amat Baik", 51, 56}, {"Baik", 43, 50}, {"Cukup", 34, 42}, {"Sedang", 29, 33}, {"Kurang", 14, 28}});
    expect_published(
        program_rules().counsellor,
        {{"Amat Baik", 62, 68}, {"Baik", 52, 61}, {"Cukup", 41, 51}, {"Sedang", 35, 40}, {"Kurang", 17, 34}});
}

TEST(PkgInstruments, HaveThePublishedCounts) {
    const auto& teacher = program_rules().teacher.indicators;
    const auto& counsellor = program_rules().counsellor.indicators;
    EXPECT_EQ(teacher.size(), 14U);
    EXPECT_EQ(std::accumulate(teacher.begin(), teacher.end(), 0), 78);
    EXPECT_EQ(counsellor.size(), 17U);
    EXPECT_EQ(std::accumulate(counsellor.begin(), counsellor.end(), 0), 69);
}

// Published yearly credit for Baik per rank, and for Amat Baik in the first and last row.
TEST(RankCredit, GivesThePublishedYearlyCredit) {
    const std::vector<std::pair<const char*, const char*>> baik = {
        {"III/a", "10.5"}, {"III/b", "9.5"}, {"III/c", "20.25"}, {"III/d", "19.5"}, {"IV/a", "29.75"},
        {"IV/b", "29.75"}, {"IV/c", "29"},   {"IV/d", "38.75"},  {"II/a", "3.375"}, {"II/b", "4.5"}};
    for (const auto& [golongan, credit] : baik)
        EXPECT_EQ(to_string(yearly_credit_2009(program_rules().rank(golongan)->need->base(), 1, 100)), credit)
            << golongan;
    EXPECT_EQ(to_string(yearly_credit_2009(program_rules().rank("III/a")->need->base(), 1, 125)), "13.125");
    EXPECT_EQ(to_string(yearly_credit_2009(program_rules().rank("IV/d")->need->base(), 1, 125)), "48.4375");
    EXPECT_EQ(program_rules().rank("IV/d")->contested_base, Exact(170));
    EXPECT_FALSE(program_rules().rank("IV/e")->need);
}

TEST(RankCredit, ABetterRawScoreNeverLowersTheCredit) {
    rc::check("credit does not fall when raw rises", [] {
        const auto& rules = program_rules();
        const int raw = *rc::gen::inRange(14, 56);
        const auto& rank =
            rules.ranks[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(rules.ranks.size()) - 1))];
        RC_PRE(rank.need.has_value());
        const auto credit = [&](int score) {
            return yearly_credit_2009(rank.need->base(), 1,
                                      rules.pkg_bands.band_of(*npkg_of(score, 14, 56)).credit_percent);
        };
        RC_ASSERT(credit(raw) <= credit(raw + 1));
    });
}

TEST(AdditionalDuties, HaveThePublishedComponents) {
    const std::vector<std::pair<const char*, std::size_t>> components = {
        {"KS", 6}, {"WKS", 5}, {"KPK", 8}, {"KPUS", 10}, {"KLAB", 7}};
    for (const auto& [code, count] : components)
        EXPECT_EQ(program_rules().duty(code)->components.size(), count) << code;
    EXPECT_EQ(program_rules().duty("WKS")->components[4].criteria_counts, (std::vector{5, 4, 3, 3}));
}

TEST(PerformanceRules, RefuseAWrongFileByNameLineAndColumn) {
    const auto rules =
        read_performance_rules(with_file("regulations/ak2023_predicates.csv",
                                         "name_id,name_en,percent,source,year,mark\nBaik,Good,much,Decree,2023,V\n"));
    ASSERT_FALSE(rules);
    EXPECT_EQ(rules.error().code, "regulations.malformed");
    EXPECT_EQ(rules.error().values.at("file"), "regulations/ak2023_predicates.csv");
    EXPECT_EQ(rules.error().values.at("line"), "2");
    EXPECT_EQ(rules.error().values.at("column"), "percent");
    const auto rising = read_performance_rules(with_file("regulations/pkg_bands.csv",
                                                         "above,credit_percent,name_id,name_en,source,year,mark\n50,25,"
                                                         "a,a,D,2009,V\n60,50,b,b,D,2009,V\n0,25,c,c,D,2009,V\n"));
    EXPECT_FALSE(rising);
    const auto gone = read_performance_rules([](std::string_view) { return std::optional<std::string_view>{}; });
    EXPECT_EQ(gone.error().code, "regulations.missing");
}

}  // namespace pamong
