#include "features/mentoring/adapters/thresholds.h"

#include "platform/embedded.h"
#include "platform/regulation_table.h"

namespace pamong::mentoring {

Result<Thresholds> read_thresholds(std::string_view content) {
    auto table = RegulationTable::parse("regulations/mentoring_monitoring.csv", content);
    if (!table) return refused(table.error());
    Thresholds thresholds;
    for (std::size_t row = 0; row < table->size(); ++row) {
        Threshold one{table->text(row, "measure"), Threshold::When::below, table->decimal(row, "threshold"),
                      table->text(row, "unit"), table->citation(row)};
        const std::string& when = table->text(row, "alert_when");
        if (when == "above") one.when = Threshold::When::above;
        else if (when == "at_most") one.when = Threshold::When::at_most;
        else if (when != "below") table->wrong(row, "alert_when");
        thresholds.emplace(one.measure, one);
    }
    if (table->problem()) return refused(*table->problem());
    return thresholds;
}

const Thresholds& embedded_thresholds() {
    static const Thresholds thresholds = [] {
        const auto content = embedded("regulations/mentoring_monitoring.csv");
        expects(content.has_value(), "regulations/mentoring_monitoring.csv is part of the program");
        auto read = read_thresholds(*content);
        expects(read.has_value(), "regulations/mentoring_monitoring.csv has its shape");
        return std::move(*read);
    }();
    return thresholds;
}

}  // namespace pamong::mentoring
