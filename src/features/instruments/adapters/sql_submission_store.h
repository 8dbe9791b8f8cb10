#pragma once

#include "features/instruments/usecases/submit_form.h"
#include "platform/store/tx.h"

namespace pamong::instruments {

class SqlSubmissionStore final : public SubmissionStore {
  public:
    explicit SqlSubmissionStore(store::Tx& tx) : tx_(tx) {}
    std::optional<Submission> find(const SubmissionId& id) override;
    std::vector<Submission> versions_of(const SubmissionId& first) override;
    void lock(const SubmissionId& first) override;
    bool add(const Submission& submission, const std::vector<Answer>& answers) override;
    void set_state(const SubmissionId& id, SubmissionState state) override;
    void settle(const Submission& submission) override;
    std::int64_t quarantined_of(const AccountId& account) override;
    access::Where place_of(const std::optional<Uuid>& person) override;
    void journal(std::string_view action, const Uuid& subject, const std::string& hash) override;

    /// A page of what this person may read, newest first, after the line (`before`, `after_id`).
    std::vector<Submission> readable_by(const access::Actor& actor, Timestamp before, const SubmissionId& after_id);
    std::vector<Answer> answers_of(const SubmissionId& id) override;

  private:
    store::Tx& tx_;
};

}  // namespace pamong::instruments
