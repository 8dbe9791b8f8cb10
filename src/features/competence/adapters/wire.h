#pragma once

#include "features/competence/adapters/reference.h"
#include "features/competence/usecases/scores.h"
#include "platform/json/json.h"

namespace pamong::competence {

/// Where a number comes from, as it stands beside it.
struct SourceNote {
    std::string source;
    std::optional<std::int64_t> year;
    std::string mark;
};
BOOST_DESCRIBE_STRUCT(SourceNote, (), (source, year, mark))

struct TestLine {
    std::string code;
    std::int64_t year = 0;
    Exact minimum;
    std::string purpose_id;
    std::string purpose_en;
    SourceNote source;
};
BOOST_DESCRIBE_STRUCT(TestLine, (), (code, year, minimum, purpose_id, purpose_en, source))

struct GapLine {
    std::string key;
    std::string name;
    std::int64_t people = 0;
    std::optional<Exact> mean;
    std::optional<Exact> gap;
    std::optional<double> low;
    std::optional<double> high;
    std::optional<std::int64_t> below;
    bool hidden = false;
};
BOOST_DESCRIBE_STRUCT(GapLine, (), (key, name, people, mean, gap, low, high, below, hidden))

struct GapPage {
    TestLine test;
    GroupBy by = GroupBy::subject;
    std::vector<GapLine> groups;
    std::optional<GapLine> whole;
    std::int64_t smallest_group = 5;
};
BOOST_DESCRIBE_STRUCT(GapPage, (), (test, by, groups, whole, smallest_group))

struct ScoreLine {
    std::string test;
    std::int64_t year = 0;
    std::string subject;
    std::optional<Exact> pedagogic;
    std::optional<Exact> professional;
    Exact total;
    std::optional<Exact> minimum;
    std::optional<Exact> gap;
    std::string purpose_id;
    std::string purpose_en;
    std::optional<SourceNote> source;
};
BOOST_DESCRIBE_STRUCT(ScoreLine, (),
                      (test, year, subject, pedagogic, professional, total, minimum, gap, purpose_id, purpose_en,
                       source))
struct ScoreList {
    std::vector<ScoreLine> items;
};
BOOST_DESCRIBE_STRUCT(ScoreList, (), (items))

struct ProvinceTileLine {
    std::string code;
    std::string short_name;
    std::string name;
    std::int64_t column = 0;
    std::int64_t row = 0;
    std::optional<Exact> overall;
    std::optional<Exact> pedagogic;
};
BOOST_DESCRIBE_STRUCT(ProvinceTileLine, (), (code, short_name, name, column, row, overall, pedagogic))
struct NationalPage {
    TestLine test;
    std::optional<Exact> overall;
    std::optional<Exact> pedagogic;
    std::optional<Exact> professional;
    SourceNote source;
    std::vector<ProvinceTileLine> provinces;
};
BOOST_DESCRIBE_STRUCT(NationalPage, (), (test, overall, pedagogic, professional, source, provinces))

struct StandardLine {
    std::string code;
    std::string domain;
    std::string name_id;
    std::string name_en;
    SourceNote source;
};
BOOST_DESCRIBE_STRUCT(StandardLine, (), (code, domain, name_id, name_en, source))
struct LevelLine {
    std::int64_t level = 1;
    std::string name_id;
    std::string name_en;
    std::string minimum_for;
};
BOOST_DESCRIBE_STRUCT(LevelLine, (), (level, name_id, name_en, minimum_for))
struct StandardsPage {
    std::vector<StandardLine> standard_2007;
    std::vector<StandardLine> model_2023;
    std::vector<LevelLine> levels_2023;
};
BOOST_DESCRIBE_STRUCT(StandardsPage, (), (standard_2007, model_2023, levels_2023))

/// A table as chosen or pasted: a CSV or XLSX file, one person a row.
struct ScoreImportBody {
    std::string file_name;
    std::string base64;
    std::string test = "UKG";
    std::int64_t year = 2015;
    bool dry_run = true;
};
BOOST_DESCRIBE_STRUCT(ScoreImportBody, (), (file_name, base64, test, year, dry_run))
struct ScoreImportReply {
    std::int64_t rows = 0;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::vector<std::string> notes;
};
BOOST_DESCRIBE_STRUCT(ScoreImportReply, (), (rows, added, changed, unchanged, notes))

}  // namespace pamong::competence
