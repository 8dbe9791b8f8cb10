#pragma once

#include "features/mentoring/adapters/routes.h"
#include "features/mentoring/adapters/sql_mentoring_store.h"
#include "features/mentoring/adapters/thresholds.h"
#include "features/mentoring/adapters/wire.h"

namespace pamong::mentoring {

inline constexpr std::int64_t day_seconds = 86400;

/// The stores of one request, and the desk that use cases work at.
class RequestDesk {
  public:
    RequestDesk(http::Request& request, const MentoringParts& parts)
        : RequestDesk(request.transaction(), request.actor<access::Actor>(), request.random(), parts) {}
    RequestDesk(store::Tx& tx, const access::Actor& actor, Random& random, const MentoringParts& parts)
        : store_(tx),
          evidence_(parts.evidence(tx)),
          programmes_(parts.programmes(tx)),
          timetables_(parts.timetables(tx)),
          desk{actor,      tx.now(),        random,
               store_,     *programmes_,    *timetables_,
               *evidence_, parts.templates, embedded_thresholds()} {}
    RequestDesk(const RequestDesk&) = delete;
    RequestDesk& operator=(const RequestDesk&) = delete;

  private:
    SqlMentoringStore store_;
    std::unique_ptr<evidence::EvidenceStore> evidence_;
    std::unique_ptr<programmes::ProgrammeStore> programmes_;
    std::unique_ptr<timetables::TimetableStore> timetables_;

  public:
    Desk desk;
};

// Records as the API shows them (show.cpp).
using Faces = std::map<PersonId, Face>;
PersonShown shown(const Faces& faces, const PersonId& person);
PersonShown shown(const Participant& participant);
PairReasonsJson reasons_from(const std::string& json);
PairLine line_of(const Pair& pair, const Faces& faces, const std::optional<Side>& side);
SessionLine line_of(const Session& session);
ActionLine line_of(const AgreedAction& action);
NoteLine line_of(const Note& note, const access::Actor& actor);
MatchSummary line_of(const Match& match);
MonitoringPage page_of(const Monitoring& monitoring, const Thresholds& thresholds);
/// proposed, agreed, held or cancelled.
std::string status_of(const Session& session);

void add_matching_routes(http::Router& router, const MentoringParts& parts);
void add_session_routes(http::Router& router, const MentoringParts& parts);
void add_record_routes(http::Router& router, const MentoringParts& parts);
void add_calendar_routes(http::Router& router, const MentoringParts& parts);

}  // namespace pamong::mentoring
