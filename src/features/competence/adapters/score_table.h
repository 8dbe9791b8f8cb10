#pragma once

#include "features/competence/domain/score.h"
#include "features/people/usecases/directory.h"
#include "platform/sheets/sheet.h"

namespace pamong::competence {

/// Reads a table of test scores (headings: NUPTK or NIP or Nama, Mata Pelajaran, Pedagogik, Profesional, Nilai). People
/// are known by NUPTK or NIP, else by their name when only one has it. The total may be left out where both parts are
/// there. Problems: sheets.columns_missing, competence.empty, competence.rows_wrong with one part a wrong cell.
Result<std::vector<TestScore>> read_score_table(const Sheet& sheet, const CompetenceTest& test,
                                                const std::vector<people::PersonNow>& people);

}  // namespace pamong::competence
