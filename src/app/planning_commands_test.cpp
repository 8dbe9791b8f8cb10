// `pamong match` and `pamong schedule` on files, as a person would call them.
#include <gtest/gtest.h>
#include <zlib.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/match_command.h"
#include "app/schedule_command.h"
#include "app/table_file.h"
#include "platform/words.h"

namespace pamong {
namespace {

namespace files = std::filesystem;

class PlanningCommands : public testing::Test {
  protected:
    void SetUp() override {
        std::string name = (files::temp_directory_path() / "pamong-planning-XXXXXX").string();
        folder_ = mkdtemp(name.data());
    }
    void TearDown() override { files::remove_all(folder_); }

    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }
    void write_gz(const std::string& name, const std::string& text) const {
        gzFile file = gzopen(path(name).c_str(), "wb");
        gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
        gzclose(file);
    }
    std::string read(const std::string& name) const {
        std::ifstream file(folder_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    boost::json::object report(const std::string& name = "report.json") const {
        return boost::json::parse(read(name)).as_object();
    }

    using Command = int (*)(std::span<const std::string_view>, std::ostream&, std::ostream&);
    /// Runs words as typed; names ending in .csv, .gz and .json are files of the test's folder.
    int run(Command command, const std::string& line) {
        std::vector<std::string> words;
        std::istringstream stream(line);
        for (std::string word; stream >> word;) {
            const bool is_file = word.ends_with(".csv") || word.ends_with(".gz") || word.ends_with(".json");
            words.push_back(is_file ? path(word) : word);
        }
        const std::vector<std::string_view> args(words.begin(), words.end());
        std::ostringstream out;
        std::ostringstream err;
        const int code = command(args, out, err);
        out_ = out.str();
        err_ = err.str();
        return code;
    }
    int match(const std::string& line) { return run(match_command, line); }
    int schedule(const std::string& line) { return run(schedule_command, line); }
    std::size_t files_there() const {
        return static_cast<std::size_t>(std::distance(files::directory_iterator(folder_), files::directory_iterator{}));
    }

    files::path folder_;
    std::string out_;
    std::string err_;
};

/// The line of the help that begins with "  pamong NAME", without these two words.
std::string example_in(const std::string& help, const std::string& name) {
    const auto start = help.find("  pamong " + name + " ") + name.size() + 10;
    return help.substr(start, help.find('\n', start) - start);
}

constexpr auto small_arcs = "mentee,mentor,cost\nAdi,Sari,1\nAdi,Tuti,5\nBela,Sari,1\nBela,Tuti,2\n";
constexpr auto match_all = "--arcs arcs.csv --capacity 1 --out pairs.csv --report report.json";

TEST_F(PlanningCommands, MatchRunsTheExampleOfItsHelp) {
    write("arcs.csv", small_arcs);
    for (const std::string language : {"id", "en"}) {
        ASSERT_EQ(match("--help --language " + language), 0);
        EXPECT_EQ(match(example_in(out_, "match")), 0) << err_;
    }
}

TEST_F(PlanningCommands, MatchWritesPairsAndAReport) {
    write("arcs.csv", small_arcs);
    ASSERT_EQ(match(match_all), 0) << err_;
    EXPECT_EQ(read("pairs.csv"), "mentee,mentor,cost\nAdi,Sari,1\nBela,Tuti,2\n");  // 1 + 2, not 1 + 5
    const auto all = report();
    EXPECT_EQ(all.at("total_cost"), 3);
    EXPECT_EQ(all.at("matched"), 2);
    EXPECT_EQ(all.at("unmatched"), 0);
    EXPECT_EQ(all.at("lower_bound"), 3);
    EXPECT_EQ(all.at("gap"), 0);
    EXPECT_EQ(all.at("components"), 1);
    for (const char* key : {"cpu_seconds", "wall_seconds", "peak_memory_mb"}) EXPECT_TRUE(all.contains(key));
}

TEST_F(PlanningCommands, MatchTakesCapacitiesPackedFilesAndAnUnmatchedCost) {
    write_gz("arcs.gz", "cost;mentor;mentee\r\n7;\"Sari, S.Pd.\";Adi\r\n\r\n9;\"Sari, S.Pd.\";Bela\r\n");
    write("caps.csv", "mentor,capacity\n\"Sari, S.Pd.\",1\nNobody's mentor,4\n");
    ASSERT_EQ(match("--arcs arcs.gz --capacity caps.csv --unmatched-cost 20 --out pairs.csv --report report.json"), 0)
        << err_;
    EXPECT_EQ(read("pairs.csv"), "mentee,mentor,cost\nAdi,\"Sari, S.Pd.\",7\n");
    EXPECT_EQ(report().at("total_cost"), 27);  // 7 and 20 for Bela
    const auto all = report();
    const auto& bela = all.at("unmatched_people").as_array().at(0).as_object();
    EXPECT_EQ(bela.at("mentee"), "Bela");
    EXPECT_EQ(bela.at("reason"), "all_full");
}

TEST_F(PlanningCommands, MatchNamesTheRowThatIsWrongAndWritesNothing) {
    const auto refuses = [&](const std::string& arcs, const std::string& said) {
        write("arcs.csv", arcs);
        EXPECT_EQ(match(std::string(match_all) + " --language en"), 1) << arcs;
        EXPECT_NE(err_.find(said), std::string::npos) << err_;
        EXPECT_EQ(files_there(), 1U);
    };
    refuses("mentee,mentor,cost\nAdi,Sari,1\n\nBela,Sari,-4\n", "row 4 has -4");
    refuses("mentee,mentor,cost\nAdi,Sari,1\nAdi,Sari,2\n", "row 3 is already in row 2");
    refuses("mentee,mentor,cost\nAdi,Sari,1.5\n", "row 2: cost has to be a whole number, not \"1.5\"");
    refuses("mentee,mentor,cost\nAdi,Sari,99999999999999999999\n", "whole number");
    refuses("mentee,mentor,cost\nAdi,Sari,9223372036854775807\n", "too large");
    refuses("mentee,mentor,cost\nAdi,,1\n", "row 2: column mentor is empty");
    refuses("mentee,mentor,cost\n\"Adi,Sari,1\n", "row 2: a quote is not closed");
    refuses("mentee,mentor\nAdi,Sari\n", "no column cost");
    refuses("mentee,mentor,cost\n", "nobody to be paired");
    refuses("", "is empty");
}

TEST_F(PlanningCommands, MatchRefusesAMentorWithoutCapacityAndAllCapacitiesZero) {
    write("arcs.csv", small_arcs);
    write("caps.csv", "mentor,capacity\nSari,1\n");
    EXPECT_EQ(match("--arcs arcs.csv --capacity caps.csv --out pairs.csv --language en"), 1);
    EXPECT_NE(err_.find("no capacity for mentor Tuti"), std::string::npos) << err_;
    write("caps.csv", "mentor,capacity\nSari,0\nTuti,0\n");
    EXPECT_EQ(match("--arcs arcs.csv --capacity caps.csv --out pairs.csv --language en"), 1);
    EXPECT_NE(err_.find("every mentor has capacity 0"), std::string::npos) << err_;
    EXPECT_EQ(match("--arcs arcs.csv --capacity 0 --out pairs.csv"), 2);
    EXPECT_FALSE(files::exists(path("pairs.csv")));
}

TEST_F(PlanningCommands, SayWhatIsWrongWithTheCommandItself) {
    write("arcs.csv", small_arcs);
    EXPECT_EQ(match(""), 2);
    EXPECT_EQ(match("--arcs arcs.csv --capacity 1 --out pairs.csv --wrong 1"), 2);
    EXPECT_EQ(match("--arcs arcs.csv --capacity 1 --out"), 2);
    EXPECT_EQ(match("--arcs arcs.csv --arcs arcs.csv --capacity 1 --out pairs.csv"), 2);
    EXPECT_EQ(match("--arcs arcs.csv --capacity 1 --out - --report -"), 2);
    EXPECT_EQ(match("--arcs arcs.csv --capacity 1 --out pairs.csv --method stable --language en"), 2);
    EXPECT_NE(err_.find("not offered yet"), std::string::npos) << err_;
    EXPECT_EQ(match("--arcs arcs.csv --capacity 1 --out pairs.csv --method quick"), 2);
    EXPECT_EQ(match("--mentors a.csv --mentees b.csv --rules r --out pairs.csv"), 2);
    EXPECT_EQ(match("--arcs missing.csv --capacity 1 --out pairs.csv"), 1);
    EXPECT_EQ(files_there(), 1U);
    EXPECT_EQ(match("--arcs arcs.csv --capacity 1 --out nowhere/pairs.csv --report report.json"), 1);
    EXPECT_EQ(files_there(), 1U);  // not the report either
}

constexpr auto schedule_all =
    "--lessons lessons.csv --unavailable unavailable.csv --pairs pairs.csv --days 1 --periods 4 --session-periods 2 "
    "--out schedule.csv --report report.json";

TEST_F(PlanningCommands, ScheduleRunsTheExampleOfItsHelp) {
    write("lessons.csv", "teacher,day,period,class\nSari,1,1,8A\nAdi,2,3,9B\n");
    write("unavailable.csv", "teacher,day,period\nAdi,1,2\n");
    write("pairs.csv", "mentee,mentor\nAdi,Sari\n");
    for (const std::string language : {"id", "en"}) {
        ASSERT_EQ(schedule("--help --language " + language), 0);
        EXPECT_EQ(schedule(example_in(out_, "schedule")), 0) << err_;
    }
    // Sari teaches Monday 1, Adi is away Monday 2: the earliest start is Tuesday 1 (period 1 beats Monday 3).
    EXPECT_EQ(read("schedule.csv"), "mentee,mentor,day,period\nAdi,Sari,2,1\n");
    EXPECT_EQ(report().at("sum_start_period"), 1);
}

TEST_F(PlanningCommands, ScheduleWritesSessionsAndAReport) {
    write("lessons.csv", "teacher,day,period\nBela,1,3\nBela,1,4\nSari,1,4\nSari,1,4\n");
    write("unavailable.csv", "teacher,day,period\n");
    write("pairs.csv", "mentee,mentor\nBela,Sari\nAdi,Sari\n");
    ASSERT_EQ(schedule(schedule_all), 0) << err_;
    // Sari is free 1-3, so one double period only; Bela could begin at 1, Adi at 1 or 2: one session, at 1.
    const auto all = report();
    EXPECT_EQ(all.at("pairs"), 2);
    EXPECT_EQ(all.at("scheduled"), 1);
    EXPECT_EQ(all.at("pairs_without_slot"), 0);
    EXPECT_EQ(all.at("candidate_slots"), 3);
    EXPECT_EQ(all.at("sum_start_period"), 1);
    EXPECT_EQ(all.at("bound_scheduled"), 1);
    EXPECT_EQ(all.at("optimal"), true);
    EXPECT_EQ(all.at("people_without_timetable").as_array().at(0), "Adi");
    EXPECT_NE(err_.find("Adi"), std::string::npos);

    write("lessons.csv", "teacher,day,period\nBela,0,2\nBela,0,3\nSari,0,3\n");
    ASSERT_EQ(schedule(std::string(schedule_all) + " --count-from 0"), 0) << err_;
    EXPECT_EQ(report().at("sum_start_period"), 0);
}

TEST_F(PlanningCommands, ScheduleNamesTheRowThatIsWrongAndWritesNothing) {
    write("unavailable.csv", "teacher,day,period\n");
    const auto refuses = [&](const std::string& lessons, const std::string& pairs, const std::string& said) {
        write("lessons.csv", lessons);
        write("pairs.csv", pairs);
        EXPECT_EQ(schedule(std::string(schedule_all) + " --language en"), 1);
        EXPECT_NE(err_.find(said), std::string::npos) << err_;
        EXPECT_EQ(files_there(), 3U);
    };
    const std::string lessons = "teacher,day,period\nSari,1,1\n";
    refuses("teacher,day,period\nSari,1,5\n", "mentee,mentor\nAdi,Sari\n", "Row 2: day 1 period 5 is outside");
    refuses("teacher,day,period\nSari,0,1\n", "mentee,mentor\nAdi,Sari\n", "outside the week");
    refuses(lessons, "mentee,mentor\n", "no pair to schedule");
    refuses(lessons, "mentee,mentor\nAdi,Sari\n\nSari,Sari\n", "Pair number 4");
    refuses(lessons, "mentee,mentor\nAdi,Sari\nAdi,Sari\n", "already number 2");
    EXPECT_EQ(schedule("--lessons lessons.csv --pairs pairs.csv --days 7 --periods 10 --out schedule.csv"), 2);
    EXPECT_EQ(schedule("--lessons lessons.csv --pairs pairs.csv --days 6 --out schedule.csv"), 2);
    EXPECT_EQ(
        schedule("--lessons lessons.csv --pairs pairs.csv --days 6 --periods 10 --session-periods 11 --out s.csv"), 2);
}

TEST_F(PlanningCommands, HaveASentenceForEveryCodeTheyUse) {
    for (const char* code :
         {"command_line.one_stream", "command_line.not_a_choice", "table_file.broken", "table_file.repeated",
          "table_file.row_too_long", "table_file.too_many_rows", "matching.bound_not_proved", "scheduling.bad_schedule",
          "scheduling.bad_range", "stats.gain_undefined", "agreement.no_variation"})
        EXPECT_TRUE(Words::all().knows(code)) << code;
}

TEST_F(PlanningCommands, NoticeAPackedFileThatIsCutOff) {
    std::string long_text = "mentee,mentor,cost\n";
    for (int row = 0; row < 5000; ++row)
        long_text += "G" + std::to_string(row * 7919 % 5003) + ",M" + std::to_string(row % 97) + ",1\n";
    write_gz("arcs.gz", long_text);
    const auto packed = read("arcs.gz");
    write("cut.gz", packed.substr(0, packed.size() / 2));
    EXPECT_EQ(match("--arcs arcs.gz --capacity 100 --out pairs.csv"), 0) << err_;
    EXPECT_EQ(match("--arcs cut.gz --capacity 100 --out other.csv --language en"), 1);
    EXPECT_NE(err_.find("damaged or cut off"), std::string::npos) << err_;
}

}  // namespace
}  // namespace pamong
