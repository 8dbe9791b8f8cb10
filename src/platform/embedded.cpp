#include "platform/embedded.h"

#include <algorithm>

namespace pamong {

std::vector<EmbeddedFile> embedded_below(std::string_view prefix) {
    std::vector<EmbeddedFile> found;
    for (const EmbeddedEntry* entry = embedded_entries; entry->path != nullptr; ++entry)
        if (std::string_view(entry->path).starts_with(prefix))
            found.push_back({entry->path, {entry->begin, static_cast<std::size_t>(entry->end - entry->begin)}});
    std::ranges::sort(found, {}, &EmbeddedFile::path);
    return found;
}

std::optional<std::string_view> embedded(std::string_view path) {
    for (const EmbeddedEntry* entry = embedded_entries; entry->path != nullptr; ++entry)
        if (path == entry->path)
            return std::string_view{entry->begin, static_cast<std::size_t>(entry->end - entry->begin)};
    return std::nullopt;
}

}  // namespace pamong
