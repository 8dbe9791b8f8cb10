#include "features/workshops/domain/workshop.h"

#include <algorithm>

namespace pamong::workshops {

bool makes_plans(const Workshop& workshop) { return workshop.template_code == "lokakarya_8"; }

std::optional<RatioWarning> ratio_warning(const Workshop& workshop) {
    if (!makes_plans(workshop)) return std::nullopt;
    RatioWarning warning;
    for (const Member& member : workshop.members)
        ++(member.role == MemberRole::participant ? warning.participants : warning.mentors);
    if (warning.participants <= warning.mentors * warning.most_per_mentor) return std::nullopt;
    return warning;
}

std::int64_t attended(const Workshop& workshop, MemberRole role) {
    return std::ranges::count_if(workshop.members,
                                 [&](const Member& member) { return member.role == role && member.attended_at; });
}

ProductCount products_of(const Workshop& workshop) {
    if (!makes_plans(workshop)) return {};
    constexpr std::int64_t kinds = 3;
    return {static_cast<std::int64_t>(workshop.products.size()), attended(workshop, MemberRole::participant) * kinds};
}

Done may_close(const Workshop& workshop) {
    if (workshop.state == State::closed) return refused("workshops.closed");
    if (attended(workshop, MemberRole::participant) == 0) return refused("workshops.nobody_came");
    if (!std::ranges::all_of(workshop.aims, [](const Aim& aim) { return aim.reached.has_value(); }))
        return refused("workshops.aims_open");
    return {};
}

}  // namespace pamong::workshops
