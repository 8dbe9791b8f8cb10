#pragma once

#include "features/access/domain/actor.h"
#include "features/evidence/usecases/evidence.h"
#include "features/instruments/domain/submission.h"

namespace pamong::instruments {

class SubmissionStore {
  public:
    virtual ~SubmissionStore() = default;
    virtual std::optional<Submission> find(const SubmissionId& id) = 0;
    virtual std::vector<Submission> corrections_of(const SubmissionId& id) = 0;
    virtual void add(const Submission& submission, const std::vector<Answer>& answers) = 0;
    virtual void set_state(const SubmissionId& id, SubmissionState state) = 0;
    virtual void journal(std::string_view action, const Uuid& subject, const std::string& hash) = 0;
};

struct SubmitForm {
    SubmissionId id;  ///< made on the device; the instanceID of the XML
    std::optional<SubmissionId> deprecated_id{};
    std::string instrument;
    std::string instrument_version;
    std::string xml;
    std::string content_hash;
    std::vector<Answer> answers;
    Timestamp device_time;
    std::optional<Uuid> session_id{};
    std::optional<Uuid> subject_person_id{};
};

enum class Received { created, same_again, conflict };

/// Takes an answered form exactly once. The same again is acknowledged again; another content under the same id is
/// refused; a correction names the version it corrects, and a second correction of that version makes both a conflict
/// that is kept for a person to merge. Problems: access.not_permitted, instruments.same_id_other_content,
/// instruments.unknown_version (the corrected one is not here).
Result<Received> submit_form(const SubmitForm& form, const access::Actor& actor, Timestamp now, SubmissionStore& store,
                             evidence::EvidenceStore& evidence);

/// The evidence id of an observation's rating; the submission's own id is the evidence of its answers.
Uuid score_id(const SubmissionId& first);

/// May this person open the submission? The observer, the observed, or somebody with the permission to read them.
bool may_read(const Submission& submission, const access::Actor& actor);

}  // namespace pamong::instruments
