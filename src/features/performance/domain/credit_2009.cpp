#include "features/performance/domain/credit_2009.h"

namespace pamong {

Result<Exact> hours_share(const Exact& taught, const Exact& compulsory) {
    if (taught < 0 || compulsory <= 0)
        return refused("performance.credit_hours",
                       {{"taught", to_string(taught)}, {"compulsory", to_string(compulsory)}});
    if (taught >= compulsory) return Exact{1};
    return taught / compulsory;
}

Exact yearly_credit_2009(const Exact& base, const Exact& hours, const Exact& credit_percent) {
    constexpr int usual_years_per_rank = 4;
    return base * hours * credit_percent / 100 / usual_years_per_rank;
}

Result<Exact> shared_credit(const Exact& teaching, const Exact& duty, const Exact& share_teaching,
                            const Exact& share_duty) {
    if (share_teaching < 0 || share_duty < 0 || share_teaching + share_duty != 100)
        return refused("performance.credit_shares",
                       {{"teaching", to_string(share_teaching)}, {"duty", to_string(share_duty)}});
    return (share_teaching * teaching + share_duty * duty) / 100;
}

}  // namespace pamong
