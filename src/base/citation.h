#pragma once

#include <optional>
#include <string>

namespace pamong {

/// How sure a number of a regulation is: V checked against a public source, U not yet checked, D our own design.
enum class Mark { checked, unchecked, design };

constexpr char letter(Mark mark) {
    if (mark == Mark::checked) return 'V';
    return mark == Mark::unchecked ? 'U' : 'D';
}

/// Where a number comes from; shown beside it.
struct Citation {
    std::string source{};
    std::optional<int> year{};  ///< nothing where a tradition has no single year
    Mark mark = Mark::unchecked;
};

}  // namespace pamong
