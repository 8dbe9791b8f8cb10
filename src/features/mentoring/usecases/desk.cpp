#include "features/mentoring/usecases/desk.h"

namespace pamong::mentoring {

Result<OwnPair> own_pair(const PairId& id, const Desk& desk) {
    auto pair = desk.store.find_pair(id);
    if (!pair) return refused("mentoring.pair_not_found");
    const auto side = pair->side_of(desk.actor.person());
    if (!side) return refused("mentoring.pair_not_found");
    return OwnPair{std::move(*pair), *side};
}

Result<bool> is_new(const CommandId& id, const std::string& content, const Desk& desk) {
    switch (desk.store.remember(id, content, desk.now)) {
        case Seen::fresh:
            return true;
        case Seen::same:
            return false;
        case Seen::other:
            break;
    }
    return refused("mentoring.id_reused");
}

std::unexpected<Problem> conflict(std::int64_t revision, std::int64_t base_revision) {
    return refused("mentoring.conflict",
                   {{"revision", std::to_string(revision)}, {"base_revision", std::to_string(base_revision)}});
}

}  // namespace pamong::mentoring
