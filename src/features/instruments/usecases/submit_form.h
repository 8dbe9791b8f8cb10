#pragma once

#include "features/access/domain/actor.h"
#include "features/evidence/usecases/evidence.h"
#include "features/instruments/domain/submission.h"

namespace pamong::instruments {

class SubmissionStore {
  public:
    virtual ~SubmissionStore() = default;
    virtual std::optional<Submission> find(const SubmissionId& id) = 0;
    /// All versions that go back to `first`, oldest first. `lock` keeps others from adding to them meanwhile.
    virtual std::vector<Submission> versions_of(const SubmissionId& first) = 0;
    virtual void lock(const SubmissionId& first) = 0;
    virtual std::vector<Answer> answers_of(const SubmissionId& id) = 0;
    /// False when the id is there already: somebody sent the same at the same moment.
    virtual bool add(const Submission& submission, const std::vector<Answer>& answers) = 0;
    virtual void set_state(const SubmissionId& id, SubmissionState state) = 0;
    /// A quarantined submission takes its place: chain, version number and state.
    virtual void settle(const Submission& submission) = 0;
    virtual std::int64_t quarantined_of(const AccountId& account) = 0;
    /// Where a person works now, for permissions.
    virtual access::Where place_of(const std::optional<Uuid>& person) = 0;
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
    std::string title{};  ///< of the instrument, as chains of evidence name it; its code when empty
};

enum class Received { created, same_again, conflict };

/// Takes an answered form exactly once. The same again is acknowledged again; another content under the same id is
/// refused. A correction names the version it corrects: the standing one, or one of a conflict, which it settles. A
/// correction of a version that was corrected before makes a conflict; all are kept for a person to merge. Sending what
/// lies in quarantine again, signed in, takes it out.
/// Problems: access.not_permitted, instruments.same_id_other_content, instruments.unknown_version (the corrected one is
/// not here or not one's own).
Result<Received> submit_form(const SubmitForm& form, const access::Actor& actor, Timestamp now, SubmissionStore& store,
                             evidence::EvidenceStore& evidence);

/// Keeps what comes from a device whose session of `account` has ended, unseen by anybody until its owner confirms it.
/// Problems: instruments.same_id_other_content, instruments.too_many_tries (500 wait already).
Result<Received> quarantine_form(const SubmitForm& form, const AccountId& account, Timestamp now,
                                 SubmissionStore& store);

/// "Yes, I sent this": what waited in quarantine is received. Problem: instruments.not_found.
Result<Received> confirm_submission(const SubmissionId& id, const access::Actor& actor, Timestamp now,
                                    SubmissionStore& store, evidence::EvidenceStore& evidence);

/// The evidence id of an observation's rating; the submission's own id is the evidence of its answers.
Uuid score_id(const SubmissionId& first);

/// Sent by this person, or about them: the pair, who may also read the notes.
bool is_of_the_pair(const Submission& submission, const access::Actor& actor);
/// May this person see that it exists, and its ratings? The pair, or somebody with the permission at that place. What
/// lies in quarantine shows to the account it came from only.
bool may_read(const Submission& submission, const access::Actor& actor, const access::Where& place);

}  // namespace pamong::instruments
