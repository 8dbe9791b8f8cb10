#include "platform/files/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace pamong::files {
namespace {

[[noreturn]] void throw_disk(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

/// An open file or folder, closed at the end.
class Descriptor {
  public:
    Descriptor(const std::filesystem::path& path, int flags)
        : number_(::open(path.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
        if (number_ < 0) throw_disk("a file cannot be opened");
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { ::close(number_); }
    [[nodiscard]] int number() const { return number_; }
    void sync() const {
        if (::fsync(number_) != 0) throw_disk("a file cannot be flushed");
    }

  private:
    int number_;
};

}  // namespace

void RealDisk::make_folder(const std::filesystem::path& folder) {
    const auto whole = std::filesystem::absolute(folder).lexically_normal();
    std::filesystem::create_directories(whole);
    // Whoever made an upper folder may not have flushed its name; a folder we may not open is not ours either.
    for (auto above = whole; above != above.root_path(); above = above.parent_path())
        if (::access(above.parent_path().c_str(), W_OK) == 0) sync_folder(above.parent_path());
}

void RealDisk::write(const std::filesystem::path& file, std::string_view bytes) {
    const Descriptor open(file, O_WRONLY | O_CREAT | O_TRUNC);
    while (!bytes.empty()) {
        const ssize_t written = ::write(open.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw_disk("a file cannot be written");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void RealDisk::sync(const std::filesystem::path& file) { Descriptor(file, O_RDONLY).sync(); }

void RealDisk::rename(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::rename(from, to);
}

void RealDisk::sync_folder(const std::filesystem::path& folder) { Descriptor(folder, O_RDONLY | O_DIRECTORY).sync(); }

std::optional<Disk::File> RealDisk::look(const std::filesystem::path& file) {
    struct stat facts{};
    if (::stat(file.c_str(), &facts) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
        throw_disk("a file cannot be looked at");
    }
    if (!S_ISREG(facts.st_mode)) return std::nullopt;
    return File{static_cast<std::uint64_t>(facts.st_size),
                Timestamp{facts.st_mtim.tv_sec * 1'000'000 + facts.st_mtim.tv_nsec / 1000}};
}

std::string RealDisk::read(const std::filesystem::path& file, std::uint64_t first, std::uint64_t length) {
    const Descriptor open(file, O_RDONLY);
    std::string bytes(length, '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t got =
            ::pread(open.number(), bytes.data() + at, bytes.size() - at, static_cast<off_t>(first + at));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw_disk("a file cannot be read");
        if (got == 0) break;
        at += static_cast<std::size_t>(got);
    }
    bytes.resize(at);
    return bytes;
}

void RealDisk::remove(const std::filesystem::path& path) {
    std::error_code error;
    std::filesystem::remove(path, error);
    if (error && error != std::errc::directory_not_empty) throw std::system_error(error, "a file cannot be removed");
}

std::vector<std::string> RealDisk::list(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        names.push_back(entry.path().filename().string());
    if (error && error != std::errc::no_such_file_or_directory)
        throw std::system_error(error, "a folder cannot be read");
    std::ranges::sort(names);
    return names;
}

}  // namespace pamong::files
