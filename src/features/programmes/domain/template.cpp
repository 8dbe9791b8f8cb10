#include "features/programmes/domain/template.h"

namespace pamong::programmes {

std::optional<std::string> label_of(const Template& kind, int generation, int year) {
    const GenerationLabels* best = nullptr;
    for (const GenerationLabels& labels : kind.labels)
        if (labels.year <= year && (best == nullptr || labels.year > best->year)) best = &labels;
    if (best == nullptr || generation < 1 || static_cast<std::size_t>(generation) > best->generations.size())
        return std::nullopt;
    return best->generations[static_cast<std::size_t>(generation) - 1];
}

const Template* find_template(const std::vector<Template>& templates, std::string_view code) {
    for (const Template& one : templates)
        if (one.code == code) return &one;
    return nullptr;
}

}  // namespace pamong::programmes
