#include "app/score_command.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "base/exact.h"
#include "platform/words.h"

namespace pamong {
namespace {

namespace json = boost::json;

struct ScoreRun {
    int exit;
    std::string text;
    std::vector<json::value> answers;
};

ScoreRun score(const std::string& input) {
    std::istringstream in{input};
    std::ostringstream out;
    std::ostringstream err;
    const std::vector<std::string_view> args = {"-"};
    ScoreRun run{score_command(args, in, out, err), out.str(), {}};
    if (run.text.starts_with('[')) {
        const auto list = json::parse(run.text);
        for (const auto& answer : list.as_array()) run.answers.push_back(answer);
        return run;
    }
    std::istringstream lines{run.text};
    for (std::string line; std::getline(lines, line);) run.answers.push_back(json::parse(line));
    return run;
}

std::string answer_text(const json::value& answer, const char* part, const char* key) {
    const auto* found = answer.at(part).as_object().if_contains(key);
    if (found == nullptr) return "(none)";
    return found->is_string() ? std::string(found->as_string()) : json::serialize(*found);
}

/// The problem code of a single item.
std::string code_of_item(const std::string& method, const std::string& input) {
    const auto run = score(R"({"id":"x","method":")" + method + R"(","input":)" + input + "}");
    if (run.answers.size() != 1 || !run.answers[0].as_object().contains("problem")) return "(scored) " + run.text;
    EXPECT_EQ(run.exit, 1);
    const auto code = answer_text(run.answers[0], "problem", "code");
    EXPECT_TRUE(Words::all().knows(code)) << code;
    return code;
}

std::string at_of_item(const std::string& method, const std::string& input) {
    const auto run = score(R"({"id":"x","method":")" + method + R"(","input":)" + input + "}");
    return answer_text(run.answers.at(0), "problem", "at");
}

/// Expected decimals are rounded where they do not end: compare at as many places as are given.
void expect_like(const json::value& expected, const json::value& actual, const std::string& what) {
    if (expected.is_array()) {
        ASSERT_TRUE(actual.is_array()) << what;
        ASSERT_EQ(expected.as_array().size(), actual.as_array().size()) << what;
        for (std::size_t i = 0; i < expected.as_array().size(); ++i) expect_like(expected.at(i), actual.at(i), what);
        return;
    }
    ASSERT_TRUE(actual.is_string()) << what;
    const std::string wanted(expected.as_string());
    const auto wanted_number = exact_from(wanted);
    if (!wanted_number) {
        EXPECT_EQ(std::string(actual.as_string()), wanted) << what;
        return;
    }
    const auto point = wanted.find('.');
    const int places = point == std::string::npos ? 0 : static_cast<int>(wanted.size() - point - 1);
    const auto number = exact_from(std::string_view(actual.as_string()));
    ASSERT_TRUE(number) << what;
    if (places >= 4) {
        EXPECT_EQ(fixed(*number, places), wanted) << what;
    } else {
        EXPECT_EQ(*number, *wanted_number) << what;  // what ends before four places is exact
    }
}

}  // namespace

// Expected numbers: the worked examples of the handbook, with the 3x3 table of PermenPANRB 6/2022 and the PKB cases;
// their origin (published table or example, or by hand) stands in docs/methods/appraisal_scores.md.
TEST(ScoreCommand, ReproducesEveryWorkedExample) {
    std::ifstream file(std::string(PAMONG_SOURCE_DIR) + "/tests/data/worked_examples.jsonl");
    std::stringstream content;
    content << file.rdbuf();
    const auto run = score(content.str());
    EXPECT_EQ(run.exit, 0);
    std::size_t count = 0;
    for (std::string line; std::getline(content, line); ++count) {
        const auto example = json::parse(line);
        const std::string id(example.at("id").as_string());
        ASSERT_LT(count, run.answers.size());
        ASSERT_TRUE(run.answers[count].as_object().contains("result")) << id;
        EXPECT_FALSE(run.answers[count].at("steps").as_array().empty()) << id;
        EXPECT_TRUE(run.answers[count].at("rule").as_object().contains("source")) << id;
        for (const auto& [key, expected] : example.at("expected").as_object()) {
            const auto* actual = run.answers[count].at("result").as_object().if_contains(key);
            ASSERT_NE(actual, nullptr) << id << " has no " << key;
            expect_like(expected, *actual, id + " " + std::string(key));
        }
    }
    EXPECT_EQ(count, 53U);
}

TEST(ScoreCommand, TakesListsOfIndicatorScores) {
    // 14 competences of 6,6,4,11,7,6,5,5,5,8,3,3,3,6 indicators, all fully met: 14 x 4 = 56 = 100 %
    std::string lists;
    for (const int count : {6, 6, 4, 11, 7, 6, 5, 5, 5, 8, 3, 3, 3, 6}) {
        std::string list;
        for (int i = 0; i < count; ++i) list += list.empty() ? "2" : ",2";
        lists += (lists.empty() ? "[" : ",[") + list + "]";
    }
    const auto run = score(R"([{"id":7,"method":"pkg_teacher","input":{"competences":[)" + lists + "]}}]");
    ASSERT_EQ(run.answers.size(), 1U) << run.text;
    EXPECT_EQ(answer_text(run.answers[0], "result", "raw"), "56");
    EXPECT_EQ(answer_text(run.answers[0], "result", "npkg"), "100");
    EXPECT_EQ(run.answers[0].at("result").at("values").as_array().size(), 14U);
}

TEST(ScoreCommand, ReadsDecimalsExactly) {
    // 0.1 + 0.2 in tenths: 3/10 of 3 = 10 %, which binary floats miss
    const auto run = score(R"({"id":"x","method":"supervision","input":{"scores":[0.1,"0.2",0],"max_each":1}})");
    EXPECT_EQ(answer_text(run.answers.at(0), "result", "percent"), "10");
}

TEST(ScoreCommand, ShowsBothValuesOfTheContestedRank) {
    // IV/d, Baik: 155/4 = 38.75 by the formula; circulating tables print 42.50 = 170/4
    const auto run =
        score(R"({"id":"x","method":"pkg_teacher","input":{"golongan":"IV/d","raw":50,"jm":24,"jwm":24}})");
    EXPECT_EQ(answer_text(run.answers.at(0), "result", "ak_per_year"), "38.75");
    EXPECT_EQ(answer_text(run.answers.at(0), "result", "ak_per_year_contested"), "42.5");
    EXPECT_EQ(answer_text(run.answers.at(0), "rule", "mark"), "U");
}

TEST(ScoreCommand, AveragesTheCriteriaOfADuty) {
    // Principal: six components of 7, 10, 7, 8, 5, 3 criteria, each 3 -> 18 of 24 = 75 % -> Cukup
    const auto run = score(R"({"id":"x","method":"pkg_duty","input":{"duty":"KS","components":[
        [3,3,3,3,3,3,3],[3,3,3,3,3,3,3,3,3,3],[3,3,3,3,3,3,3],[3,3,3,3,3,3,3,3],[3,3,3,3,3],[3,3,3]]}})");
    ASSERT_EQ(run.exit, 0) << run.text;
    EXPECT_EQ(answer_text(run.answers.at(0), "result", "raw"), "18");
    EXPECT_EQ(answer_text(run.answers.at(0), "result", "category"), "Cukup");
}

TEST(ScoreCommand, CapsTheQualityLabelWhenAComponentIsLow) {
    // 60 % of 95 + 20 % of 100 + 20 % of 40 = 85 -> Baik, but 40 < 50 -> at most Cukup
    const auto run = score(R"({"id":"x","method":"quality_index",
        "input":{"main_duty":95,"additional_duty":100,"professional_development":40}})");
    EXPECT_EQ(answer_text(run.answers.at(0), "result", "index"), "85");
    EXPECT_EQ(answer_text(run.answers.at(0), "result", "category"), "Cukup");
}

TEST(ScoreCommand, RefusesImpossibleScores) {
    EXPECT_EQ(code_of_item("pkg_competence", R"({"indicator_scores":[2,3,1]})"), "performance.pkg_score_range");
    EXPECT_EQ(at_of_item("pkg_competence", R"({"indicator_scores":[2,3,1]})"), "input.indicator_scores[1]");
    EXPECT_EQ(code_of_item("pkg_competence", R"({"indicator_scores":[-1]})"), "performance.pkg_score_range");
    EXPECT_EQ(code_of_item("pkg_competence", R"({"indicator_scores":[]})"), "performance.pkg_no_indicators");
    EXPECT_EQ(code_of_item("pkg_competence", R"({"indicator_scores":[0.5]})"), "score.not_whole");
    EXPECT_EQ(code_of_item("pkg_competence", R"({"indicator_scores":["dua"]})"), "score.not_number");
    EXPECT_EQ(code_of_item("pkg_competence", R"({"indicator_scores":[null]})"), "score.not_number");
    EXPECT_EQ(code_of_item("pkg_competence", R"({"indicator_scores":2})"), "score.not_list");
    EXPECT_EQ(code_of_item("pkg_competence", "{}"), "score.missing_field");
    EXPECT_EQ(code_of_item("pkg_teacher", R"({"raw":57})"), "performance.pkg_raw_range");
    EXPECT_EQ(code_of_item("pkg_teacher", R"({"raw":13})"), "performance.pkg_raw_range");
    EXPECT_EQ(code_of_item("pkg_teacher", R"({"raw":50,"max":68})"), "score.wrong_maximum");
    EXPECT_EQ(code_of_item("pkg_teacher", R"({"raw":1e308})"), "score.not_number");
    EXPECT_EQ(code_of_item("pkg_teacher", R"({"raw":true})"), "score.not_number");
    EXPECT_EQ(code_of_item("pkg_teacher", R"({"raw":50,"golongan":"V/a"})"), "performance.credit_no_rank");
    EXPECT_EQ(code_of_item("pkg_teacher", R"({"raw":50,"golongan":"IV/e"})"), "performance.credit_last_rank");
    EXPECT_EQ(code_of_item("pkg_teacher", R"({"raw":50,"golongan":"III/a","jm":-1,"jwm":24})"),
              "performance.credit_hours");
    EXPECT_EQ(code_of_item("pkg_teacher", R"({"raw":50,"golongan":"III/a","jm":24,"jwm":0})"),
              "performance.credit_hours");
    EXPECT_EQ(code_of_item("pkg_teacher", R"({"competences":[[2,2],[1],[1],[1],[1],[1],[1],[1],[1],[1],[1],[1],[1]]})"),
              "performance.pkg_competence_count");  // 13
    EXPECT_EQ(code_of_item("pkg_teacher",
                           R"({"competences":[[2,2,2,2,2],[1],[1],[1],[1],[1],[1],[1],[1],[1],[1],[1],[1],[1]]})"),
              "performance.pkg_indicator_count");  // the first competence has six
    EXPECT_EQ(code_of_item("credit_2023", R"({"coefficient":12.5,"percent":100,"months":13})"),
              "performance.credit_months");
    EXPECT_EQ(code_of_item("credit_2023", R"({"current":0,"need":100,"coefficient":0,"percent":100})"),
              "performance.credit_no_growth");
    EXPECT_EQ(code_of_item("predicate_2022", R"({"hasil_kerja":"bagus","perilaku_kerja":"bagus"})"),
              "performance.no_expectation");
    EXPECT_EQ(code_of_item("ideal_mean_scale", R"({"min":10,"max":10,"score":10})"), "evaluation.scale_range");
    EXPECT_EQ(code_of_item("normalised_gain", R"({"pre":100,"post":100,"max":100})"), "evaluation.gain_undefined");
    EXPECT_EQ(code_of_item("percent_scale", R"({"n":0,"items":5,"scale_max":5,"sum":0})"), "evaluation.scale_counts");
    EXPECT_EQ(code_of_item("supervision", R"({"scores":[5],"max_each":4})"), "evaluation.scale_score");
    EXPECT_EQ(code_of_item("guess", "{}"), "score.unknown_method");
}

TEST(ScoreCommand, RefusesBrokenTextAndScoresTheRest) {
    const std::string good = R"({"id":"ok","method":"pkg_teacher","input":{"raw":50}})";
    for (const std::string& bad :
         {std::string("NaN"), std::string(R"({"id":"x","method":"pkg_teacher","input":{"raw":NaN}})"),
          std::string(R"({"id":"x")"), std::string("hello"), std::string(200, '['), std::string("\xff\xfe{}"),
          std::string(R"({"id":"x","id":"y"})"), std::string(R"({"a":"unterminated)"), good + " trailing"}) {
        const auto run = score(bad + "\n" + good + "\n");
        EXPECT_EQ(run.exit, 1) << bad;
        ASSERT_EQ(run.answers.size(), 2U) << bad << "\n" << run.text;
        EXPECT_TRUE(run.answers[0].as_object().contains("problem")) << bad;
        EXPECT_EQ(answer_text(run.answers[1], "result", "category"), "Baik") << bad;
    }
    EXPECT_EQ(score("").exit, 1);
    EXPECT_EQ(score("[]").exit, 1);
    EXPECT_EQ(score("[1,{}]").answers.size(), 2U);
}

TEST(ScoreCommand, SurvivesNumbersOfEverySize) {
    for (const char* number :
         {"999999.999999", "1000000", "0.000001", "-0", "\"17.2\"", "99999999999999999999", "1e-5"})
        for (const char* method : {"percent_scale", "ideal_mean_scale", "normalised_gain", "credit_2023", "pkg_duty"}) {
            const std::string n = number;
            const auto run = score(R"({"id":"x","method":")" + std::string(method) + R"(","input":{"n":3,"items":7,)" +
                                   R"("scale_max":)" + n + R"(,"sum":)" + n + R"(,"min":0.000003,"max":)" + n +
                                   R"(,"score":)" + n + R"(,"pre":0.999999,"post":)" + n + R"(,"raw":)" + n +
                                   R"(,"coefficient":)" + n + R"(,"percent":)" + n + R"(,"months":7}})");
            EXPECT_EQ(run.answers.size(), 1U) << method << " " << n;
        }
}

TEST(ScoreCommand, ReadsAnObjectOverManyLinesAndNamesUnusedFields) {
    const auto run = score(
        "{\n  \"id\": \"a\",\n  \"method\": \"pkg_teacher\",\n  \"input\": {\n    \"raw\": 50,\n"
        "    \"golongn\": \"III/a\"\n  }\n}\n");
    ASSERT_EQ(run.exit, 0) << run.text;
    EXPECT_NE(run.text.find("golongn"), std::string::npos);
}

TEST(ScoreCommand, WritesAFileAndExplainsItself) {
    const auto folder = std::filesystem::temp_directory_path() / "pamong_score_test";
    std::filesystem::create_directories(folder);
    const auto input = (folder / "in.json").string();
    const auto output = (folder / "out.json").string();
    std::ofstream(input) << R"([{"id":"a","method":"pkg_teacher","input":{"raw":50}}])";
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const auto run = [&](std::vector<std::string_view> args) { return score_command(args, in, out, err); };
    EXPECT_EQ(run({input, "-o", output}), 0);
    std::ifstream written(output);
    EXPECT_EQ(json::parse(std::string(std::istreambuf_iterator<char>(written), {})).as_array().size(), 1U);
    EXPECT_EQ(run({}), 2);
    EXPECT_EQ(run({"--nonsense"}), 2);
    EXPECT_EQ(run({(folder / "missing.json").string()}), 2);
    EXPECT_EQ(run({input, "-o", input}), 2);
    EXPECT_EQ(run({"--help"}), 0);
    std::filesystem::remove_all(folder);
}

}  // namespace pamong
