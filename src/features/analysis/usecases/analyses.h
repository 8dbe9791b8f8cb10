#pragma once

#include "features/access/domain/actor.h"
#include "features/analysis/domain/comparison.h"
#include "features/evidence/usecases/evidence.h"

namespace pamong::analysis {

/// A stored result: the figures, the data they saw (with references to the facts) and how they were made.
struct Analysis {
    Uuid id;
    std::int64_t revision = 1;
    std::string method;
    std::string version;
    std::string title;
    std::string settings;  ///< JSON
    std::string snapshot;  ///< JSON: units with both numbers
    std::string snapshot_hash;
    std::string result;  ///< JSON
    Timestamp made_at;
};

class AnalysisStore {
  public:
    virtual ~AnalysisStore() = default;
    virtual std::optional<Analysis> newest(const Uuid& id) = 0;
    virtual std::vector<Analysis> all() = 0;
    virtual void add(const Analysis& analysis) = 0;
    virtual std::string hash(const std::string& text) = 0;
    /// JSON of described structs; made by the adapter, so that use cases know no JSON.
    virtual std::string snapshot_of(const std::vector<Observed>& units) = 0;
    virtual std::string result_of(const Change& change) = 0;
    virtual std::string result_of(const Association& association) = 0;
    virtual std::string result_of(const ScaleTotal& total) = 0;
};

struct Run {
    Uuid id;
    std::string title;
    std::string settings = "{}";
    std::vector<Observed> units;
};

/// Compares two moments, or two measures, of the same units, and keeps the result with its data. Running it again on
/// the same data keeps the revision. The result stands in the evidence graph on a snapshot, the snapshot on the facts.
/// Problems: access.not_permitted, analysis.no_data.
Result<Analysis> compare_before_and_after(const Run& run, const access::Actor& actor, Timestamp now,
                                          AnalysisStore& store, evidence::EvidenceStore& evidence);
Result<Analysis> associate(const Run& run, const access::Actor& actor, Timestamp now, AnalysisStore& store,
                           evidence::EvidenceStore& evidence);
/// Adds up the sheets of a questionnaire.
Result<Analysis> total_of_sheets(const Run& run, const access::Actor& actor, Timestamp now, AnalysisStore& store,
                                 evidence::EvidenceStore& evidence);

}  // namespace pamong::analysis
