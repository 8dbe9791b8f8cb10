#pragma once

#include "features/people/usecases/roster.h"
#include "platform/sheets/sheet.h"

namespace pamong::people {

/// Reads a roster as people get it from Dapodik (Nama, NUPTK, NIP, NPSN, Jenis PTK, Status Kepegawaian, Golongan, Mata
/// Pelajaran, JK, Tanggal Lahir, ...). Problems: sheets.columns_missing, people.roster_wrong with one part a wrong
/// cell.
Result<std::vector<RosterRow>> read_roster_table(const Sheet& sheet);

}  // namespace pamong::people
