#pragma once

#include "features/qualitative/usecases/studies.h"

namespace pamong::qualitative {

/// How studies stand in the evidence graph: source and code version below a coding, codings below a theme.
evidence::Offer fact_of(const Source& source);
evidence::Offer fact_of(const Code& code);
evidence::ItemRef offer_coding(const Coding& coding, const Source& source, const Code& code, Work& work);
/// "wawancara", as labels in the graph have it; the graph's labels are Indonesian.
std::string technique_word(Technique technique);
std::string role_word(InformantRole role);

}  // namespace pamong::qualitative
