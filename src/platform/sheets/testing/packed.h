#pragma once

#include <string>
#include <utility>
#include <vector>

namespace pamong {

/// A ZIP archive of these (name, content) entries, for tests.
std::string packed(const std::vector<std::pair<std::string, std::string>>& entries);

/// The entries of a one-sheet workbook "Guru" around this <sheetData> content.
std::vector<std::pair<std::string, std::string>> xlsx_entries(const std::string& sheet_data,
                                                              const std::string& shared_strings = "");

}  // namespace pamong
