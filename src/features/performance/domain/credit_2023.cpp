#include "features/performance/domain/credit_2023.h"

namespace pamong {

Result<Exact> yearly_credit_2023(const Exact& coefficient, const Exact& percent, const Exact& months) {
    if (months.denominator() != 1 || months < 1 || months > 12)
        return refused("performance.credit_months", {{"months", to_string(months)}});
    return percent / 100 * coefficient * months / 12;
}

Result<Integration> integrate_credit(const Exact& conventional, const Exact& base, const IntegrationRange* range) {
    if (conventional < base)
        return refused("performance.credit_below_base",
                       {{"conventional", to_string(conventional)}, {"base", to_string(base)}});
    Integration result{conventional - base, false};
    if (range != nullptr)
        result.outside_range =
            conventional < range->old_from || (range->old_below && conventional >= *range->old_below);
    return result;
}

Result<WayToGo> years_to(const Exact& current, const Exact& need, const Exact& coefficient, const Exact& percent) {
    if (current >= need) return WayToGo{};
    const Exact yearly = coefficient * percent / 100;
    if (yearly <= 0) return refused("performance.credit_no_growth");
    const Exact years = (need - current) / yearly;
    return WayToGo{need - current, (years.numerator() + years.denominator() - 1) / years.denominator()};
}

}  // namespace pamong
