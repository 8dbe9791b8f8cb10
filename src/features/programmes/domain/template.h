#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/citation.h"

namespace pamong::programmes {

/// A text in both languages, as data files hold it.
struct BothTexts {
    std::string id;
    std::string en;
};

/// What a pair should look like, besides the rules: how much each wish weighs against the others (0: does not count).
struct Wishes {
    int gap = 0;       ///< the mentor is strong where the mentee is weak
    int distance = 0;  ///< near each other
    int subject = 0;   ///< the same subject, where that is no rule
    int level = 0;     ///< the same school level, where that is no rule
};

/// Who is matched to whom in one step of a programme, and under which rules (codes of mentoring's match_rules.h).
struct MatchStep {
    std::string from_role;
    std::string to_role;
    std::optional<int> from_generation;
    std::optional<int> to_generation;
    int most_mentees = 1;
    std::vector<std::string> rules;
    Wishes wishes;
    std::optional<int> longest_km;
};

struct TemplatePhase {
    std::string kind;
    BothTexts name;
    int days = 1;
};

/// What the three generations were called from a year on.
struct GenerationLabels {
    int year = 0;
    std::vector<std::string> generations;
};

/// A programme that many run alike: regulations/programme_templates.json.
struct Template {
    std::string code;
    BothTexts name;
    Citation source;
    int months = 0;
    std::vector<GenerationLabels> labels;
    std::vector<MatchStep> steps;
    std::vector<TemplatePhase> phases;
};

/// "Guru Inti" for generation 1 in 2019 and later, "Guru Mitra 1" in 2018; nothing without labels for that year.
std::optional<std::string> label_of(const Template& kind, int generation, int year);

const Template* find_template(const std::vector<Template>& templates, std::string_view code);

}  // namespace pamong::programmes
