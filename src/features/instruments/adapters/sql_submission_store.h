#pragma once

#include "features/instruments/usecases/submit_form.h"
#include "platform/store/tx.h"

namespace pamong::instruments {

class SqlSubmissionStore final : public SubmissionStore {
  public:
    explicit SqlSubmissionStore(store::Tx& tx) : tx_(tx) {}
    std::optional<Submission> find(const SubmissionId& id) override;
    std::vector<Submission> corrections_of(const SubmissionId& id) override;
    void add(const Submission& submission, const std::vector<Answer>& answers) override;
    void set_state(const SubmissionId& id, SubmissionState state) override;
    void journal(std::string_view action, const Uuid& subject, const std::string& hash) override;

    std::vector<Submission> newest(std::int64_t most);
    std::vector<Submission> history(const SubmissionId& first);
    std::vector<Answer> answers_of(const SubmissionId& id);

  private:
    store::Tx& tx_;
};

}  // namespace pamong::instruments
