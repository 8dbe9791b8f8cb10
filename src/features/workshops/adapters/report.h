#pragma once

#include <string>

#include "features/workshops/domain/workshop.h"

namespace pamong::workshops {

/// The five papers of a workshop in one PDF: attendance list, class agreement, product matrix, aims, report with
/// signatures. Everything comes from what is already there; nothing is typed again.
Result<std::string> report_pdf(const Workshop& workshop, Timestamp now);

}  // namespace pamong::workshops
