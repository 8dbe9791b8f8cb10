#include "features/evaluation/domain/report.h"

namespace pamong::evaluation {

std::string Claim::text() const {
    std::string all;
    for (const ReportPiece& piece : pieces) all += piece.text;
    return all;
}

namespace {

template <class ClaimPointer, class AnyReport>
std::vector<ClaimPointer> collected(AnyReport& report) {
    std::vector<ClaimPointer> claims;
    const auto add_all = [&](auto& several) {
        for (auto& claim : several) claims.push_back(&claim);
    };
    add_all(report.purpose);
    add_all(report.description);
    for (auto& aspect : report.aspects)
        for (ClaimPointer claim : {&aspect.question, &aspect.criterion, &aspect.standard}) claims.push_back(claim);
    add_all(report.method);
    add_all(report.informants);
    for (auto& aspect : report.aspects) {
        add_all(aspect.finding);
        if (aspect.measure) claims.push_back(&*aspect.measure);
        if (aspect.discrepancy) claims.push_back(&*aspect.discrepancy);
        claims.push_back(&aspect.reason);
        if (aspect.cause) claims.push_back(&*aspect.cause);
    }
    add_all(report.summary);
    add_all(report.conclusion);
    for (auto& recommendation : report.recommendations) {
        claims.push_back(&recommendation.text);
        claims.push_back(&recommendation.responsible);
    }
    add_all(report.limits);
    return claims;
}

}  // namespace

std::vector<const Claim*> claims_of(const Report& report) { return collected<const Claim*>(report); }
std::vector<Claim*> claims_of(Report& report) { return collected<Claim*>(report); }

}  // namespace pamong::evaluation
