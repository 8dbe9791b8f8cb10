#pragma once

#include "features/evaluation/domain/report.h"
#include "platform/json/json.h"

/// Descriptions of the domain's own structs: the stored report, the JSON columns and the replies have the same shape.
namespace pamong::evaluation {

BOOST_DESCRIBE_STRUCT(Informants, (), (role, people, chosen_because, technique))
BOOST_DESCRIBE_STRUCT(NumberRef, (), (name, item, path, places))
BOOST_DESCRIBE_STRUCT(Sentence, (), (text, numbers))
BOOST_DESCRIBE_STRUCT(ReportPiece, (), (text, item, path))
BOOST_DESCRIBE_STRUCT(Claim, (), (statement, slot, pieces))
BOOST_DESCRIBE_STRUCT(ReportEvidence, (), (item, kind, role, why, label, note))
BOOST_DESCRIBE_STRUCT(ReportAspect, (),
                      (code, component, name, question, criterion, standard, finding, evidence, measure, discrepancy,
                       judgement, reason, cause))
BOOST_DESCRIBE_STRUCT(ReportRecommendation, (), (id, aspect_code, kind, priority, due_on, text, responsible))
BOOST_DESCRIBE_STRUCT(Report, (),
                      (evaluation_id, number, issuer, title, programme_name, place, period_from, period_to,
                       published_at, scale_rule, decision, purpose, description, method, informants, aspects, summary,
                       conclusion, recommendations, limits))

}  // namespace pamong::evaluation
