#pragma once

#include "features/access/domain/actor.h"
#include "features/evidence/usecases/evidence.h"
#include "features/outcomes/domain/class_result.h"

namespace pamong::outcomes {

class ClassResultStore {
  public:
    virtual ~ClassResultStore() = default;
    /// The newest revisions of these results, with their revision.
    virtual std::map<Uuid, std::pair<std::int64_t, ClassResult>> newest_of(const std::vector<ClassResultId>& ids) = 0;
    virtual void add(const std::vector<std::pair<std::int64_t, ClassResult>>& revisions, Timestamp now) = 0;
    virtual std::vector<ClassResult> results(const access::Reach& reach, const std::string& subject) = 0;
    virtual void journal(std::string_view action, const Uuid& subject) = 0;
};

struct Recorded {
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
};

/// Records class results, all or none; a result that is already there in other words becomes its next revision, the
/// same again changes nothing. Each is offered as evidence. Problems: access.not_permitted, outcomes.rows_wrong with
/// one part a wrong result (`at` = "[3].mean").
Result<Recorded> record_class_results(const std::vector<ClassResult>& results, const access::Actor& actor,
                                      Timestamp now, ClassResultStore& store, evidence::EvidenceStore& evidence);

/// Results of the classes that the actor may see. Problem: access.not_permitted.
Result<std::vector<ClassResult>> class_results(const access::Actor& actor, const std::string& subject,
                                               ClassResultStore& store);

}  // namespace pamong::outcomes
