#pragma once

#include "features/qualitative/usecases/studies.h"

namespace pamong::qualitative {

/// The codes of regulations/qualitative_codebook.csv. A malformed file is a mistake of ours and throws.
const std::vector<StarterCode>& starter_codebook();

}  // namespace pamong::qualitative
