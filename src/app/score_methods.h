#pragma once

#include <boost/json/object.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/score_fields.h"
#include "base/result.h"
#include "features/performance/adapters/regulations.h"
#include "platform/words.h"

namespace pamong {

/// All that the methods of `pamong score` read: the rules of performance and the scales of evaluation.
struct ScoreRules {
    PerformanceRules performance;
    RatingScale percent_a;
    RatingScale percent_b;
    RatingScale ideal_mean;
    RatingScale gain;
};
Result<ScoreRules> read_score_rules(const RegulationFiles& files);

/// One result with its steps in words and the rule it was made by.
class ScoreSheet {
  public:
    explicit ScoreSheet(const Words& words) : words_(words) {}

    void number(std::string_view key, const Exact& value);
    void numbers(std::string_view key, const std::vector<Exact>& values);
    void text(std::string_view key, std::string_view value);
    void truth(std::string_view key, bool value);
    void step(std::string_view key, const std::map<std::string, std::string>& values = {});
    void rule(std::string_view key, std::string_view version, const Citation& source);

    boost::json::object result;
    std::vector<std::string> steps;
    boost::json::object made_by;

  private:
    const Words& words_;
};

/// "83,3333": four places are enough to follow a step; the result itself keeps ten.
std::string step_number(const Exact& value);

using ScoreMethod = Done (*)(ScoreFields&, const ScoreRules&, ScoreSheet&);
/// By name, such as "pkg_teacher".
const std::map<std::string, ScoreMethod, std::less<>>& score_methods();

// score_methods_pkg.cpp
Done score_pkg_competence(ScoreFields&, const ScoreRules&, ScoreSheet&);
Done score_pkg_teacher(ScoreFields&, const ScoreRules&, ScoreSheet&);
Done score_pkg_counsellor(ScoreFields&, const ScoreRules&, ScoreSheet&);
Done score_pkg_duty(ScoreFields&, const ScoreRules&, ScoreSheet&);
Done score_credit_2009(ScoreFields&, const ScoreRules&, ScoreSheet&);
// score_methods_2023.cpp
Done score_credit_2023(ScoreFields&, const ScoreRules&, ScoreSheet&);
Done score_predicate_2022(ScoreFields&, const ScoreRules&, ScoreSheet&);
Done score_pkb(ScoreFields&, const ScoreRules&, ScoreSheet&);
Done score_quality_index(ScoreFields&, const ScoreRules&, ScoreSheet&);
// score_methods.cpp
Done score_supervision(ScoreFields&, const ScoreRules&, ScoreSheet&);
Done score_percent_scale(ScoreFields&, const ScoreRules&, ScoreSheet&);
Done score_ideal_mean_scale(ScoreFields&, const ScoreRules&, ScoreSheet&);
Done score_normalised_gain(ScoreFields&, const ScoreRules&, ScoreSheet&);

}  // namespace pamong
