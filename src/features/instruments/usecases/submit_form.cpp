#include "features/instruments/usecases/submit_form.h"

#include <algorithm>

namespace pamong::instruments {
namespace {

void offer_evidence(const Submission& submission, const std::vector<Answer>& answers, Timestamp now,
                    evidence::EvidenceStore& evidence) {
    const std::string day = to_string(local_day(submission.device_time, 7));
    const CitableAnswers citable = citable_answers(answers);
    const std::string title = submission.title.empty() ? submission.instrument : submission.title;
    const auto answer =
        evidence::offer({evidence::Kind::answer, submission.first_id.value, evidence_label(title, answers) + ", " + day,
                         "{\"choices\":" + citable.choices + ",\"content\":\"" + submission.content_hash +
                             "\",\"instrument\":\"" + submission.instrument + "\",\"numbers\":" + citable.numbers +
                             ",\"version\":\"" + submission.instrument_version + "\"}"},
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

Submission submission_of(const SubmitForm& form, const AccountId& account, Timestamp now) {
    return {form.id,
            form.id,
            1,
            form.deprecated_id,
            form.instrument,
            form.instrument_version,
            form.xml,
            form.content_hash,
            form.session_id,
            form.subject_person_id,
            {},
            account,
            form.device_time,
            now,
            SubmissionState::received,
            rating_of(form.answers),
            form.title};
}

/// What happens to the other versions when a new one takes its place.
struct Place {
    std::vector<SubmissionId> superseded{};
    std::vector<SubmissionId> in_conflict{};
};

/// Finds the chain of the version it corrects and sets first_id, version_number and state of `submission`.
Result<Place> place_among_versions(Submission& submission, SubmissionStore& store) {
    Place place;
    if (!submission.deprecated_id) return place;
    const auto corrected = store.find(*submission.deprecated_id);
    if (!corrected || corrected->account != submission.account || corrected->state == SubmissionState::quarantined)
        return refused("instruments.unknown_version");
    submission.first_id = corrected->first_id;
    store.lock(submission.first_id);
    SubmissionState state_of_corrected = corrected->state;
    std::vector<SubmissionId> standing;  // received, or waiting in a conflict
    for (const Submission& version : store.versions_of(submission.first_id)) {
        submission.version_number = std::max(submission.version_number, version.version_number + 1);
        if (version.id == corrected->id) state_of_corrected = version.state;
        if (version.state == SubmissionState::received || version.state == SubmissionState::conflict)
            standing.push_back(version.id);
    }
    // Nobody wins silently: who corrects what was corrected before did not know the other correction.
    if (state_of_corrected == SubmissionState::superseded) {
        submission.state = SubmissionState::conflict;
        place.in_conflict = std::move(standing);
    } else {
        submission.state = SubmissionState::received;
        place.superseded = std::move(standing);
    }
    return place;
}

/// The submission is in the store: the other versions give way, and what stands is offered as evidence.
Received take_place(const Submission& submission, const std::vector<Answer>& answers, const Place& place, Timestamp now,
                    SubmissionStore& store, evidence::EvidenceStore& evidence) {
    for (const auto& other : place.superseded) store.set_state(other, SubmissionState::superseded);
    for (const auto& other : place.in_conflict) store.set_state(other, SubmissionState::conflict);
    store.journal(submission.deprecated_id ? "submission.corrected" : "submission.received", submission.id.value,
                  submission.content_hash);
    if (submission.state == SubmissionState::conflict) return Received::conflict;
    offer_evidence(submission, answers, now, evidence);
    return Received::created;
}

Result<Received> release(Submission submission, const access::Actor& actor, Timestamp now, SubmissionStore& store,
                         evidence::EvidenceStore& evidence) {
    submission.state = SubmissionState::received;
    submission.observer_person_id = actor.person();
    const auto place = place_among_versions(submission, store);
    if (!place) return refused(place.error());
    store.settle(submission);
    return take_place(submission, store.answers_of(submission.id), *place, now, store, evidence);
}

/// The same id once more.
Result<Received> again(const Submission& known, const SubmitForm& form, const access::Actor& actor, Timestamp now,
                       SubmissionStore& store, evidence::EvidenceStore& evidence) {
    if (known.content_hash != form.content_hash || known.account != actor.account())
        return refused("instruments.same_id_other_content");
    if (known.state == SubmissionState::quarantined) return release(known, actor, now, store, evidence);
    return Received::same_again;
}

}  // namespace

Uuid score_id(const SubmissionId& first) { return uuid_for_name("score of " + to_string(first)); }

bool is_of_the_pair(const Submission& submission, const access::Actor& actor) {
    if (submission.account == actor.account()) return true;
    return submission.state != SubmissionState::quarantined && submission.subject_person_id &&
           actor.is(*submission.subject_person_id);
}

bool may_read(const Submission& submission, const access::Actor& actor, const access::Where& place) {
    if (is_of_the_pair(submission, actor)) return true;
    return submission.state != SubmissionState::quarantined && actor.may(access::read_submissions, place);
}

Result<Received> submit_form(const SubmitForm& form, const access::Actor& actor, Timestamp now, SubmissionStore& store,
                             evidence::EvidenceStore& evidence) {
    if (!actor.may(access::submit_answers)) return access::not_permitted(access::submit_answers);
    if (const auto known = store.find(form.id)) return again(*known, form, actor, now, store, evidence);
    Submission submission = submission_of(form, actor.account(), now);
    submission.observer_person_id = actor.person();
    const auto place = place_among_versions(submission, store);
    if (!place) return refused(place.error());
    if (!store.add(submission, form.answers)) return again(*store.find(form.id), form, actor, now, store, evidence);
    return take_place(submission, form.answers, *place, now, store, evidence);
}

Result<Received> quarantine_form(const SubmitForm& form, const AccountId& account, Timestamp now,
                                 SubmissionStore& store) {
    constexpr std::int64_t most = 500;
    auto known = store.find(form.id);
    if (!known) {
        if (store.quarantined_of(account) >= most) return refused("instruments.too_many_tries");
        Submission submission = submission_of(form, account, now);
        submission.state = SubmissionState::quarantined;
        if (store.add(submission, form.answers)) {
            store.journal("submission.quarantined", submission.id.value, submission.content_hash);
            return Received::created;
        }
        known = store.find(form.id);
    }
    if (known->content_hash == form.content_hash && known->account == account) return Received::same_again;
    return refused("instruments.same_id_other_content");
}

Result<Received> confirm_submission(const SubmissionId& id, const access::Actor& actor, Timestamp now,
                                    SubmissionStore& store, evidence::EvidenceStore& evidence) {
    const auto known = store.find(id);
    if (!known || known->account != actor.account()) return refused("instruments.not_found");
    if (known->state != SubmissionState::quarantined) return Received::same_again;
    return release(*known, actor, now, store, evidence);
}

}  // namespace pamong::instruments
