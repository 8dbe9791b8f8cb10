#pragma once

#include "base/random.h"
#include "features/access/domain/actor.h"
#include "features/evidence/usecases/evidence.h"
#include "features/mentoring/domain/measures.h"
#include "features/mentoring/usecases/mentoring_store.h"
#include "features/programmes/usecases/programmes.h"
#include "features/scheduling/usecases/timetables.h"

namespace pamong::mentoring {

/// Who acts, when, and what a use case of mentoring needs at hand.
struct Desk {
    const access::Actor& actor;
    Timestamp now;
    Random& random;
    MentoringStore& store;
    programmes::ProgrammeStore& programmes;
    timetables::TimetableStore& timetables;
    evidence::EvidenceStore& evidence;
    const std::vector<programmes::Template>& templates;
    const Thresholds& thresholds;

    [[nodiscard]] int offset() const { return timetables.utc_offset_hours(); }
    [[nodiscard]] Day today() const { return local_day(now, offset()); }
};

/// The pair, if the caller is one of the two. Problems: mentoring.pair_not_found.
struct OwnPair {
    Pair pair;
    Side side = Side::mentor;
};
Result<OwnPair> own_pair(const PairId& id, const Desk& desk);
/// Remembers a command: true when it is new, false when it was applied before with the same content.
/// Problems: mentoring.id_reused.
Result<bool> is_new(const CommandId& id, const std::string& content, const Desk& desk);
/// `mentoring.conflict` with both revisions.
std::unexpected<Problem> conflict(std::int64_t revision, std::int64_t base_revision);

}  // namespace pamong::mentoring
