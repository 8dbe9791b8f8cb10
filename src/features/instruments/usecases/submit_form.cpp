#include "features/instruments/usecases/submit_form.h"

#include <algorithm>

namespace pamong::instruments {
namespace {

void offer_evidence(const Submission& submission, Timestamp now, evidence::EvidenceStore& evidence) {
    const std::string day = to_string(local_day(submission.device_time, 7));
    const auto answer =
        evidence::offer({evidence::Kind::answer, submission.first_id.value, submission.instrument + ", " + day,
                         "{\"content\":\"" + submission.content_hash + "\",\"instrument\":\"" + submission.instrument +
                             "\",\"version\":\"" + submission.instrument_version + "\"}"},
                        now, evidence);
    if (!submission.rating) return;
    evidence::offer({evidence::Kind::score,
                     score_id(submission.first_id),
                     "Observasi " + submission.rating->indicator + ", " + day,
                     "{\"indicator\":\"" + submission.rating->indicator +
                         "\",\"of\":" + std::to_string(submission.rating->points_of) +
                         ",\"points\":" + std::to_string(submission.rating->points) + "}",
                     {{answer, evidence::Why::derived_from}}},
                    now, evidence);
}

}  // namespace

Uuid score_id(const SubmissionId& first) { return uuid_for_name("score of " + to_string(first)); }

bool may_read(const Submission& submission, const access::Actor& actor) {
    if (submission.account == actor.account()) return true;
    if (submission.subject_person_id && actor.is(*submission.subject_person_id)) return true;
    return actor.may(access::read_submissions, {.person = submission.subject_person_id});
}

Result<Received> submit_form(const SubmitForm& form, const access::Actor& actor, Timestamp now, SubmissionStore& store,
                             evidence::EvidenceStore& evidence) {
    if (!actor.may(access::submit_answers)) return access::not_permitted(access::submit_answers);
    if (const auto known = store.find(form.id)) {
        if (known->content_hash == form.content_hash && known->account == actor.account()) return Received::same_again;
        return refused("instruments.same_id_other_content");
    }
    Submission submission{form.id,
                          form.id,
                          1,
                          form.deprecated_id,
                          form.instrument,
                          form.instrument_version,
                          form.xml,
                          form.content_hash,
                          form.session_id,
                          form.subject_person_id,
                          actor.person(),
                          actor.account(),
                          form.device_time,
                          now,
                          SubmissionState::received,
                          rating_of(form.answers)};
    Received received = Received::created;
    if (form.deprecated_id) {
        const auto corrected = store.find(*form.deprecated_id);
        if (!corrected || !may_read(*corrected, actor)) return refused("instruments.unknown_version");
        submission.first_id = corrected->first_id;
        submission.version_number = corrected->version_number + 1;
        const auto others = store.corrections_of(*form.deprecated_id);
        if (!others.empty()) {
            // Nobody wins silently: all corrections of one version wait for a person.
            submission.state = SubmissionState::conflict;
            received = Received::conflict;
            for (const Submission& other : others) store.set_state(other.id, SubmissionState::conflict);
        } else {
            store.set_state(corrected->id, SubmissionState::superseded);
        }
    }
    store.add(submission, form.answers);
    store.journal(form.deprecated_id ? "submission.corrected" : "submission.received", submission.id.value,
                  submission.content_hash);
    if (submission.state == SubmissionState::received) offer_evidence(submission, now, evidence);
    return received;
}

}  // namespace pamong::instruments
