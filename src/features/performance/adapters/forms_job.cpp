#include "features/performance/adapters/forms_job.h"

#include "features/performance/adapters/appraisal_view.h"
#include "features/performance/adapters/form_pdf.h"
#include "features/performance/adapters/regulations.h"
#include "features/performance/adapters/sql_appraisal_store.h"

namespace pamong::performance {

std::vector<Appraisal> printable_appraisals(const AppraisalDesk& desk, std::optional<std::int64_t> year,
                                            const std::optional<AppraisalId>& only) {
    auto appraisals = visible_appraisals(desk);
    std::erase_if(appraisals, [&](const Appraisal& one) {
        return (only && one.id != *only) || (year && one.year != *year) || !reads_notes(one, desk);
    });
    return appraisals;
}

jobs::JobHandler forms_job(const evidence::EvidenceOf& evidence_of, const PeopleOf& people_of,
                           const ActorOf& actor_of) {
    return [=](jobs::JobRun& run) -> Result<jobs::JobOutcome> {
        const auto input = from_json<FormsInput>(run.job().input.text);
        if (!input) return refused(input.error());
        return run.store().read(run.scope(), [&](store::Tx& tx) -> Result<jobs::JobOutcome> {
            const access::Actor actor = actor_of(tx);
            SqlAppraisalStore appraisals(tx);
            const auto evidence = evidence_of(tx);
            const auto people = people_of(tx);
            const AppraisalDesk desk{actor, run.now(), appraisals, *evidence, performance_rules().matrix, {}, {}};
            const auto forms = printable_appraisals(desk, input->year);
            auto pdf = appraisal_forms_pdf(forms, desk, *people, [&](double share) {
                const auto total = static_cast<std::int64_t>(forms.size());
                return run.step(static_cast<std::int64_t>(share * static_cast<double>(total)), total);
            });
            if (!pdf) return refused(pdf.error());
            return jobs::JobOutcome{"{\"forms\":" + std::to_string(forms.size()) + "}", std::move(*pdf),
                                    "application/pdf"};
        });
    };
}

}  // namespace pamong::performance
