#include "features/analysis/domain/comparison.h"

#include <cmath>

#include "engines/stats/comparison.h"
#include "engines/stats/correlation.h"
#include "engines/stats/descriptives.h"

namespace pamong::analysis {
namespace {

struct Columns {
    std::vector<double> first;
    std::vector<double> second;
};

Columns columns_of(const std::vector<Observed>& units) {
    Columns columns;
    for (const Observed& unit : units) {
        columns.first.push_back(unit.first);
        columns.second.push_back(unit.second);
    }
    return columns;
}

Figure figure_of(double value, const stats::Interval& interval) { return {value, interval.low, interval.high}; }

}  // namespace

Change change_of(const std::vector<Observed>& units) {
    const Columns columns = columns_of(units);
    Change change;
    change.n = static_cast<std::int64_t>(units.size());
    if (const auto before = stats::describe(columns.first)) change.mean_before = before->mean;
    if (const auto after = stats::describe(columns.second)) change.mean_after = after->mean;
    change.difference.value = change.mean_after - change.mean_before;
    const auto test = stats::paired_t(columns.first, columns.second);
    if (!test) {
        change.problem = test.error().code;
        return change;
    }
    change.difference = figure_of(test->difference, test->interval);
    change.t = test->t;
    change.degrees = test->degrees;
    change.p = test->p;
    if (const auto effect = stats::cohen_d_z(columns.first, columns.second))
        change.effect = figure_of(effect->value, effect->interval);
    return change;
}

Association association_of(const std::vector<Observed>& units) {
    const Columns columns = columns_of(units);
    Association association;
    association.n = static_cast<std::int64_t>(units.size());
    const auto r = stats::pearson(columns.first, columns.second);
    if (!r) {
        association.problem = r.error().code;
        return association;
    }
    association.pearson = figure_of(r->value, r->interval);
    association.p = r->p;
    if (const auto rho = stats::spearman(columns.first, columns.second))
        association.spearman = figure_of(rho->value, rho->interval);
    return association;
}

ScaleTotal scale_total_of(const std::vector<Observed>& units) {
    ScaleTotal total;
    std::vector<double> percents;
    for (const Observed& unit : units) {
        total.points += std::llround(unit.first);
        total.maximum += std::llround(unit.second);
        if (unit.second > 0) percents.push_back(100 * unit.first / unit.second);
    }
    total.n = static_cast<std::int64_t>(units.size());
    const auto sheets = stats::describe(percents);
    if (!sheets) {
        total.problem = sheets.error().code;
        return total;
    }
    total.percent = {sheets->mean, {}, {}};
    total.sd = sheets->sd;
    if (const auto mean = stats::mean_with_interval(percents)) total.percent = figure_of(sheets->mean, mean->interval);
    return total;
}

std::vector<std::string> guards_of(std::string_view method) {
    if (method == scale_method) return {"analysis.guard_uncertainty"};
    return {"analysis.guard_not_cause", "analysis.guard_no_ranking", "analysis.guard_uncertainty"};
}

}  // namespace pamong::analysis
