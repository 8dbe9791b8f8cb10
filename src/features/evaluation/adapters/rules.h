#pragma once

#include "features/evaluation/usecases/plan.h"

namespace pamong::evaluation {

/// The checklist of 19 aspects and the bands of the scale rules from regulations/. A malformed file is a mistake of
/// ours and throws.
const std::vector<ChecklistAspect>& checklist();
const Scales& scales();

class JsonFactReader final : public FactReader {
  public:
    std::optional<Exact> number_at(const std::string& content, std::string_view path) override;
    bool says_yes(const std::string& content, std::string_view path) override;
};

/// A number inside a fact, such as "mean" or "groups.0.n".
struct FactNumber {
    std::string path;
    std::string value;
};
std::vector<FactNumber> numbers_in(const std::string& content);

}  // namespace pamong::evaluation
