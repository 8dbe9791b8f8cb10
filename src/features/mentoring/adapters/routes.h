#pragma once

#include <functional>
#include <memory>

#include "features/evidence/usecases/evidence.h"
#include "features/programmes/usecases/programmes.h"
#include "features/scheduling/usecases/timetables.h"
#include "platform/http/router.h"

namespace pamong::mentoring {

/// What earlier features give to mentoring, made for one transaction; `app` knows their SQL, this feature does not.
struct MentoringParts {
    evidence::EvidenceOf evidence;
    std::function<std::unique_ptr<programmes::ProgrammeStore>(store::Tx&)> programmes;
    std::function<std::unique_ptr<timetables::TimetableStore>(store::Tx&)> timetables;
    const std::vector<programmes::Template>& templates;
};

void add_mentoring_routes(http::Router& router, const MentoringParts& parts);

}  // namespace pamong::mentoring
