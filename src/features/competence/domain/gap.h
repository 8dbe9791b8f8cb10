#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/exact.h"
#include "base/id.h"

namespace pamong::competence {

/// Below this many people a group is not shown outside their own school (handbook on data protection).
constexpr std::size_t smallest_group = 5;

/// One score with the group it falls into.
struct GroupedScore {
    std::string key;   ///< of the group: a subject, or the id of a school or region
    std::string name;  ///< of the group
    Uuid person_id;
    Exact total;
    bool own_school = false;  ///< the reader is responsible for this very school
};

/// A group against the minimum of the test. `mean` is missing when the group is too small to be shown.
struct Gap {
    std::string key;
    std::string name;
    std::size_t people = 0;
    std::optional<Exact> mean{};
    std::optional<Exact> gap{};  ///< mean - minimum: below zero is a need
    std::optional<double> low{};
    std::optional<double> high{};         ///< 95 % t interval of the mean; none below five people or without variation
    std::optional<std::int64_t> below{};  ///< people under the minimum
    bool hidden = false;
};

/// Groups, the largest need first, hidden ones last. A group of fewer than five outside the reader's own school is
/// hidden; when one alone would be hidden, the next smallest is hidden with it, so that nobody can be told by
/// difference from the whole.
std::vector<Gap> gaps_by_group(std::vector<GroupedScore> scores, const Exact& minimum);

}  // namespace pamong::competence
