#pragma once

#include <vector>

#include "platform/print/document.h"

namespace pamong {

/// One chart of every kind, with gaps in the data where real data have them.
std::vector<Chart> sample_charts();

/// A report with every kind of block, for tests and the benchmark.
Document sample_report();

}  // namespace pamong
