#include "features/qualitative/adapters/codebook.h"

#include "platform/embedded.h"
#include "platform/regulation_table.h"

namespace pamong::qualitative {

const std::vector<StarterCode>& starter_codebook() {
    static const std::vector<StarterCode> codes = [] {
        constexpr std::string_view path = "regulations/qualitative_codebook.csv";
        auto table = RegulationTable::parse(path, embedded(path).value());
        expects(table.has_value(), "regulations/qualitative_codebook.csv is malformed");
        std::vector<StarterCode> all;
        for (std::size_t row = 0; row < table->size(); ++row)
            all.push_back({table->text(row, "code"), table->text(row, "definition_id")});
        expects(!table->problem(), "regulations/qualitative_codebook.csv is malformed");
        return all;
    }();
    return codes;
}

}  // namespace pamong::qualitative
