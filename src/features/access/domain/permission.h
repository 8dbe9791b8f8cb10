#pragma once

#include <compare>
#include <string_view>

namespace pamong::access {

/// One thing that may be allowed. The code is what routes, the client and the documents show.
struct Permission {
    std::string_view code;
    friend auto operator<=>(const Permission&, const Permission&) = default;
};

// Everyone's own things.
inline constexpr Permission use_own_home{"home.own"};
// People and places.
inline constexpr Permission read_people{"people.read"};
inline constexpr Permission import_people{"people.import"};
// Competence.
inline constexpr Permission read_competence{"competence.read"};
inline constexpr Permission import_competence{"competence.import"};
// Programmes, matching, sessions.
inline constexpr Permission read_programmes{"programmes.read"};
inline constexpr Permission manage_programmes{"programmes.manage"};
inline constexpr Permission pair_teachers{"mentoring.pair"};
inline constexpr Permission take_part_in_mentoring{"mentoring.take_part"};
inline constexpr Permission monitor_mentoring{"mentoring.monitor"};
// Instruments and answers.
inline constexpr Permission use_instruments{"instruments.use"};
inline constexpr Permission submit_answers{"instruments.submit"};
inline constexpr Permission read_submissions{"instruments.read_submissions"};
// Performance: an own appraisal, appraising others, seeing results.
inline constexpr Permission own_appraisal{"performance.own"};
inline constexpr Permission appraise{"performance.appraise"};
inline constexpr Permission read_appraisals{"performance.read"};
// Workshops and plans.
inline constexpr Permission take_part_in_workshops{"workshops.take_part"};
inline constexpr Permission run_workshops{"workshops.run"};
inline constexpr Permission own_plan{"plans.own"};
inline constexpr Permission read_plans{"plans.read"};
inline constexpr Permission approve_plans{"plans.approve"};
// Outcomes and statistics.
inline constexpr Permission import_outcomes{"outcomes.import"};
inline constexpr Permission read_outcomes{"outcomes.read"};
inline constexpr Permission run_analysis{"analysis.run"};
// Studies and evaluation.
inline constexpr Permission code_studies{"qualitative.code"};
inline constexpr Permission manage_evaluations{"evaluation.manage"};
inline constexpr Permission read_evaluations{"evaluation.read"};
inline constexpr Permission read_evidence{"evidence.read"};
// Trust.
inline constexpr Permission manage_accounts{"access.manage"};
inline constexpr Permission read_audit{"access.audit"};

}  // namespace pamong::access
