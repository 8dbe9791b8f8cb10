#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/citation.h"
#include "base/exact.h"
#include "base/id.h"
#include "base/result.h"

namespace pamong::competence {

using ScoreId = Id<struct ScoreTag>;

/// A competence test, its minimum and how its two parts weigh: regulations/competence_tests.csv.
struct CompetenceTest {
    std::string code;  ///< "UKG"
    std::int64_t year = 0;
    Exact minimum;
    Exact weight_pedagogic;
    Exact weight_professional;
    std::string purpose_id;
    std::string purpose_en;
    Citation source;
};

/// What one person reached in one test of one year, of 100 points.
struct TestScore {
    ScoreId id;
    Uuid person_id;
    std::string test;
    std::int64_t year = 0;
    std::string subject;
    std::optional<Exact> pedagogic{};
    std::optional<Exact> professional{};
    Exact total;
    friend bool operator==(const TestScore&, const TestScore&) = default;
};

/// The same person, test and year are the same score, whoever imports it.
ScoreId score_id_of(const Uuid& person, const std::string& test, std::int64_t year);

/// The weighted sum of both parts (0.3 and 0.7 for UKG 2015).
Exact weighted_total(const Exact& pedagogic, const Exact& professional, const CompetenceTest& test);

/// Problems with `at` = member: competence.score_range (0 to 100), competence.test_missing.
Done check_score(const TestScore& score);

}  // namespace pamong::competence
