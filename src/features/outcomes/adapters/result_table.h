#pragma once

#include "features/outcomes/domain/class_result.h"
#include "platform/sheets/sheet.h"

namespace pamong::outcomes {

/// Reads a table of class results (headings: guru_id, kelas, mapel, instrumen, periode, tanggal, murid, rerata, ...).
/// The id of a result is derived from teacher, class, subject, instrument and period, so importing a file again changes
/// nothing. Problems: sheets.columns_missing, outcomes.rows_wrong with one part a wrong cell ("Lembar!C14").
Result<std::vector<ClassResult>> read_result_table(const Sheet& sheet, const Uuid& school);

}  // namespace pamong::outcomes
