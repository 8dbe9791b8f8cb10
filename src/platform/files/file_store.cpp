#include "platform/files/file_store.h"

#include <algorithm>
#include <charconv>

#include "base/result.h"
#include "platform/crypto/crypto.h"
#include "platform/files/content_hash.h"

namespace pamong::files {

void FileStore::ready(const std::filesystem::path& folder) {
    {
        const std::scoped_lock lock(mutex_);
        if (ready_.contains(folder)) return;
    }
    disk_.make_folder(folder);
    const std::scoped_lock lock(mutex_);
    ready_.insert(folder);
}

/// The order is the point: bytes, then their name, and only then may anybody speak of the file.
void FileStore::write_safely(const OrgId& owner, const std::filesystem::path& target, std::string_view bytes) {
    const auto incoming = home_of(owner) / "incoming";
    ready(incoming);
    const auto temporary = incoming / (random_token() + ".part");
    disk_.write(temporary, bytes);
    disk_.sync(temporary);
    disk_.rename(temporary, target);
    disk_.sync_folder(target.parent_path());
}

std::string FileStore::all_of(const std::filesystem::path& file) {
    const auto facts = disk_.look(file);
    return facts ? disk_.read(file, 0, facts->bytes) : std::string();
}

std::string FileStore::keep(const OrgId& owner, std::string_view bytes) {
    std::string hash = content_hash(bytes);
    const auto target = path_of(owner, hash);
    ready(target.parent_path());
    // It is here already, but perhaps from a program that was killed before it had flushed the name.
    if (is_whole(owner, hash)) {
        disk_.sync(target);
        disk_.sync_folder(target.parent_path());
    } else {
        write_safely(owner, target, bytes);
    }
    return hash;
}

std::filesystem::path FileStore::path_of(const OrgId& owner, std::string_view hash) const {
    expects(is_content_hash(hash), "a file is named by its hash");
    return home_of(owner) / hash.substr(0, 2) / hash.substr(2);
}

std::optional<std::uint64_t> FileStore::size_of(const OrgId& owner, std::string_view hash) {
    const auto facts = disk_.look(path_of(owner, hash));
    if (!facts) return std::nullopt;
    return facts->bytes;
}

std::string FileStore::read(const OrgId& owner, std::string_view hash, std::uint64_t first, std::uint64_t length) {
    return disk_.read(path_of(owner, hash), first, length);
}

bool FileStore::is_whole(const OrgId& owner, std::string_view hash) {
    const auto path = path_of(owner, hash);
    return disk_.look(path) && content_hash(all_of(path)) == hash;
}

std::vector<std::string> FileStore::hashes(const OrgId& owner) {
    std::vector<std::string> found;
    for (const std::string& start : disk_.list(home_of(owner))) {
        if (start.size() != 2) continue;
        for (const std::string& rest : disk_.list(home_of(owner) / start))
            if (is_content_hash(start + rest)) found.push_back(start + rest);
    }
    return found;
}

bool FileStore::keep_piece(const OrgId& owner, const Uuid& upload, std::int64_t number, std::string_view bytes) {
    const auto folder = upload_folder(owner, upload);
    // Not remembered as ready: a finished or swept upload takes its folder along.
    disk_.make_folder(folder);
    const auto target = folder / std::to_string(number);
    if (disk_.look(target)) {
        if (all_of(target) != bytes) return false;
        disk_.sync(target);
        disk_.sync_folder(folder);
        return true;
    }
    write_safely(owner, target, bytes);
    return true;
}

std::vector<std::int64_t> FileStore::pieces(const OrgId& owner, const Uuid& upload) {
    std::vector<std::int64_t> numbers;
    for (const std::string& name : disk_.list(upload_folder(owner, upload))) {
        std::int64_t number = 0;
        const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
        if (read.ec == std::errc{} && read.ptr == name.data() + name.size()) numbers.push_back(number);
    }
    std::ranges::sort(numbers);
    return numbers;
}

std::string FileStore::piece(const OrgId& owner, const Uuid& upload, std::int64_t number) {
    return all_of(upload_folder(owner, upload) / std::to_string(number));
}

void FileStore::drop_pieces(const OrgId& owner, const Uuid& upload) {
    const auto folder = upload_folder(owner, upload);
    for (const std::string& name : disk_.list(folder)) disk_.remove(folder / name);
    disk_.remove(folder);
}

FileStore::Swept FileStore::sweep(Timestamp temporary_before, Timestamp pieces_before) {
    Swept swept;
    for (const std::string& name : disk_.list(folder_)) {
        const auto owner = id_from<OrgId>(name);
        if (!owner) continue;
        const auto incoming = home_of(*owner) / "incoming";
        for (const std::string& file : disk_.list(incoming))
            if (const auto facts = disk_.look(incoming / file); facts && facts->changed < temporary_before) {
                disk_.remove(incoming / file);
                ++swept.temporary;
            }
        for (const std::string& id : disk_.list(home_of(*owner) / "uploads")) {
            const auto upload = uuid_from(id);
            if (!upload) continue;
            const auto folder = upload_folder(*owner, *upload);
            const auto names = disk_.list(folder);
            const bool in_use = std::ranges::any_of(names, [&](const std::string& piece_name) {
                const auto facts = disk_.look(folder / piece_name);
                return facts && facts->changed >= pieces_before;
            });
            if (in_use || names.empty()) continue;
            drop_pieces(*owner, *upload);
            ++swept.uploads;
        }
    }
    return swept;
}

}  // namespace pamong::files
