#pragma once

#include <string_view>

#include "base/result.h"
#include "features/programmes/domain/template.h"

namespace pamong::programmes {

/// Reads the templates' file. Problems: regulations.malformed with the place, or what the JSON reader says.
Result<std::vector<Template>> read_templates(std::string_view content);
/// Those of regulations/programme_templates.json, read once; a malformed file is a mistake of ours and throws.
const std::vector<Template>& embedded_templates();

}  // namespace pamong::programmes
