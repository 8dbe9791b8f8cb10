#pragma once

#include "features/competence/domain/score.h"

namespace pamong::competence {

// Reference data of regulations/; a malformed file is a mistake of ours and throws.

/// regulations/competence_tests.csv.
const std::vector<CompetenceTest>& competence_tests();

/// A core competence of 2007 or an indicator of the model of 2023.
struct StandardItem {
    std::string code;
    std::string domain;
    std::string name_id;
    std::string name_en;  ///< empty where no translation is at hand
    Citation source;
};
const std::vector<StandardItem>& standard_2007();
const std::vector<StandardItem>& model_2023();
/// Levels of mastery of the model, 1 to 5, and the post each is the minimum for.
struct ModelLevel {
    std::int64_t level = 1;
    std::string name_id;
    std::string name_en;
    std::string minimum_for;
};
const std::vector<ModelLevel>& model_levels_2023();

/// A province on the tile grid with its published mean; nothing where none was published.
struct ProvinceResult {
    std::string code;
    std::string short_name;
    std::string name;
    std::int64_t column = 0;
    std::int64_t row = 0;
    std::optional<Exact> overall{};
    std::optional<Exact> pedagogic{};
};
struct NationalResult {
    std::optional<Exact> overall{};
    std::optional<Exact> pedagogic{};
    std::optional<Exact> professional{};
    Citation source;
    std::vector<ProvinceResult> provinces;
};
/// regulations/ukg_2015.csv on the provinces of today: those without a published figure have none, and so have
/// provinces that were founded since.
const NationalResult& ukg_2015();

}  // namespace pamong::competence
