#include "features/competence/adapters/reference.h"

#include <map>

#include "platform/embedded.h"
#include "platform/regulation_table.h"

namespace pamong::competence {
namespace {

/// Reads every row of a file of regulations/.
template <class F>
void rows_of(std::string_view file, F read) {
    auto table = RegulationTable::parse(file, embedded(file).value_or(""));
    expects(table.has_value(), std::string(file) + " is a table");
    for (std::size_t row = 0; row < table->size(); ++row) read(*table, row);
    expects(!table->problem(), std::string(file) + " has its columns");
}

std::vector<StandardItem> items_of(std::string_view file, std::string_view name_id, std::string_view name_en) {
    std::vector<StandardItem> items;
    rows_of(file, [&](RegulationTable& table, std::size_t row) {
        items.push_back({table.text(row, "code"), table.text(row, "domain"), table.text(row, name_id),
                         name_en.empty() ? std::string{} : table.text_or_empty(row, name_en), table.citation(row)});
    });
    return items;
}

}  // namespace

const std::vector<CompetenceTest>& competence_tests() {
    static const std::vector<CompetenceTest> tests = [] {
        std::vector<CompetenceTest> read;
        rows_of("regulations/competence_tests.csv", [&](RegulationTable& table, std::size_t row) {
            read.push_back({table.text(row, "test"), table.whole(row, "test_year"), table.decimal(row, "minimum"),
                            table.decimal(row, "weight_pedagogic"), table.decimal(row, "weight_professional"),
                            table.text(row, "purpose_id"), table.text(row, "purpose_en"), table.citation(row)});
        });
        return read;
    }();
    return tests;
}

const std::vector<StandardItem>& standard_2007() {
    static const auto items = items_of("regulations/competence_standard_2007.csv", "label_id", "");
    return items;
}

const std::vector<StandardItem>& model_2023() {
    static const auto items = items_of("regulations/competence_model_2023.csv", "name_id", "name_en");
    return items;
}

const std::vector<ModelLevel>& model_levels_2023() {
    static const std::vector<ModelLevel> levels = [] {
        std::vector<ModelLevel> read;
        rows_of("regulations/competence_levels_2023.csv", [&](RegulationTable& table, std::size_t row) {
            read.push_back({table.whole(row, "level"), table.text(row, "name_id"), table.text(row, "name_en"),
                            table.text_or_empty(row, "minimum_for")});
        });
        return read;
    }();
    return levels;
}

const NationalResult& ukg_2015() {
    static const NationalResult result = [] {
        NationalResult read;
        struct Published {
            std::optional<Exact> overall;
            std::optional<Exact> pedagogic;
        };
        std::map<std::string, Published> by_name;
        rows_of("regulations/ukg_2015.csv", [&](RegulationTable& table, std::size_t row) {
            const auto overall = table.decimal_or_nothing(row, "overall");
            const auto pedagogic = table.decimal_or_nothing(row, "pedagogic");
            if (table.text(row, "scope") == "nation") {
                read.overall = overall;
                read.pedagogic = pedagogic;
                read.professional = table.decimal_or_nothing(row, "professional");
                read.source = table.citation(row);
            } else {
                by_name[table.text(row, "name")] = {overall, pedagogic};
            }
        });
        std::map<std::string, std::string> names;
        rows_of("regulations/provinces.csv", [&](RegulationTable& table, std::size_t row) {
            names[table.text(row, "code")] = table.text(row, "name");
        });
        std::size_t placed = 0;
        rows_of("regulations/province_tiles.csv", [&](RegulationTable& table, std::size_t row) {
            ProvinceResult province{table.text(row, "code"), table.text(row, "short"), names[table.text(row, "code")],
                                    table.whole(row, "column"), table.whole(row, "row")};
            if (const auto found = by_name.find(province.name); found != by_name.end()) {
                province.overall = found->second.overall;
                province.pedagogic = found->second.pedagogic;
                ++placed;
            }
            read.provinces.push_back(std::move(province));
        });
        expects(placed == by_name.size(), "every published province is on the grid");
        return read;
    }();
    return result;
}

}  // namespace pamong::competence
