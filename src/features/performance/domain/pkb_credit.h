#pragma once

#include <string>
#include <vector>

#include "base/citation.h"
#include "base/exact.h"
#include "base/result.h"

namespace pamong {

/// One kind of activity of continuing professional development (PKB) and the credit it earns once.
struct PkbActivity {
    int code = 0;
    std::string kind;  ///< pengembangan_diri, publikasi_ilmiah, karya_inovatif
    std::string name_id;
    Exact credit{};
    int training_hours_from = 0;  ///< for training only: the fewest whole hours that earn this credit
    bool team_work = false;
    Citation source{};
};

/// A certificate of training by its effective hours (JP); nothing below the lowest row (29 hours earn 0).
struct TrainingCredit {
    Exact credit{};
    const PkbActivity* row = nullptr;
};
TrainingCredit training_credit(int hours, const std::vector<PkbActivity>& activities);

/// percent of the credit for the first, second ... author of a team of that size.
struct TeamShare {
    int authors = 1;
    int author = 1;
    Exact percent{};
};

/// Problems: pkb_authors (team size or place without a rule), pkb_not_team_work.
Result<Exact> author_credit(const PkbActivity& activity, int authors, int author, const std::vector<TeamShare>& shares);

/// What a rank step asks of PKB.
struct PkbMinimum {
    std::string from;
    std::string to;
    Exact self_development{};
    Exact publication_innovation{};
    std::vector<std::string> must_include;
    Citation source{};
};

struct PkbMissing {
    Exact self_development{};
    Exact publication_innovation{};
    std::vector<std::string> works;
    [[nodiscard]] bool nothing() const { return self_development == 0 && publication_innovation == 0 && works.empty(); }
};

PkbMissing missing_for(const PkbMinimum& minimum, const Exact& self_development, const Exact& publication_innovation,
                       const std::vector<std::string>& works);

}  // namespace pamong
