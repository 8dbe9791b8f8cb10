#pragma once

#include "features/analysis/usecases/analyses.h"
#include "platform/json/json.h"

namespace pamong::analysis {

BOOST_DESCRIBE_STRUCT(Figure, (), (value, low, high))
BOOST_DESCRIBE_STRUCT(Change, (), (n, mean_before, mean_after, difference, effect, t, degrees, p, problem))
BOOST_DESCRIBE_STRUCT(Association, (), (n, pearson, spearman, p, problem))
BOOST_DESCRIBE_STRUCT(ScaleTotal, (), (n, points, maximum, percent, sd, problem))

struct SnapshotUnit {
    std::string label;
    double first = 0;
    double second = 0;
};
BOOST_DESCRIBE_STRUCT(SnapshotUnit, (), (label, first, second))

struct AnalysisView {
    Uuid id;
    std::int64_t revision = 1;
    std::string method;
    std::string method_version;
    std::string title;
    JsonText settings;
    JsonText snapshot;
    std::string snapshot_hash;
    JsonText result;
    Timestamp made_at;
    std::vector<std::string> guards;  ///< words keys that stand beside every figure
    std::string picture;              ///< SVG
    std::string picture_phone;        ///< the same for a narrow screen
};
BOOST_DESCRIBE_STRUCT(AnalysisView, (),
                      (id, revision, method, method_version, title, settings, snapshot, snapshot_hash, result, made_at,
                       guards, picture, picture_phone))

struct AnalysisList {
    std::vector<AnalysisView> items;
};
BOOST_DESCRIBE_STRUCT(AnalysisList, (), (items))

struct ClassChangeBody {
    Uuid id;
    std::string subject;
    std::string before;
    std::string after;
};
BOOST_DESCRIBE_STRUCT(ClassChangeBody, (), (id, subject, before, after))

}  // namespace pamong::analysis
