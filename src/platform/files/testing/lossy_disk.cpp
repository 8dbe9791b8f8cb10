#include "platform/files/testing/lossy_disk.h"

#include "base/result.h"

namespace pamong::files {

void LossyDisk::step() {
    ++steps_;
    if (steps_left_-- <= 0) throw PowerCut();
}

void LossyDisk::power_cut() {
    names_ = flushed_names_;
    for (auto& [path, content] : names_)
        if (content) content->live = content->flushed;
    steps_left_ = std::numeric_limits<int>::max();
}

void LossyDisk::make_folder(const std::filesystem::path& folder) {
    step();
    for (auto above = folder; !above.empty() && above != above.parent_path(); above = above.parent_path()) {
        names_.emplace(above, nullptr);
        flushed_names_.emplace(above, nullptr);
    }
}

void LossyDisk::write(const std::filesystem::path& file, std::string_view bytes) {
    step();
    expects(names_.contains(file.parent_path()), "no such folder");
    auto& content = names_[file];
    if (!content) content = std::make_shared<Content>();
    content->live = bytes;
    content->changed = now_;
}

void LossyDisk::sync(const std::filesystem::path& file) {
    step();
    const auto& content = names_.at(file);
    content->flushed = content->live;
}

void LossyDisk::rename(const std::filesystem::path& from, const std::filesystem::path& to) {
    step();
    expects(names_.contains(to.parent_path()), "no such folder");
    auto content = names_.at(from);
    names_.erase(from);
    names_[to] = std::move(content);
}

void LossyDisk::sync_folder(const std::filesystem::path& folder) {
    step();
    std::erase_if(flushed_names_, [&](const auto& entry) {
        return entry.first.parent_path() == folder && !names_.contains(entry.first);
    });
    for (const auto& [path, content] : names_)
        if (path.parent_path() == folder) flushed_names_[path] = content;
}

std::optional<Disk::File> LossyDisk::look(const std::filesystem::path& file) {
    const auto found = names_.find(file);
    if (found == names_.end() || !found->second) return std::nullopt;
    return File{found->second->live.size(), found->second->changed};
}

std::string LossyDisk::read(const std::filesystem::path& file, std::uint64_t first, std::uint64_t length) {
    const std::string& bytes = names_.at(file)->live;
    return first >= bytes.size() ? std::string() : bytes.substr(first, length);
}

void LossyDisk::remove(const std::filesystem::path& path) {
    step();
    names_.erase(path);
}

std::vector<std::string> LossyDisk::list(const std::filesystem::path& folder) {
    std::vector<std::string> found;
    for (const auto& [path, content] : names_)
        if (path.parent_path() == folder && path != folder) found.push_back(path.filename().string());
    return found;
}

}  // namespace pamong::files
