#pragma once

#include "features/evaluation/usecases/evaluation_store.h"

namespace pamong::evaluation {

/// One item below a claim, with why the claim (or what stands between) rests on it.
struct ChainEntry {
    evidence::Kind kind = evidence::Kind::source;
    evidence::ItemRef ref;
    std::string label;
    std::string hash;
    evidence::Why why = evidence::Why::supports;
    std::vector<std::string> parents;  ///< what it rests on itself: "score:...@1"
    bool stale = false;
};
struct TracedClaim {
    std::string text;
    evidence::ItemRef statement;
    bool stale = false;
    std::vector<ChainEntry> chain;  ///< nearest first
};

/// Every claim of the newest report with its chain down to the records.
/// Problems: evaluation.not_found, evaluation.no_report, access.not_permitted.
Result<std::vector<TracedClaim>> trace_report(const EvaluationId& id, Work& work);

/// Records that nobody computed: a chain may end at them.
bool is_record(evidence::Kind kind);

/// One thing that is wrong with a claim: a code for words/evaluation.json and what it is about.
struct BrokenClaim {
    std::string text;
    Problem problem;
};
struct Verification {
    std::size_t claims = 0;
    std::size_t records = 0;  ///< distinct records at the ends of the chains
    std::vector<BrokenClaim> broken;
    std::vector<std::string> stale;
};
/// Has every claim a chain that ends at records, do all hashes match, and is every printed number the record's own?
Result<Verification> verify_report(const EvaluationId& id, Work& work);

}  // namespace pamong::evaluation
