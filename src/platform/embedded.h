#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace pamong {

/// A row of the generated table of files that are part of the program; the table ends with a null path.
struct EmbeddedEntry {
    const char* path;
    const char* begin;
    const char* end;
};
extern const EmbeddedEntry embedded_entries[];

struct EmbeddedFile {
    std::string_view path;     ///< as in the repository: "regulations/pkg_bands.csv"
    std::string_view content;  ///< lives as long as the program
};

/// A file of regulations/, words/, migrations/, instruments/ or web/dist/ by its path in the repository.
std::optional<std::string_view> embedded(std::string_view path);
/// All files whose path starts with `prefix`, in path order.
std::vector<EmbeddedFile> embedded_below(std::string_view prefix);

}  // namespace pamong
