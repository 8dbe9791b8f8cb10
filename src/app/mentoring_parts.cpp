#include "app/mentoring_parts.h"

#include "features/evidence/adapters/sql_evidence_store.h"
#include "features/programmes/adapters/sql_programme_store.h"
#include "features/programmes/adapters/template_reader.h"
#include "features/scheduling/adapters/sql_timetable_store.h"

namespace pamong::app {

mentoring::MentoringParts mentoring_parts() {
    return {[](store::Tx& tx) { return std::make_unique<evidence::SqlEvidenceStore>(tx); },
            [](store::Tx& tx) { return std::make_unique<programmes::SqlProgrammeStore>(tx); },
            [](store::Tx& tx) { return std::make_unique<timetables::SqlTimetableStore>(tx); },
            programmes::embedded_templates()};
}

}  // namespace pamong::app
