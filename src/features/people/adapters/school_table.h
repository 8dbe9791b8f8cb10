#pragma once

#include "features/people/usecases/roster.h"
#include "platform/sheets/sheet.h"

namespace pamong::people {

/// Reads a list of schools (NPSN, Nama Sekolah, Jenjang, Status, Kode Wilayah, Kabupaten/Kota). Problems:
/// sheets.columns_missing, people.school_table_empty, people.roster_wrong with one part a wrong cell.
Result<std::vector<SchoolEntry>> read_school_table(const Sheet& sheet);

}  // namespace pamong::people
