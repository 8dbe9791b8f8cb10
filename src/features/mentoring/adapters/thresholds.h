#pragma once

#include <string_view>

#include "features/mentoring/domain/measures.h"

namespace pamong::mentoring {

/// Reads regulations/mentoring_monitoring.csv. Problems: regulations.malformed.
Result<Thresholds> read_thresholds(std::string_view content);
/// Those that are part of the program, read once; a malformed file is a mistake of ours and throws.
const Thresholds& embedded_thresholds();

}  // namespace pamong::mentoring
