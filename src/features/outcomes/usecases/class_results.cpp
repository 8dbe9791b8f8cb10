#include "features/outcomes/usecases/class_results.h"

namespace pamong::outcomes {
namespace {

/// The fact as it enters the evidence graph; members in this order for ever, so that equal facts have equal hashes.
std::string evidence_content(const ClassResult& result) {
    return "{\"full_marks\":\"" + to_string(result.full_marks) + "\",\"mean\":\"" + to_string(result.mean) +
           "\",\"measured_on\":\"" + to_string(result.measured_on) + "\",\"pupils\":" + std::to_string(result.pupils) +
           (result.sd ? ",\"sd\":\"" + to_string(*result.sd) + "\"" : "") + "}";
}

Done check_all(const std::vector<ClassResult>& results) {
    Problem problem{"outcomes.rows_wrong", "", {}, {}};
    for (std::size_t i = 0; i < results.size(); ++i)
        if (auto fine = check_class_result(results[i]); !fine) {
            fine.error().at = "[" + std::to_string(i) + "]." + fine.error().at;
            problem.parts.push_back(std::move(fine.error()));
        }
    if (problem.parts.empty()) return {};
    problem.values["count"] = std::to_string(problem.parts.size());
    return refused(std::move(problem));
}

}  // namespace

Result<Recorded> record_class_results(const std::vector<ClassResult>& results, const access::Actor& actor,
                                      Timestamp now, ClassResultStore& store, evidence::EvidenceStore& evidence) {
    for (const ClassResult& result : results)
        if (!actor.may(access::import_outcomes, {.school = result.school_id}))
            return access::not_permitted(access::import_outcomes);
    if (auto fine = check_all(results); !fine) return refused(std::move(fine.error()));

    std::vector<ClassResultId> ids;
    for (const ClassResult& result : results) ids.push_back(result.id);
    const auto known = store.newest_of(ids);
    Recorded recorded;
    std::vector<std::pair<std::int64_t, ClassResult>> revisions;
    std::vector<evidence::Offer> offers;
    for (const ClassResult& result : results) {
        const auto found = known.find(result.id.value);
        if (found != known.end() && found->second.second == result) {
            ++recorded.unchanged;
            continue;
        }
        ++(found == known.end() ? recorded.added : recorded.changed);
        revisions.emplace_back(found == known.end() ? 1 : found->second.first + 1, result);
        offers.push_back({evidence::Kind::answer, result.id.value,
                          result.instrument + ", " + result.class_name + ", " + result.period,
                          evidence_content(result)});
    }
    if (revisions.empty()) return recorded;
    store.add(revisions, now);
    evidence::offer(offers, now, evidence);
    store.journal("outcomes.recorded", revisions.front().second.id.value);
    return recorded;
}

Result<std::vector<ClassResult>> class_results(const access::Actor& actor, const std::string& subject,
                                               ClassResultStore& store) {
    if (!actor.may(access::read_outcomes)) return access::not_permitted(access::read_outcomes);
    return store.results(actor.reach(access::read_outcomes), subject);
}

}  // namespace pamong::outcomes
