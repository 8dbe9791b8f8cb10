#include "features/performance/domain/pkb_credit.h"

#include <algorithm>

namespace pamong {

TrainingCredit training_credit(int hours, const std::vector<PkbActivity>& activities) {
    TrainingCredit best;
    for (const PkbActivity& activity : activities)
        if (activity.training_hours_from > 0 && hours >= activity.training_hours_from &&
            (best.row == nullptr || activity.training_hours_from > best.row->training_hours_from))
            best = {activity.credit, &activity};
    return best;
}

Result<Exact> author_credit(const PkbActivity& activity, int authors, int author,
                            const std::vector<TeamShare>& shares) {
    if (authors == 1 && author == 1) return activity.credit;
    if (!activity.team_work) return refused("performance.pkb_not_team_work", {{"activity", activity.name_id}});
    for (const TeamShare& share : shares)
        if (share.authors == authors && share.author == author) return activity.credit * share.percent / 100;
    return refused("performance.pkb_authors",
                   {{"authors", std::to_string(authors)}, {"author", std::to_string(author)}});
}

PkbMissing missing_for(const PkbMinimum& minimum, const Exact& self_development, const Exact& publication_innovation,
                       const std::vector<std::string>& works) {
    const auto lacking = [](const Exact& needed, const Exact& have) { return have < needed ? needed - have : Exact{}; };
    PkbMissing missing{lacking(minimum.self_development, self_development),
                       lacking(minimum.publication_innovation, publication_innovation),
                       {}};
    for (const std::string& work : minimum.must_include)
        if (std::ranges::find(works, work) == works.end()) missing.works.push_back(work);
    return missing;
}

}  // namespace pamong
